"""The line of place and date (``Hòa Bình, ngày 04 tháng 01 năm 2022``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vanban.language.dates import points_in
from vanban.language.forms import is_upper
from vanban.language.patterns import spaced
from vanban.reading.cells import part_of, shifted
from vanban.reading.paper import CLEAR, DERIVED, LETTERHEAD, Found, Line

if TYPE_CHECKING:
    import datetime as dt

    from vanban.language.dates import Point
    from vanban.reading.model import Span
    from vanban.reading.paper import Paper

_DATE_AHEAD = (
    r"(?:ngay\b(?=[\s\d.…_]*(?:$|thang|[/.-]\s?\d))"
    r"|(?=\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4})|(?=thang \d{1,2} nam \d{4}))"
)
_PLACE = spaced(rf"(?P<place>[^\W\d_][^,;|(\n\d]{{1,60}}?)\s*[,;.]?\s*{_DATE_AHEAD}")
_AHEAD = spaced(rf"\s*,\s*{_DATE_AHEAD}")
_SHORT = frozenset({"TP.", "TP", "TX.", "TT.", "TP.HCM", "HCM"})
_ALONE = spaced(r"ngay\b[\s\d.…_]*(?:thang[\s\d]*nam[\s\d]*|[/.-][\d\s/.-]*)")
_YEAR_LINE = spaced(r"nam \d{4}\b")
_HOURS = re.compile(r"(?i)(?:sáng|trưa|chiều|tối|đêm|ngày|hôm|vào|từ|thứ|số|lúc)\b")
_WORD = re.compile(r"\S+")
_FIRST_YEAR = 1945
_MOST_WORDS = 7


@dataclass(frozen=True, slots=True)
class PlaceFound:
    """Place and date, a date that lacks its year as `open_day`, and the cells that remain."""

    place: Found[str] | None
    date: Found[dt.date] | None
    open_day: Found[Point] | None
    remaining: list[Line]


def read_place(paper: Paper, cells: list[Line]) -> PlaceFound:
    """The first cell that names a place before a date; failing that, a date that stands alone."""
    for index, cell in enumerate(cells):
        match = _match(cell)
        if match is None:
            continue
        place = paper.found(shifted(match, cell), LETTERHEAD)
        following = cells[index + 1] if index + 1 < len(cells) else None
        dated = _dated(cell, match[1], following)
        before = part_of(cell, 0, match[0])
        rest = [before] if before.text else []
        remaining = cells[:index] + rest + cells[index + 1 :]
        return PlaceFound(place, _day(dated, LETTERHEAD), _open_day(dated), remaining)
    for index, cell in enumerate(cells):
        if _ALONE.fullmatch(cell.folded):
            dated = _dated(cell, 0, None)
            return PlaceFound(
                None, _day(dated, CLEAR), _open_day(dated), cells[:index] + cells[index + 1 :]
            )
    return PlaceFound(None, None, None, cells)


def _match(cell: Line) -> Span | None:
    """Where the place stands: at the head of the cell, or glued to another column."""
    ahead = _AHEAD.search(cell.folded)
    start = _names_before(cell.text, ahead.start()) if ahead else 0
    if ahead is not None and 0 < start < ahead.start() and is_upper(cell.text[:start]):
        return start, ahead.start()
    match = _PLACE.match(cell.folded)
    if match is not None and cell.text[0].isupper() and _is_place(cell.text[: match.end("place")]):
        return match.span("place")
    if ahead is not None and start < ahead.start() and _is_place(cell.text[start : ahead.start()]):
        return start, ahead.start()
    return None


def _names_before(text: str, end: int) -> int:
    """Where the words with one capital each begin that stand right before `end`."""
    start = end
    for word in reversed(list(_WORD.finditer(text, 0, end))):
        is_name = word[0] in _SHORT or (word[0][0].isupper() and not is_upper(word[0][1:]))
        if not is_name and word[0] not in {"-", "–"}:
            break
        start = word.start()
    return start


def _is_place(words: str) -> bool:
    """A name, not a sentence that goes on to a date."""
    parts = words.split()
    if _HOURS.match(words):
        return False
    small = sum(part[0].islower() for part in parts)
    return len(parts) <= _MOST_WORDS and small <= len(parts) // 2


def _dated(cell: Line, start: int, following: Line | None) -> tuple[Point, Span] | None:
    """What the cell says of a day; its year may have slipped to the next line."""
    text = cell.text[start:]
    points = [point for point in points_in(text) if point.day is not None]
    if not points:
        return None
    point = points[0]
    span = shifted((start + point.span[0], start + point.span[1]), cell)
    slipped = following is not None and _YEAR_LINE.match(following.folded)
    if point.year is None and following is not None and slipped:
        joined = points_in(f"{text[point.span[0] : point.span[1]]} {following.text}")
        if joined and joined[0].year is not None:
            return joined[0], (span[0], following.start + slipped.end())
    return point, span


def _day(dated: tuple[Point, Span] | None, confidence: float) -> Found[dt.date] | None:
    date = dated[0].first() if dated else None
    if dated is None or date is None or date.year < _FIRST_YEAR:
        return None
    return Found(date, dated[1], confidence)


def _open_day(dated: tuple[Point, Span] | None) -> Found[Point] | None:
    if dated is None or dated[0].year is not None:
        return None
    return Found(dated[0], dated[1], DERIVED)
