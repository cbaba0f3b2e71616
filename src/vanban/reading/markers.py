"""What stands in front of a paragraph: ``I.``, ``Điều 2.``, ``2.1.``, ``a)``, ``-``, ``Đợt 1:``."""

import re
from dataclasses import dataclass
from enum import IntEnum

from vanban.language.patterns import spaced
from vanban.reading.paper import Line


class Rank(IntEnum):
    """Which marker stands above which; a document leaves out as many as it likes."""

    DIVISION = 0
    PART = 1
    ARTICLE = 2
    WIDE_PHASE = 3
    NUMBER = 4
    POINTED = 5
    LETTER = 8
    PHASE = 9
    DASH = 10
    PLUS = 11


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker as printed, and its `number` without closing sign.

    `length` counts the blanks after it. `rank` is a `Rank`, raised by one for each further point
    of ``2.1.3.``.
    """

    rank: int
    printed: str
    number: str
    length: int


PHASE_NUMBER = r"(?:\d{1,2}|[ivxl1]{1,4}|thu \w+|mot|hai|ba|bon|dau|giua|cuoi)(?!\w)"
"""In figures, Roman (``I1``, ``ll`` are slips of recognition), or in words."""
_PHASE_NAME = rf"(?:dot|giai doan|buoc|chang) (?:thi dua )?(?:{PHASE_NUMBER}|cao diem\b)"
_PATTERNS: tuple[tuple[Rank, re.Pattern[str]], ...] = (
    (
        Rank.DIVISION,
        spaced(r"(?P<n>(?:phan|chuong) (?:thu \w+|[ivx]{1,5}|\d{1,2})\b)[.:/]?\s*"),
    ),
    (Rank.NUMBER, spaced(r"(?P<n>(?:[ivx]{1,5}|[a-h])(?:\.\d{1,2}){1,2})(?:[./)]\s*| )(?=\D)")),
    (Rank.PART, spaced(r"(?P<n>muc \d{1,2}\b)[.:/]\s*")),
    (Rank.PART, spaced(r"(?P<n>[ivx]{1,5})\s?(?:[./):]{1,2}(?:[-–]?(?: |(?=[^\W\d])))|[-–] )")),
    (Rank.DIVISION, spaced(r"(?P<n>[a-h])\s?[./)-]{1,2}(?: |(?=\w\w))(?=\w)")),
    (Rank.DIVISION, spaced(r"[-–•*] (?P<n>[a-h])\s?[./)] (?=\w\w)")),
    (Rank.PART, spaced(r"[-–•*] (?P<n>[ivx]{1,5})\s?[./)] (?=\w\w)")),
    (Rank.ARTICLE, spaced(r"(?P<n>dieu \d{1,3})\s?[.:]\s*")),
    (Rank.POINTED, spaced(r"(?P<n>\d{1,2}(?:\.\d{1,2}){1,3})(?:[./)]\s*| )(?=\D)")),
    (Rank.NUMBER, spaced(r"(?P<n>\d{1,2})\s?(?:[./)]|-(?=\s))(?: |(?=[^\W\d]))")),
    (Rank.LETTER, spaced(r"(?P<n>[a-z])\s?(?:[/)]\s*|\. )(?=\w)")),
    (Rank.PHASE, spaced(rf"(?P<n>{_PHASE_NAME})(?:\s*[:.]\s*|\s*(?=[(–-])| (?=tu\s)|\s*$)")),
    (Rank.PLUS, spaced(r"(?P<n>[+*·])\s*(?=\S)")),
    (Rank.DASH, spaced(r"(?P<n>[-–—•●▪])\s*(?=\S)")),
)
_CAPITAL = frozenset({Rank.DIVISION, Rank.PART, Rank.ARTICLE, Rank.PHASE})


def marker_of(line: Line) -> Marker | None:
    """The marker a line begins with, if any: ``v.v.`` is no part five, ``XIII.`` is a part."""
    for rank, pattern in _PATTERNS:
        match = pattern.match(line.folded)
        if match is None or not _is_printed_so(rank, line.text[match.start("n") :], match):
            continue
        number = line.text[slice(*match.span("n"))]
        points = number.count(".") - 1 if rank is Rank.POINTED else 0
        printed = line.text[: match.end()].rstrip()
        return Marker(rank + points, printed, number, match.end())
    return None


def _is_printed_so(rank: Rank, text: str, match: re.Match[str]) -> bool:
    """Roman numbers are capital, letters of points small; ``V/v`` and ``I.e`` are words."""
    end = match.end() - match.start("n")
    is_capital = rank in _CAPITAL or "." in match["n"]
    if not text[0].isdigit() and is_capital != text[0].isupper():
        return False
    return rank not in _CAPITAL or text[end - 1].isspace() or not text[end : end + 1].islower()
