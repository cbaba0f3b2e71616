"""Place and date of a document that does not print them in its letterhead, or not in full."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vanban.language.dates import dates_in
from vanban.language.patterns import spaced
from vanban.reading.cells import cells_of
from vanban.reading.paper import DERIVED, GUESS, Found
from vanban.reading.place_line import read_place

if TYPE_CHECKING:
    import datetime as dt

    from vanban.language.dates import Point
    from vanban.reading.letterhead import Letterhead
    from vanban.reading.model import Span
    from vanban.reading.paper import Line, Paper
    from vanban.reading.tail import Tail

_TODAY = spaced(r"(?:hom nay|thoi gian\s*:)[^.;]{0,60}?(?=ngay \d)")
_DAY_FIRST = spaced(r"(?:(?:sang|trua|chieu|toi|vao|hom|ngay|nay)\b,?\s*)*(?=(?:ngay )?\d)")
_DAY_LENGTH = 36
_LINES_ABOVE = 4


@dataclass(frozen=True, slots=True)
class Dated:
    """Place and date; `open_day` lacks its year; `today` is what *từ nay* counts from."""

    place: Found[str] | None
    date: Found[dt.date] | None
    open_day: Found[Point] | None
    today: dt.date | None

    def with_year(self, year: Found[str] | None) -> Dated:
        """Complete a day without a year by the year the document is for."""
        if self.date is not None or self.open_day is None or year is None:
            return self
        if not year.value.isdecimal():
            return self
        day = replace(self.open_day.value, year=int(year.value)).first()
        date = Found(day, self.open_day.span, GUESS) if day else None
        return Dated(self.place, date, None, day or self.today)


def date_of(paper: Paper, head: Letterhead, tail: Tail, preamble: Span) -> Dated:
    """From the letterhead; else above the signature; else where minutes say *hôm nay*."""
    place, date, open_day = head.place, head.date, head.open_day
    if date is None and open_day is None and head.symbol is None:
        below = read_place(paper, list(cells_of(_around(paper, tail))))
        if below.place is not None and below.date is not None:
            place, date = place or below.place, below.date
    if date is None:
        date = _today(paper, preamble)
    today = date.value if date else _first_day(paper, preamble)
    return Dated(place, date, open_day, today)


def _around(paper: Paper, tail: Tail) -> tuple[Line, ...]:
    """The lines of the tail, and the last ones above it."""
    above = [line for line in paper.lines if line.text and line.end <= tail.start][-_LINES_ABOVE:]
    within = [line for line in paper.lines if line.text and tail.start <= line.start < tail.end]
    return (*above, *within)


def _today(paper: Paper, preamble: Span) -> Found[dt.date] | None:
    match = _TODAY.search(paper.folded, *preamble)
    if match is None:
        return None
    printed = dates_in(paper.text[match.end() : match.end() + 40])
    if not printed:
        return None
    start, end = printed[0].span
    return Found(printed[0].date, (match.end() + start, match.end() + end), DERIVED)


def _first_day(paper: Paper, preamble: Span) -> dt.date | None:
    """``Sáng 12/3/2021, …``: the first sentence of a press text begins with its day."""
    begun = _DAY_FIRST.match(paper.folded, *preamble)
    if begun is None:
        return None
    printed = dates_in(paper.text[begun.end() : begun.end() + _DAY_LENGTH])
    return printed[0].date if printed and printed[0].span[0] == 0 else None
