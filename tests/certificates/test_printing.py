import pytest

from certificates.papers import ISSUER, decision_of, kind
from factories import UnitFactory
from thidua.awards.models import Award
from thidua.certificates.printing import address_of, issuer_lines, sheets_of

CODE = "K7M2QA9X3FDP"


@pytest.fixture
def award(province):
    decision_of(province, ["Bà Vũ Thị Ngọc"])
    return Award.objects.select_related("decision", "kind", "unit").get()


def sheet_of(award):
    return sheets_of([(award, CODE)])[0]


def test_a_sheet_says_what_the_decision_and_the_book_say(award, settings):
    settings.SITE_URL = "https://thidua.example.vn"

    sheet = sheet_of(award)

    assert sheet.issuer == ("BAN THƯỜNG VỤ", "CÔNG ĐOÀN GIÁO DỤC TỈNH NINH BÌNH")
    assert (sheet.verb, sheet.form, sheet.name) == ("TẶNG", "GIẤY KHEN", "Bà Vũ Thị Ngọc")
    assert sheet.place_date == "Ninh Bình, ngày 15 tháng 3 năm 2024"
    assert sheet.signature == ("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH")
    assert sheet.signer_name == "Nguyễn Thị Hưng"
    assert sheet.notes == (
        "Quyết định số: 61/QĐ-CĐGD",
        "ngày 15 tháng 3 năm 2024",
        "Số sổ vàng: 1",
        "Kiểm tra: thidua.example.vn/k",
        "Mã: K7M2-QA9X-3FDP",
    )
    assert sheet.address == "https://thidua.example.vn/k/K7M2QA9X3FDP/" == address_of(CODE)


def test_a_title_is_recognised_and_not_given(award):
    award.kind = kind("Đoàn viên công đoàn xuất sắc")

    sheet = sheet_of(award)

    assert (sheet.verb, sheet.form) == ("CÔNG NHẬN", "ĐOÀN VIÊN CÔNG ĐOÀN XUẤT SẮC")


@pytest.mark.parametrize(
    ("printed", "body", "lines"),
    [
        (ISSUER, "BAN THƯỜNG VỤ", ("BAN THƯỜNG VỤ", "CÔNG ĐOÀN GIÁO DỤC TỈNH NINH BÌNH")),
        ("CĐCS Trường A", "BAN CHẤP HÀNH", ("CĐCS TRƯỜNG A",)),
        ("Ban Chấp hành", "BAN CHẤP HÀNH", ("BAN CHẤP HÀNH",)),
    ],
)
def test_the_collective_stands_on_a_line_of_its_own(printed, body, lines):
    assert issuer_lines(printed, body) == lines


def test_the_sheet_does_not_follow_a_later_change_of_name(award):
    award.unit.names.update(name="Công đoàn ngành Giáo dục", body="BAN CHẤP HÀNH")

    assert sheet_of(award).issuer == (ISSUER.upper(),)


def test_many_sheets_ask_once_for_the_name_of_their_unit(db, django_assert_num_queries):
    decision_of(UnitFactory(), ["A", "B", "C"])
    awards = Award.objects.select_related("decision", "kind", "unit")

    with django_assert_num_queries(2):
        sheets_of((award, CODE) for award in awards)
