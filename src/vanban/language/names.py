"""Names of bodies printed in capitals → as they are written inside a sentence."""

import csv
import re
import unicodedata
from functools import cache
from importlib.resources import files

from vanban.language.forms import is_upper, one_line
from vanban.language.patterns import spaced
from vanban.language.syllables import is_syllable

_WORD = re.compile(r"[^\W\d_]+")
_ROMAN = re.compile(r"[IVX]{2,}")


def name_in_sentence(printed: str) -> str:
    """``LIÊN ĐOÀN LAO ĐỘNG TỈNH NINH BÌNH`` → ``Liên đoàn Lao động tỉnh Ninh Bình``.

    Kinds of bodies are written as their table says, abbreviations (``CĐCS``, ``THPT``) stay, and
    every other word is taken for a part of a proper name. A name with small letters stays.
    """
    name = one_line(printed)
    if not is_upper(name):
        return name
    parts: list[str] = []
    done = 0
    for known in _known().finditer(name):
        parts += (_WORD.sub(_as_name, name[done : known.start()]), _forms()[_key(known[0])])
        done = known.end()
    words = "".join((*parts, _WORD.sub(_as_name, name[done:])))
    return words[:1].upper() + words[1:]


def _as_name(word: re.Match[str]) -> str:
    return word[0] if _is_abbreviation(word[0]) else word[0].capitalize()


def _is_abbreviation(word: str) -> bool:
    """No syllable, and no mark on any letter; a foreign word in capitals looks just the same."""
    marked = any(unicodedata.combining(sign) for sign in unicodedata.normalize("NFD", word))
    return _ROMAN.fullmatch(word) is not None or not (marked or is_syllable(word))


def _key(words: str) -> str:
    return one_line(words).lower()


@cache
def _forms() -> dict[str, str]:
    table = files(__package__).joinpath("name_words.csv").read_text(encoding="utf-8")
    return {_key(row["words"]): row["words"] for row in csv.DictReader(table.splitlines())}


@cache
def _known() -> re.Pattern[str]:
    """The longest words of the table come first: *Công đoàn cơ sở* before *Công đoàn*."""
    longest = sorted(_forms(), key=len, reverse=True)
    return spaced(rf"\b(?:{'|'.join(longest)})\b", re.IGNORECASE)
