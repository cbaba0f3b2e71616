"""Numbers written in words: ``hai``, ``mười lăm``, ``một trăm``."""

import re

_DIGITS = {
    "không": 0,
    "một": 1,
    "mốt": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "tư": 4,
    "năm": 5,
    "lăm": 5,
    "sáu": 6,
    "bảy": 7,
    "bẩy": 7,
    "tám": 8,
    "chín": 9,
}
_DIGIT = r"(?:một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín)"
_LAST = r"(?:mốt|một|hai|ba|bốn|tư|lăm|năm|sáu|bảy|tám|chín)"
NUMERAL = (
    rf"(?:{_DIGIT}\s+trăm(?:\s+{_DIGIT}\s+mươi(?:\s+{_LAST})?)?"
    rf"|{_DIGIT}\s+mươi(?:\s+{_LAST})?|mười(?:\s+{_LAST})?|{_DIGIT})"
)
"""A pattern for them, to be searched in printed text in small letters."""
_SPACES = re.compile(r"\s+")


def number_in_words(words: str) -> int:
    """``hai mươi lăm`` → 25; the words must match `NUMERAL`."""
    total = 0
    last = 0
    for word in _SPACES.split(words.lower().strip()):
        if word == "trăm":
            total, last = total + last * 100, 0
        elif word == "mươi":
            total, last = total + last * 10, 0
        elif word == "mười":
            total += 10
        else:
            last = _DIGITS[word]
    return total + last
