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


def test_a_page_that_is_only_a_picture_is_told():
    source = load(pdf_of(words_at((85, 500, "Co chu")), b"0 0 m 9 9 l S", b""), "a.pdf")

    assert (source.text, source.pages, source.has_text) == ("Co chu\n\n", (0, 7, 8), False)
    assert source.unread == (2,)


def test_more_than_five_hundred_pages_are_refused():
    with pytest.raises(Refused, match="500 trang"):
        load(pdf_of(*[b""] * 501), "a.pdf")


def turned(content: bytes, quarter: str) -> bytes:
    return b"q " + quarter.encode() + b" cm\n" + content + b"\nQ"


@pytest.mark.parametrize("quarter", ["0 1 -1 0 600 0", "0 -1 1 0 0 842", "-1 0 0 -1 595 842"])
def test_a_page_printed_across_is_read_along_its_lines(quarter):
    content = words_at(
        (85, 500, "Thuc hien Ke hoach cua"),
        (85, 482, "Lien doan Lao dong"),
        (85, 450, "Noi nhan:"),
        (330, 450, "TM. BAN"),
        (85, 436, "- Luu."),
        (330, 436, "CHU TICH"),
    )

    assert load(pdf_of(turned(content, quarter)), "a.pdf").text.split("\n") == (
        load(pdf_of(content), "a.pdf").text.split("\n")
    )


def test_running_lines_are_kept_apart_and_numbers_of_pages_left_out():
    pages = [
        words_at(
            (85, 800, "Ke hoach nam 2024"),
            *((85, 700 - 20 * line, f"{first} {'abcdefg'[line]}") for line in range(7)),
            (85, 40, f"Trang {number}/4"),
        )
        for number, first in enumerate(("Mot", "Hai", "Ba", "Bon"), 1)
    ]

    source = load(pdf_of(*pages), "a.pdf")

    assert source.margins == ("Ke hoach nam 2024",)
    assert [text.split("\n")[0] for text in source.page_texts()] == [
        "Mot a", "Hai a", "Ba a", "Bon a",
    ]  # fmt: skip
    assert "Trang" not in source.text


def test_page_numbers_that_begin_elsewhere_are_left_out_and_other_numbers_kept():
    pages = [
        words_at((85, 500, "Noi dung"), (85, 480, year), (290, 30, number))
        for year, number in (("2023", "7"), ("2024", "8"))
    ]

    assert load(pdf_of(*pages), "a.pdf").text == "Noi dung\n2023\nNoi dung\n2024"


def test_a_third_column_in_the_signature_block_is_read_by_itself():
    read = text_of(
        (60, 500, "Noi nhan:"),
        (230, 500, "TM. BAN THUONG VU"),
        (430, 500, "GIAM DOC"),
        (60, 486, "- Luu."),
        (250, 440, "Tran Van Nam"),
        (430, 440, "Le Thi Ha"),
    )

    assert [line for line in read.split("\n") if line] == [
        "Noi nhan:", "- Luu.", "TM. BAN THUONG VU", "Tran Van Nam", "GIAM DOC", "Le Thi Ha",
    ]  # fmt: skip


def test_a_table_above_the_signature_block_keeps_its_rows():
    read = text_of(
        (85, 540, "1 So ket"),
        (330, 540, "Thang 6"),
        (85, 520, "2 Tong ket"),
        (330, 520, "Thang 12"),
        (85, 480, "Noi nhan:"),
        (330, 480, "TM. BAN"),
        (85, 466, "- Luu."),
        (330, 466, "CHU TICH"),
    )

    assert [line for line in read.split("\n") if line][:2] == [
        "1 So ket Thang 6",
        "2 Tong ket Thang 12",
    ]
