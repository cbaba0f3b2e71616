"""Documents made up at random, of every kind and depth, in the form in which they are read back."""

import datetime as dt
from dataclasses import replace

from hypothesis import strategies as st

from vanban.reading.model import Block
from vanban.writing.model import Annex, Hand, OfficialDocument
from vanban.writing.numbers import POINTS, format_number, roman

DEEDS = (
    "Tuyên truyền nghị quyết của công đoàn cấp trên đến đoàn viên",
    "Vận động đoàn viên tham gia các phong trào thi đua",
    "Chăm lo đời sống vật chất, tinh thần của người lao động",
    "Phối hợp với chuyên môn tổ chức hội nghị người lao động",
    "Kiểm tra việc chấp hành Điều lệ Công đoàn Việt Nam",
    "Phấn đấu 95% đoàn viên đạt danh hiệu lao động tiên tiến",
    "Tổ chức giải bóng chuyền hơi nữ (đợt cao điểm trong tháng 5)",
)
MANNERS = (
    "bảo đảm thiết thực, hiệu quả",
    "phù hợp với điều kiện của từng đơn vị",
    "kịp thời biểu dương gương người tốt, việc tốt",
    "không phô trương, hình thức",
)
HEADINGS = (
    "Mục đích",
    "Yêu cầu",
    "Nội dung thi đua",
    "Công tác tuyên truyền",
    "Hình thức khen thưởng",
    "Phân công nhiệm vụ",
)
TITLES = (
    "Phát động phong trào thi đua yêu nước năm 2024",
    "Tổ chức Tháng Công nhân và Tháng hành động về an toàn, vệ sinh lao động năm 2025",
    "Kết quả phong trào thi đua nhiệm kỳ 2018 - 2023",
    "Một số nội dung trọng tâm của công tác nữ công",
)
KINDS = {
    "Kế hoạch": "KH",
    "Hướng dẫn": "HD",
    "Báo cáo": "BC",
    "Tờ trình": "TTr",
    "Thông báo": "TB",
    "Chương trình": "CTr",
    "Biên bản": "BB",
    "Giấy mời": "GM",
    "Quyết định": "QĐ",
    "Công văn": "",
}
BODIES = (
    ("Liên đoàn Lao động tỉnh Ninh Bình", "Công đoàn Giáo dục tỉnh Ninh Bình", "CĐGD"),
    ("Tổng Liên đoàn Lao động Việt Nam", "Liên đoàn Lao động tỉnh Cà Mau", "LĐLĐ"),
    ("Công đoàn phường Sa Đéc", "Công đoàn cơ sở Công ty TNHH May Hồng Phát", "CĐCS"),
)
RECIPIENTS = ("LĐLĐ tỉnh (để báo cáo)", "Các CĐCS trực thuộc", "Đảng ủy, Ban Giám đốc", "Lưu: VT")
SIGNATURES = (
    ("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH"),
    ("TM. BAN THƯỜNG VỤ", "PHÓ CHỦ TỊCH"),
    ("TM. BAN THƯỜNG VỤ", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    ("TM. BAN CHẤP HÀNH", "CHỦ TỊCH"),
)
PARTNERS = ("Sở Giáo dục và Đào tạo tỉnh Ninh Bình", "Sở Y tế tỉnh Cà Mau")
SIGNERS = ("Nguyễn Thị Hưng", "Lê Đình Quảng", "Phạm Quang Huy")


@st.composite
def sentences(draw: st.DrawFn, end: str = ".") -> str:
    words = f"{draw(st.sampled_from(DEEDS))}, {draw(st.sampled_from(MANNERS))}"
    return f"{words}{end}"


def _listed(depth: int, markers: list[str], draw: st.DrawFn) -> list[Block]:
    """Items of one list, each a sentence."""
    ends = [";"] * (len(markers) - 1) + ["."]
    return [
        Block(depth, marker, draw(sentences(end)))
        for marker, end in zip(markers, ends, strict=True)
    ]


def _below(depth: int, above: str, draw: st.DrawFn) -> list[Block]:
    """What stands below a heading with the number `above`."""
    count = draw(st.integers(1, 6))
    match draw(st.sampled_from(("plain", "dashes", "points", "letters", "pluses"))):
        case "dashes":
            return _listed(depth, ["-"] * count, draw)
        case "points" if above[:1].isdigit():
            return _listed(depth, [f"{above}{n}." for n in range(1, count + 1)], draw)
        case "letters":
            return _listed(depth, [f"{POINTS[n]})" for n in range(count)], draw)
        case "pluses":
            items = _listed(depth, ["-"] * count, draw)
            lead = Block(depth, "-", "Đối với các công đoàn cơ sở:", heading=True)
            return [*items[:-1], lead, *_listed(depth + 1, ["+"] * count, draw)]
    return [Block(0, "", draw(sentences()))]


def _numbers(depth: int, draw: st.DrawFn) -> list[Block]:
    """``1.``, ``2.`` …: titles with something below, or sentences."""
    blocks: list[Block] = []
    for number in range(1, draw(st.integers(1, 4)) + 1):
        marker = f"{number}."
        if draw(st.booleans()):
            blocks.append(Block(depth, marker, draw(sentences())))
        else:
            title = draw(st.sampled_from(HEADINGS))
            blocks.append(Block(depth, marker, title, heading=True))
            blocks += _below(depth + 1, marker, draw)
    return blocks


def _rows(draw: st.DrawFn) -> list[Block]:
    """A table of several columns, with its header."""
    count = draw(st.integers(3, 6))
    names = ("TT", "Nội dung", "Đơn vị", "Số liệu", "Thời gian", "Ghi chú")[:count]
    cells = ("Tuyên truyền", "CĐCS Trường A", "95%", "Quý II", "Có kiểm tra")[: count - 1]
    lines = [names, *((str(n), *cells) for n in range(1, draw(st.integers(1, 4)) + 1))]
    return [Block(0, "", f"| {' | '.join(line)} |") for line in lines]


def _parts(draw: st.DrawFn) -> list[Block]:
    blocks: list[Block] = []
    for number in range(1, draw(st.integers(1, 5)) + 1):
        title = draw(st.sampled_from(HEADINGS)).upper()
        blocks.append(Block(1, f"{roman(number)}.", title, heading=True))
        blocks += draw(st.sampled_from((_numbers, _dashes, _table)))(2, draw)
    return blocks


def _dashes(depth: int, draw: st.DrawFn) -> list[Block]:
    return _listed(depth, ["-"] * draw(st.integers(1, 4)), draw)


def _table(_depth: int, draw: st.DrawFn) -> list[Block]:
    return [*_rows(draw), Block(0, "", draw(sentences()))]


def _articles(draw: st.DrawFn) -> list[Block]:
    grounds = [
        Block(0, "", "Căn cứ Điều lệ Công đoàn Việt Nam;"),
        Block(0, "", "Xét đề nghị của Hội đồng Thi đua - Khen thưởng."),
        Block(0, "", "QUYẾT ĐỊNH:", heading=True),
    ]
    count = draw(st.integers(1, 5))
    return grounds + [Block(1, f"Điều {n}.", draw(sentences())) for n in range(1, count + 1)]


def _letter(draw: st.DrawFn) -> list[Block]:
    if draw(st.booleans()):
        address = [Block(0, "", "Kính gửi: Các công đoàn cơ sở trực thuộc.")]
    else:
        address = [
            Block(0, "", "Kính gửi:"),
            Block(1, "-", "Các công đoàn cơ sở;"),
            Block(1, "-", "Ban Giám đốc các đơn vị."),
        ]
    return [*address, Block(0, "", draw(sentences())), *_numbers(1, draw)]


def _blocks(kind: str, draw: st.DrawFn) -> tuple[Block, ...]:
    if kind == "Quyết định":
        return tuple(_articles(draw))
    if kind == "Công văn":
        return tuple(_letter(draw))
    opening = Block(0, "", f"{draw(sentences(''))} như sau:")
    closing = [Block(0, "", "Đề nghị các đơn vị triển khai thực hiện.")] * draw(st.booleans())
    return (opening, *_parts(draw), *closing)


def _cosigners(kind: str, partner: str | None) -> tuple[Hand, ...]:
    if kind == "Biên bản":
        return (Hand(("THƯ KÝ",), "Phạm Thu Hà"),)
    return (Hand(("GIÁM ĐỐC",), "Đỗ Văn Khoa"),) if partner else ()


def _annexes(draw: st.DrawFn) -> tuple[Annex, ...]:
    heading = draw(st.sampled_from((("PHỤ LỤC", "DANH SÁCH KHEN THƯỞNG"), ("DANH SÁCH",))))
    note = draw(st.sampled_from(("", "(Kèm theo Văn bản số 05/KH-CĐGD ngày 15/01/2024)")))
    return (Annex(heading=heading, note=note, blocks=tuple(_rows(draw))),)


@st.composite
def documents(draw: st.DrawFn) -> OfficialDocument:
    """One document; what the reader cannot know of it is left out."""
    return draw(_documents(sorted(KINDS), draw(st.integers(0, 3)) == 0))


@st.composite
def plain_documents(draw: st.DrawFn) -> OfficialDocument:
    """One without tables, annexes and second hands: print keeps no cells."""
    found = draw(_documents(sorted(KINDS.keys() - {"Biên bản"}), with_annex=False))
    blocks = tuple(block for block in found.blocks if not block.text.startswith("|"))
    return replace(found, blocks=blocks)


@st.composite
def _documents(draw: st.DrawFn, kinds: list[str], with_annex: bool) -> OfficialDocument:
    kind = draw(st.sampled_from(kinds))
    parent, issuer, short = draw(st.sampled_from(BODIES))
    joint = kind == "Kế hoạch" and draw(st.integers(0, 3)) == 0
    partner = draw(st.sampled_from(PARTNERS)) if joint else None
    symbol = f"{KINDS[kind]}{'PH' if partner else ''}-{short}".lstrip("-")
    number = format_number(draw(st.integers(1, 400)), symbol)
    issued = draw(st.booleans())
    return OfficialDocument(
        parent_body=None if partner else parent,
        issuing_body=issuer,
        full_number=number if issued else None,
        symbol=symbol,
        place=draw(st.sampled_from(("Ninh Bình", "Thành phố Hồ Chí Minh", "Phường Sa Đéc"))),
        date=draw(st.dates(dt.date(2012, 1, 1), dt.date(2026, 12, 31))) if issued else None,
        doc_type=f"{kind} phối hợp" if partner else kind,
        title=draw(st.sampled_from(TITLES)),
        blocks=_blocks(kind, draw),
        recipients=(*draw(st.lists(st.sampled_from(RECIPIENTS[:-1]), unique=True)), RECIPIENTS[-1]),
        signature=("CHỦ TỌA",) if kind == "Biên bản" else draw(st.sampled_from(SIGNATURES)),
        signer_name=draw(st.sampled_from(SIGNERS)),
        mark=draw(st.sampled_from((None, "Đã ký"))),
        cosigners=_cosigners(kind, partner),
        co_issuers=(partner,) if partner else (),
        annexes=_annexes(draw) if with_annex else (),
    )
