"""Old and new encodings of text files."""

from pathlib import Path
from unicodedata import normalize

import pytest

from vanban.sources.errors import Refused
from vanban.sources.load import load

WORDS = "Số: 05/KH-CĐGD\nNinh Bình, ngày 15 tháng 01 năm 2024"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_without_a_note(encoding):
    source = load(WORDS.encode(encoding), "a.txt")

    assert (source.text, source.notes, source.pages) == (WORDS, (), (0,))


def test_line_ends_become_one_kind():
    assert load(b"a\r\nb\rc\n", "a.txt").text == "a\nb\nc\n"


def test_decomposed_letters_are_composed():
    assert load("Công đoàn".encode(), "a.txt").text == "Công đoàn"


def test_windows_vietnamese_is_read_with_composed_letters_and_a_note():
    written = "Liên đoàn Lao đô\u0323ng ti\u0309nh".encode("cp1258")

    source = load(written, "a.txt")

    assert source.text == "Liên đoàn Lao động tỉnh"
    assert "soát lại dấu" in source.notes[0]


def test_what_no_vietnamese_code_page_knows_is_read_as_latin_with_a_note():
    source = load(b"K\xd2 \xff \xa0", "a.txt")

    assert "soát lại dấu" in source.notes[0]


def test_half_a_character_of_utf_16_is_refused():
    with pytest.raises(Refused, match="UTF-8"):
        load("ab".encode("utf-16")[:-1], "a.txt")


def test_text_recognised_with_the_wrong_language_is_no_old_encoding():
    damaged = (Path(__file__).parents[1] / "plans" / "004.txt").read_bytes()

    source = load(damaged, "a.txt")

    assert (source.text, source.notes) == (normalize("NFC", damaged.decode()), ())


def test_utf_16_without_a_mark_is_known_by_its_zeros():
    assert load(WORDS.encode("utf-16-le"), "a.txt").text == WORDS
    assert load(WORDS.encode("utf-16-be"), "a.txt").text == WORDS


def test_a_text_file_too_long_to_be_one_is_refused_at_once():
    with pytest.raises(Refused, match=r"300\.000"):
        load(b"\xff" * 1_200_001, "a.txt")
