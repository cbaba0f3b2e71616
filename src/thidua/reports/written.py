"""A report as a paper: its parts and its table of figures in the official layout."""

from collections.abc import Iterator

from thidua.core.templatetags.vn import vn_date, vn_number
from thidua.org.models import Unit
from thidua.reports.places import Place
from thidua.reports.sheet import Sheet
from vanban.reading.model import Block
from vanban.writing.model import OfficialDocument

NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_TYPE = "Báo cáo"
NAMED = 5
"""More missing units than these are counted, not named."""


def official(place: Place, sheet: Sheet, superior: Unit | None) -> OfficialDocument:
    """The report as the writers of Word and PDF take it: number, day and signer are left open."""
    day = place.period.ends_on
    name = place.unit.named_on(day)
    above = superior.named_on(day).name if superior else None
    return OfficialDocument(
        parent_body=above,
        issuing_body=name.name,
        full_number=None,
        symbol=f"BC-{name.symbol}",
        place=name.place,
        date=None,
        doc_type=_TYPE,
        title=_title(place),
        blocks=tuple(_blocks(place, sheet, above)),
        recipients=(*([f"{above} (để báo cáo)"] if above else []), "Lưu: VT"),
        signature=(),
        signer_name=None,
        mark=None,
    )


def _title(place: Place) -> str:
    """The name of the period without the type, which stands above it."""
    name = place.period.name.removeprefix(_TYPE).strip()
    return f"{name[:1].upper()}{name[1:]}"


def _blocks(place: Place, sheet: Sheet, above: str | None) -> Iterator[Block]:
    if above:
        yield Block(0, "", f"Kính gửi: {above}")
    place_in = 0
    for words in sheet.words:
        if words.text.strip():
            yield Block(1, f"{NUMERALS[place_in]}.", words.part.title.upper(), heading=True)
            place_in += 1
            yield from (Block(0, "", line) for line in words.text.splitlines() if line.strip())
    yield Block(1, f"{NUMERALS[place_in]}.", "SỐ LIỆU", heading=True)
    period = place.period
    days = f"từ ngày {vn_date(period.starts_on)} đến ngày {vn_date(period.ends_on)}"
    yield Block(0, "", f"Số liệu tính {days}{_holes(sheet)}.")
    yield from _table(sheet)


def _holes(sheet: Sheet) -> str:
    """Who is not in the sums is said on the paper too."""
    if not sheet.missing:
        return ""
    count = len(sheet.missing)
    names = ", ".join(one.name for one in sheet.missing)
    named = f": {names}" if count <= NAMED else " chưa có báo cáo được chấp nhận"
    return f"; chưa gồm số liệu của {count} đơn vị{named}"


def _table(sheet: Sheet) -> Iterator[Block]:
    yield _row("TT", "Chỉ tiêu", "Đơn vị tính", "Số liệu")
    for cell in sheet.cells:
        value = vn_number(cell.total) if cell.total is not None else "–"
        yield _row(str(cell.number), cell.name, cell.unit_name, value)


def _row(*cells: str) -> Block:
    return Block(0, "", f"| {' | '.join(cells)} |")
