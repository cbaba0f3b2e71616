import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vanban.language.forms import fold, is_upper, one_line, plain_text
from vanban.language.patterns import spaced


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("### II. NỘI DUNG", "II. NỘI DUNG"),
        ("**2.2.** Triển khai", "2.2. Triển khai"),
        ("“*Tất cả vì đoàn viên*”", "“Tất cả vì đoàn viên”"),
        ("**TM. BAN THƯỜNG VỤ  \nPHÓ CHỦ TỊCH**", "TM. BAN THƯỜNG VỤ\nPHÓ CHỦ TỊCH"),
        ("\\*  \nSố 01", "*\nSố 01"),
        ("\tTM. BAN", " TM. BAN"),
        ("Nơi\u00a0nhận:   ", "Nơi nhận:"),
        ("một\r\nhai\rba\x0cbốn", "một\nhai\nba\nbốn"),
        ("Công\u200b đoàn", "Công đoàn"),
    ],
)
def test_marks_and_odd_blanks_are_taken_away(raw, plain):
    assert plain_text(raw) == plain


@pytest.mark.parametrize("kept", ["2 * 3 * 4", "* một dòng", "-----", "số #1", "a_b_c"])
def test_what_is_no_mark_stays(kept):
    assert plain_text(kept) == kept


def test_decomposed_letters_are_composed():
    assert plain_text(unicodedata.normalize("NFD", "Đoàn viên")) == "Đoàn viên"


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Đồng Tháp", "dong thap"), ("CBNGNLĐ", "cbngnld"), ("hoà, hòa", "hoa, hoa"), ("Ữ", "u")],
)
def test_fold_drops_case_and_diacritics(text, folded):
    assert fold(text) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded


@settings(deadline=None)
@given(st.text())
def test_fold_keeps_the_length_of_composed_text(text):
    composed = unicodedata.normalize("NFC", text)

    assert len(fold(composed)) == len(composed)


def test_one_line_folds_white_space():
    assert one_line("  một\n hai\t\tba ") == "một hai ba"


def test_is_upper_needs_letters():
    assert is_upper("KẾ HOẠCH 2024")
    assert not is_upper("2024")
    assert not is_upper("KẾ HOẠCh")


def test_a_blank_in_a_pattern_is_any_white_space():
    assert spaced("cong doan").search("cong\n  doan")
