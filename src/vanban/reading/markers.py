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


_PHASE_NAME = r"(?:dot|giai doan) (?:thi dua )?(?:\d{1,2}|[ivx]{1,4}|thu \w+|cao diem)\b"
_PATTERNS: tuple[tuple[Rank, re.Pattern[str]], ...] = (
    (
        Rank.DIVISION,
        spaced(r"(?P<n>(?:phan|chuong) (?:thu \w+|[ivx]{1,5}|\d{1,2})\b)[.:/]?\s*"),
    ),
    (Rank.PART, spaced(r"(?P<n>muc \d{1,2}\b)[.:/]\s*")),
    (Rank.PART, spaced(r"(?P<n>[ivx]{1,5})\s?(?:[./):](?: |(?=\w))|[-–] )")),
    (Rank.DIVISION, spaced(r"(?P<n>[a-h])\s?[./)-] (?=\w)")),
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
        if match is None or not _is_printed_so(rank, line.text, match.end()):
            continue
        number = line.text[: match.end("n")]
        points = number.count(".") - 1 if rank is Rank.POINTED else 0
        printed = line.text[: match.end()].rstrip()
        return Marker(rank + points, printed, number, match.end())
    return None


def _is_printed_so(rank: Rank, text: str, end: int) -> bool:
    """Roman numbers are capital, letters of points small; ``V/v`` and ``I.e`` are words."""
    if (rank in _CAPITAL) != text[0].isupper():
        return False
    return rank not in _CAPITAL or text[end - 1].isspace() or not text[end : end + 1].islower()
