"""The words of a text, as the rules of spelling look at them."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from vanban.language.dates import points_in
from vanban.language.forms import fold
from vanban.reading.model import Span

_WORD = re.compile(r"[^\W\d_²³¹⁰-₉]+")
_DIGITS = re.compile(r"[\d_²³¹⁰-₉]+")
_SIGN = re.compile(r"://|@|www\.|\.(?:vn|com|net|org|gov|edu)\b")
_ADDRESS = re.compile(rf"(?<!\S)\S*?(?:{_SIGN.pattern})\S*")


class Word(NamedTuple):
    """Letters only; `alone` tells that no digit touches it and it is no part of an address."""

    text: str
    span: Span
    alone: bool


@lru_cache(maxsize=64)
def words(text: str) -> tuple[Word, ...]:
    """Every run of letters in order."""
    return tuple(_words(text))


def _words(text: str) -> Iterator[Word]:
    joined = _address_letters(text) | _places_beside_digits(text)
    for match in _WORD.finditer(text):
        span = match.span()
        yield Word(match.group(), span, span[0] not in joined and span[1] - 1 not in joined)


def _places_beside_digits(text: str) -> frozenset[int]:
    runs = (run.span() for run in _DIGITS.finditer(text))
    return frozenset(place for start, end in runs for place in (start - 1, end))


def _address_letters(text: str) -> frozenset[int]:
    """Every place inside a web or mail address; nearly always none."""
    if not _SIGN.search(text):
        return frozenset()
    return frozenset(place for match in _ADDRESS.finditer(text) for place in range(*match.span()))


points = lru_cache(maxsize=8)(points_in)
"""Every mention of a day, a month or a year; kept for the few texts at hand, as `folded` is."""

folded = lru_cache(maxsize=8)(fold)
"""Whole texts without case and diacritics: kept for the few at hand, many rules ask."""


def lower(text: str) -> str:
    """Small letters, each in its place: the few letters that would become two stay as they are."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)


def in_the_manner_of(printed: str, right: str) -> str:
    """`right` in the capitals of `printed`: all, the first letter, or as it is."""
    if printed.isupper() and len(printed) > 1:
        return right.upper()
    return right[0].upper() + right[1:] if printed[0].isupper() else right
