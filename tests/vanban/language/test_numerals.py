import re

import pytest

from vanban.language.numerals import NUMERAL, number_in_words


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("một", 1),
        ("mười", 10),
        ("mười lăm", 15),
        ("hai mươi", 20),
        ("Hai mươi mốt", 21),
        ("tám mươi tư", 84),
        ("một trăm", 100),
        ("hai trăm ba mươi lăm", 235),
    ],
)
def test_numbers_in_words(words, number):
    assert re.fullmatch(NUMERAL, words, re.IGNORECASE)
    assert number_in_words(words) == number


@pytest.mark.parametrize("words", ["đoàn viên", "trăm", "mươi hai"])
def test_other_words_are_no_numbers(words):
    assert re.fullmatch(NUMERAL, words) is None
