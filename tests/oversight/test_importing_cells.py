"""Cells as people type them."""

import pytest

from factories import DAY
from thidua.oversight.importing import cells


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("5/8/1984", "1984-08-05"),
        ("05.08.84", "1984-08-05"),
        ("050884", "1984-08-05"),
        ("1984-08-05", "1984-08-05"),
        ("1984-08-05 00:00:00", "1984-08-05"),
        ("O5/O8/l984", "1984-08-05"),
        ("ngày 5 tháng 8 năm 1984", "1984-08-05"),
        ("30899", "1984-08-05"),
        ("5,8,1984", "1984-08-05"),
        ("1984", "1984"),
        (" l984 ", "1984"),
        ("00/00/1984", "1984"),
    ],
)
def test_a_day_of_birth_is_understood(typed, day):
    assert cells.birth(typed, DAY) == day


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("31/02/1984", "chỉ có 29 ngày"),
        ("12/25/1984", "Không có tháng 25"),
        ("sau Tết", "Chưa đọc được ngày"),
        ("05/08/2034", "không thể đúng"),
        ("2034", "không thể đúng"),
        ("1901", "không thể đúng"),
    ],
)
def test_a_day_that_cannot_be_is_told(typed, said):
    with pytest.raises(cells.Unreadable, match=said):
        cells.birth(typed, DAY)


def test_a_year_is_no_day_on_which_somebody_joined():
    with pytest.raises(cells.Unreadable, match="Chỉ có năm 1984"):
        cells.day("1984", DAY)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("NGUYỄN THỊ HOA", "Nguyễn Thị Hoa"),
        ("  nguyễn  thị hoa ", "Nguyễn Thị Hoa"),
        ("Đ/c Nguyễn Thị Hoa", "Nguyễn Thị Hoa"),
        ("TRẦN VĂN T0ÀN", "Trần Văn Toàn"),
        ("Cô Hoa", "Cô Hoa"),
    ],
)
def test_a_name_is_written_as_names_are(typed, name):
    assert cells.name(typed, DAY) == name


@pytest.mark.parametrize("typed", ["Hoa", "Nguyễn Văn 7"])
def test_a_name_of_one_word_or_with_digits_is_told(typed):
    with pytest.raises(cells.Unreadable):
        cells.name(typed, DAY)


@pytest.mark.parametrize(
    ("typed", "code"),
    [("dv 001", "DV001"), ("DVOO123", "DV00123"), ("123O4", "12304"), ("ABC", "ABC")],
)
def test_a_letter_among_digits_is_a_digit(typed, code):
    assert cells.code(typed, DAY) == code


@pytest.mark.parametrize(
    "typed", ["0912345678", "912345678", "+84 912 345 678", "O912.345.678", "0912345678/0987654321"]
)
def test_a_telephone_number_is_understood(typed):
    assert cells.phone(typed, DAY) == "0912345678"


@pytest.mark.parametrize(("typed", "count"), [("1.250", "1250"), ("1 250", "1250"), ("12O", "120")])
def test_a_count_is_understood(typed, count):
    assert cells.count(typed, DAY) == count


@pytest.mark.parametrize("typed", ["a@b.vn; c@d.vn", "a,b@c.vn", "a@b..vn", "nguyễn@gmail.com"])
def test_what_no_mail_can_be_sent_to_is_told(typed):
    with pytest.raises(cells.Unreadable, match="không phải địa chỉ thư điện tử"):
        cells.email(typed, DAY)
