"""Lines of Nơi nhận as the five plans and their like print them."""

import pytest

from thidua.documents.matching import OPEN, Body, Officer, Proposal, Surroundings, propose
from thidua.documents.models import RecipientKind

SECTOR = Surroundings(
    own=Body(
        1, frozenset({"Công đoàn Giáo dục tỉnh Hòa Bình", "CĐGD Hòa Bình"}), "Công đoàn Giáo dục"
    ),
    superiors=(
        Body(2, frozenset({"Liên đoàn Lao động tỉnh Hòa Bình", "LĐLĐ tỉnh"}), "LĐLĐ tỉnh"),
        Body(3, frozenset({"Tổng Liên đoàn Lao động Việt Nam"}), "TLĐ"),
    ),
    children=(
        Body(11, frozenset({"CĐCS Trường THPT Kênh Gà"}), "Công đoàn cơ sở"),
        Body(12, frozenset({"CĐCS Trường THPT Công Nghiệp"}), "Công đoàn cơ sở"),
        Body(13, frozenset({"Công đoàn bộ phận Văn phòng Sở"}), "Công đoàn bộ phận"),
        Body(14, frozenset({"Tổ công đoàn Văn phòng"}), "Tổ công đoàn", group=True),
    ),
    officers=(
        Officer(101, "Chủ tịch", leads=True),
        Officer(102, "Phó Chủ tịch", leads=True),
        Officer(103, "Ủy viên Ban Thường vụ"),
        Officer(104, "Ủy viên Ban Chấp hành"),
        Officer(105, "Chủ nhiệm Ủy ban Kiểm tra"),
        Officer(106, "Văn thư"),
    ),
    outside=((201, "dang uy so gd&dt hb"), (202, "so giao duc va dao tao")),
)


def units(*pks):
    return Proposal(RecipientKind.UNITS, units=pks)


def persons(*pks):
    return Proposal(RecipientKind.PERSONS, persons=pks)


@pytest.mark.parametrize(
    "line",
    [
        "LĐLĐ tỉnh",
        "- LĐLĐ tỉnh HB;",
        "LĐLĐ tỉnh (để báo cáo);",
        "Liên đoàn Lao động tỉnh Hòa Bình",
        "Ban Thường vụ LĐLĐ tỉnh (b/c)",
        "Công đoàn cấp trên trực tiếp",
    ],
)
def test_the_direct_superior(line):
    assert propose(line, SECTOR) == units(2)


def test_a_superior_further_up():
    assert propose("Tổng Liên đoàn Lao động Việt Nam", SECTOR) == units(3)


@pytest.mark.parametrize(
    "line",
    ["Các CĐCS trực thuộc (qua Website Sở);", "CĐCS trực thuộc CĐGD tỉnh;", "Các công đoàn cơ sở"],
)
def test_the_grassroots_unions_below(line):
    assert propose(line, SECTOR) == units(11, 12)


@pytest.mark.parametrize("line", ["CD các đơn vị trực thuộc;", "Các đơn vị trực thuộc"])
def test_all_units_below_but_no_groups(line):
    assert propose(line, SECTOR) == units(11, 12, 13)


def test_the_groups_below():
    assert propose("- Các Tổ Công đoàn,", SECTOR) == units(14)


def test_one_unit_below_by_its_name():
    assert propose("CĐCS Trường THPT Công nghiệp", SECTOR) == units(12)


@pytest.mark.parametrize(
    ("line", "whom"),
    [
        ("UV BCH CĐGD HB;", (101, 102, 104)),
        ("Ban Thường vụ CĐGD tỉnh;", (101, 102, 103)),
        ("BTV Công đoàn", (101, 102, 103)),
        ("Ủy viên BCH, UBKT CĐGD", (101, 102, 104, 105)),
    ],
)
def test_members_of_the_own_committees(line, whom):
    assert propose(line, SECTOR) == persons(*whom)


@pytest.mark.parametrize(
    "line",
    ["Website ngành;", "Trang thông tin điện tử Trường Chính trị,", "Cổng thông tin điện tử Sở"],
)
def test_the_public_page(line):
    assert propose(line, SECTOR) == Proposal(RecipientKind.PUBLIC)


@pytest.mark.parametrize("line", ["Lưu: VT, CĐGD.", "Lưu: VP.", "Lưu CĐVC.", "- Lưu."])
def test_the_archive(line):
    assert propose(line, SECTOR) == Proposal(RecipientKind.ARCHIVE)


@pytest.mark.parametrize(
    ("line", "body"),
    [("Đảng ủy Sở GD&ĐT HB;", 201), ("Sở Giáo dục và Đào tạo (để phối hợp)", 202)],
)
def test_a_body_of_the_address_book(line, body):
    assert propose(line, SECTOR) == Proposal(RecipientKind.OUTSIDE, outside=(body,))


@pytest.mark.parametrize(
    "line",
    [
        "Ban Lãnh đạo Trường,",
        "Ban Chấp hành Đảng bộ tỉnh",
        "Công đoàn Y tế tỉnh",
        "Liên đoàn Lao động tỉnh Ninh Bình",
        "Như trên",
        "",
    ],
)
def test_what_cannot_be_told_stays_open(line):
    assert propose(line, SECTOR) == OPEN


def test_a_line_that_reaches_nobody_stays_open():
    alone = Surroundings(own=SECTOR.own)

    for line in ("LĐLĐ tỉnh", "Các CĐCS trực thuộc", "UV BCH CĐGD HB", "Các Tổ công đoàn"):
        assert propose(line, alone) == OPEN
