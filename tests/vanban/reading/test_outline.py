"""Every word of the body is in exactly one block, and blocks nest by what really occurs."""

import re

import pytest

from vanban.reading.outline import outline_of
from vanban.reading.paper import Paper
from vanban.reading.read import read_text

from .documents import CLEAN, OURS, reading

WHITE_SPACE = re.compile(r"\s+")
RULE_OR_PAGE = re.compile(r"^[\s|:-]*$|^ *\d+$", re.MULTILINE)


def blocks_of(text: str) -> list[tuple[int, str, str]]:
    paper = Paper.of(text)
    outline = outline_of(paper, 0, len(paper.text))
    return [(block.depth, block.marker, block.text) for block in outline.blocks]


@pytest.mark.parametrize("name", [*CLEAN, *OURS])
def test_every_character_of_the_body_is_in_one_block_in_order(name):
    read = reading(name)
    start, end = read.blocks[0].span[0], read.blocks[-1].span[1]
    if name == "decision":
        annex = next(block for block in read.blocks if block.text.startswith("PHỤ LỤC"))
        end = read.blocks[read.blocks.index(annex) - 1].span[1]
    body = [block for block in read.blocks if block.span[1] <= end]

    printed = RULE_OR_PAGE.sub("", read.text[start:end])
    kept = "".join(block.marker + block.text for block in body)

    assert WHITE_SPACE.sub("", kept) == WHITE_SPACE.sub("", printed)


@pytest.mark.parametrize("name", CLEAN)
def test_the_body_reaches_from_the_title_to_the_signature(name):
    read = reading(name)
    title_end = read.spans["title"][1]
    tail_start = min(
        span[0] for path, span in read.spans.items() if path.startswith(("recip", "signatory"))
    )

    between = read.text[title_end : read.blocks[0].span[0]]
    after = read.text[read.blocks[-1].span[1] : tail_start]

    assert between.strip(" \n-") == ""
    assert after.replace("Nơi nhận:", "").strip(" \n-") == ""


@pytest.mark.parametrize(
    ("plan", "joined"),
    [
        ("000", "gắn với chủ đề hoạt động năm 2022"),
        ("000", "“01 triệu sáng kiến-nỗ lực vượt khó"),
        ("001", "tăng cường phối hợp, phát huy vai trò"),
        ("001", "Đại hội Thi đua yêu nước toàn quốc lần thứ X"),
        ("003", "biểu dương cán bộ công đoàn tiêu biểu"),
    ],
)
def test_a_page_break_inside_a_sentence_does_not_part_it(plan, joined):
    assert sum(joined in block.text for block in reading(plan).blocks) == 1


def test_depth_counts_only_the_kinds_that_occur():
    text = "I. MỤC ĐÍCH\n- Một.\n- Hai.\nII. NỘI DUNG\n1. Ba:\na) Bốn;\nb) Năm.\n2. Sáu."

    assert [(depth, marker) for depth, marker, _ in blocks_of(text)] == [
        (1, "I."),
        (2, "-"),
        (2, "-"),
        (1, "II."),
        (2, "1."),
        (3, "a)"),
        (3, "b)"),
        (2, "2."),
    ]


def test_pointed_numbers_stand_below_plain_ones():
    text = "1. Chung\n1.1. Một.\n1.1.1. Hai.\n1.2. Ba.\n2. Riêng"

    assert [depth for depth, _, _ in blocks_of(text)] == [1, 2, 3, 2, 1]


def test_phases_hold_numbers_or_stand_below_them():
    above = "III. THỜI GIAN\nĐợt 1:\n1. Một.\n2. Hai.\nĐợt 2:\n1. Ba."
    below = "III. THỜI GIAN\n6. Các đợt sau:\nĐợt 1: Một.\nĐợt 2: Hai."

    assert [depth for depth, _, _ in blocks_of(above)] == [1, 2, 3, 3, 2, 3]
    assert [depth for depth, _, _ in blocks_of(below)] == [1, 2, 3, 3]


@pytest.mark.parametrize(
    "text",
    [
        "Nghị quyết Đại hội lần thứ\nXIII. Tiếp tục thực hiện.",
        "phòng, chống đại dịch Covid\n- 19 trong năm qua.",
        "phát triển kinh tế\n- xã hội của tỉnh.",
        "tổng kết phong trào năm\n2022. Tiếp tục phát huy.",
        "Thi đua v.v. và các hoạt động khác",
        "V/v báo cáo kết quả",
    ],
)
def test_what_only_looks_like_a_marker_is_none(text):
    assert blocks_of(text) == [(0, "", " ".join(text.split()))]


def test_lines_broken_by_the_margin_are_one_paragraph():
    text = (
        "Ban Chấp hành phát động phong trào thi đua năm 2026 trong toàn thể đoàn\n"
        "viên và người lao động của đơn vị với các nội dung sau đây. Các tổ công\n"
        "đoàn căn cứ kế hoạch để triển khai.\n"
        "Kết thúc năm, các tổ gửi kết quả về Ban Chấp hành công đoàn trường để\n"
        "tổng hợp."
    )

    assert len(blocks_of(text)) == 2


def test_page_numbers_between_pages_are_not_text():
    text = "Các công đoàn cơ sở chủ động\n\n2\n\nphối hợp với chuyên môn."

    assert blocks_of(text) == [(0, "", "Các công đoàn cơ sở chủ động phối hợp với chuyên môn.")]


def test_headings_only_name_what_follows():
    flags = [(block.text, block.heading) for block in reading("002").blocks if block.depth == 2]

    assert ("Nội dung thi đua", True) in flags
    assert ("Đối với các công đoàn cơ sở", True) in flags
    assert not any(heading for text, heading in flags if text.endswith("."))


TYPED = (
    "Thời gian: 14 giờ 00, thứ Hai, ngày 26 tháng 6 năm 2023.",
    "Địa điểm: Phòng họp tầng hai, Công ty TNHH May Minh Anh.",
    "Chủ trì: Bà Đặng Thị Ngọc Ánh, Chủ tịch Công đoàn cơ sở.",
    "Thư ký: Bà Vũ Thị Lan, Ủy viên Ban Chấp hành Công đoàn.",
    "Rất mong các đồng chí tham dự đầy đủ và đúng thời gian.",
)


def test_lines_of_the_same_length_are_paragraphs_where_no_sentence_is_broken():
    head = "Số: 05/GM-CĐCS\nHà Nội, ngày 5 tháng 1 năm 2024\n\nGIẤY MỜI\nHọp Ban Chấp hành\n\n"

    blocks = read_text(head + "\n".join(TYPED)).blocks

    assert tuple(block.text for block in blocks) == TYPED


def test_a_row_without_outer_bars_does_not_go_on_in_the_next_paragraph():
    head = "Số: 05/KH-CĐCS\nHà Nội, ngày 5 tháng 1 năm 2024\n\nKẾ HOẠCH\nThi đua năm 2024\n\n"
    body = "Tháng 4 | Sơ kết | Cô Hoa\nTháng 5 | Tổng kết | Cả tổ\n\n100% tổ viên đăng ký thi đua."

    blocks = read_text(head + body).blocks

    assert [block.text for block in blocks] == body.replace("\n\n", "\n").split("\n")
