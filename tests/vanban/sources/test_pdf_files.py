"""Lines, columns and pages of PDF files."""

import pytest

from sources.files import pdf_of, words_at
from vanban.sources.errors import Refused
from vanban.sources.load import load


def text_of(*placed: tuple[float, float, str]) -> str:
    return load(pdf_of(words_at(*placed)), "a.pdf").text


def test_columns_of_the_signature_block_are_read_one_after_the_other():
    read = text_of(
        (
            85,
            500,
            "Tren day la ke hoach to chuc thuc hien cac phong trao thi dua nam 2024, de nghi",
        ),
        (85, 482, "cac don vi thuc hien./."),
        (85, 450, "Noi gui:"),
        (330, 450, "TM. BAN THUONG VU"),
        (85, 436, "- LDLD tinh;"),
        (340, 432, "PHO CHU TICH"),
        (85, 422, "- Luu: VT."),
        (345, 340, "Nguyen Thi Hung"),
    )

    lines = [line for line in read.splitlines() if line]
    assert lines[3:] == [
        "- LDLD tinh;",
        "- Luu: VT.",
        "TM. BAN THUONG VU",
        "PHO CHU TICH",
        "Nguyen Thi Hung",
    ]


def test_words_on_one_line_stay_on_one_line_whatever_the_gap():
    assert text_of((85, 500, "Dot 1"), (300, 500, "Tu thang 01")) == "Dot 1 Tu thang 01"


def test_a_wide_step_between_lines_sets_paragraphs_apart():
    read = text_of((85, 500, "mot"), (85, 485, "hai"), (85, 470, "ba"), (85, 445, "bon"))

    assert read == "mot\nhai\nba\n\nbon"


def test_a_compound_broken_at_its_hyphen_is_whole_again():
    read = text_of((85, 500, "nhiem ky 2018-"), (85, 485, "2023 va Covid-"), (85, 470, "19 het"))

    assert read == "nhiem ky 2018-2023\nva Covid-19\nhet"


def test_words_whose_letters_were_drawn_out_of_order_are_whole_again():
    letter, blank = 6, 3  # every letter used here is half as wide as the font is high
    early, late, left = [], [], 85
    for sign in "don hung vung bon phon bong xong":
        if sign != " ":
            (late if sign in "ou" else early).append((left, 500, sign))
        left += blank if sign == " " else letter

    assert text_of(*early, *late, (85, 485, "hang duoi")) == (
        "don hung vung bon phon bong xong\nhang duoi"
    )


def test_pages_begin_where_they_say_and_page_numbers_are_left_out():
    source = load(
        pdf_of(
            words_at((85, 500, "Trang dau")),
            words_at((290, 810, "2"), (85, 500, "Trang hai"), (85, 480, "2024")),
            words_at((85, 500, "Trang ba"), (280, 30, "- 3 -")),
        ),
        "a.pdf",
    )

    parts = [source.text[start:].split("\n")[0] for start in source.pages]
    assert source.text.split() == ["Trang", "dau", "Trang", "hai", "2024", "Trang", "ba"]
    assert parts == ["Trang dau", "Trang hai", "Trang ba"]


def test_a_page_without_words_is_noted():
    source = load(pdf_of(words_at((85, 500, "Co chu")), b"0 0 m 9 9 l S"), "a.pdf")

    assert (source.text, source.pages, source.has_text) == ("Co chu\n", (0, 7), False)
    assert source.notes == ("Trang 2 chỉ có hình, không có chữ; phần đó chưa được đọc.",)


def test_more_than_five_hundred_pages_are_refused():
    with pytest.raises(Refused, match="500 trang"):
        load(pdf_of(*[b""] * 501), "a.pdf")
