"""The Vietnamese alphabet: order of letters first, of tones second, syllable by syllable."""

import re
import unicodedata
from functools import lru_cache

_LETTERS = {"ă": "a{", "â": "a|", "đ": "d{", "ê": "e{", "ô": "o{", "ơ": "o|", "ư": "u{"}
"""Letters that follow another one: `{` and `|` stand behind *z*, so *anh* comes before *ăn*."""
_TONES = {"\u0300": "!", "\u0309": "#", "\u0303": "$", "\u0301": "%", "\u0323": "&"}
"""Grave, hook, tilde, acute, dot below: the order of dictionaries. The signs stand before every
digit and letter and behind the blank, so that no mark comes first, and *bà* before *ban*."""
_WORD = re.compile(r"\d+|[^\W\d_]+")
_NINE = 9


def sort_key(text: str) -> str:
    """Key for sorting: *an, ăn, ân*; *ba, bà, bả, bã, bá, bạ*; *d* before *đ*; *2* before *10*.

    Digits come before letters; case and signs do not count. A tone counts only between syllables
    with the same letters. Keys compare byte by byte, in Python as in a column of a database.
    """
    words = _WORD.findall(unicodedata.normalize("NFC", text).lower())
    return " ".join(_number(word) if word.isdecimal() else _syllable(word) for word in words)


def _number(digits: str) -> str:
    """The number behind the count of its digits: *2* as *12*, *10* as *210*."""
    value = digits.lstrip("0") or "0"
    nines, rest = divmod(len(value), _NINE)
    return f"{'9' * nines}{rest}{value}"


@lru_cache(maxsize=20_000)
def _syllable(word: str) -> str:
    letters, tones = "", ""
    for character in word:
        parts = unicodedata.normalize("NFD", character)
        tones += "".join(_TONES.get(part, "") for part in parts)
        bare = "".join(part for part in parts if part not in _TONES)
        letter = unicodedata.normalize("NFC", bare)
        letters += _LETTERS.get(letter, "".join(p for p in bare if not unicodedata.combining(p)))
    return letters + tones
