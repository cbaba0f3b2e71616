"""How numbers, dates, recipients and the end are printed."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.writing.numbers import (
    format_header_date,
    format_number,
    recipient_lines,
    with_end_mark,
)


@pytest.mark.parametrize(
    ("number", "symbol", "printed"),
    [
        (5, "KH-CĐGD", "05/KH-CĐGD"),
        (176, "KH-CĐGD", "176/KH-CĐGD"),
        (12, "TB - LĐLĐ", "12/TB-LĐLĐ"),
        (391, "LĐLĐ", "391/LĐLĐ"),
    ],
)
def test_numbers_below_ten_take_a_zero_and_signs_no_blanks(number, symbol, printed):
    assert format_number(number, symbol) == printed


@pytest.mark.parametrize(
    ("day", "printed"),
    [
        (dt.date(2022, 1, 4), "ngày 04 tháng 01 năm 2022"),
        (dt.date(2024, 2, 29), "ngày 29 tháng 02 năm 2024"),
        (dt.date(2024, 7, 5), "ngày 05 tháng 7 năm 2024"),
        (dt.date(2024, 12, 31), "ngày 31 tháng 12 năm 2024"),
    ],
)
def test_only_days_below_ten_and_the_first_two_months_take_a_zero(day, printed):
    assert format_header_date(day) == printed


def test_recipients_end_with_semicolons_and_the_last_with_a_full_stop():
    assert recipient_lines(["- LĐLĐ tỉnh,", "Các CĐCS (t/h)", " ", "Lưu: VT."]) == (
        "- LĐLĐ tỉnh;",
        "- Các CĐCS (t/h);",
        "- Lưu: VT.",
    )


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Thực hiện tốt.", "Thực hiện tốt./."),
        ("Thực hiện tốt./.", "Thực hiện tốt./."),
        ("Thực hiện tốt ./. ", "Thực hiện tốt ./."),
        ("Thực hiện tốt", "Thực hiện tốt./."),
        ("theo quy định (có mẫu);", "theo quy định (có mẫu)./."),
    ],
)
def test_the_last_sentence_ends_with_the_end_mark(text, printed):
    assert with_end_mark(text) == printed


@given(st.text())
def test_the_end_mark_is_set_once(text):
    once = with_end_mark(text)

    assert once.endswith("./.")
    assert with_end_mark(once) == once
