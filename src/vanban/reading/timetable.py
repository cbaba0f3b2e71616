"""Phases without a name of their own: months and quarters listed under *Thời gian*, *Tiến độ*."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from vanban.language.dates import Period, periods_in
from vanban.language.patterns import spaced
from vanban.reading.markers import PHASE_NUMBER
from vanban.reading.paper import DERIVED, GUESS, Found
from vanban.reading.phase_found import moved

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vanban.reading.model import Span
    from vanban.reading.outline import Node, Outline
from vanban.reading.paper import Paper

_HEADING = spaced(
    r"\b(?:thoi gian|tien do|lo trinh|phan ky|cac buoc|cac dot|cac giai doan|lich trinh"
    r"|to chuc thuc hien|ke hoach thuc hien|trien khai)\b"
)
_COLUMN = spaced(r"\|(?:[^|\n]*\|){0,3}\s*thoi gian\b[^|\n]*\|")
_BEGINS = spaced(
    r"(?:trong )?(?:(?:tu|den|dau|cuoi|giua|het) )*(?:nay |(?:ngay )?\d{1,2}\s?[/.-]\s?\d"
    r"|ngay \d|\d{1,2} (?:[-–]|den) \d|thang \d|quy (?:[ivx]+|\d)\b|6 thang (?:dau|cuoi) nam)"
)
_NAME_ENDS = spaced(r":|\s[–-]\s(?=[^\W\d_])|;|\.(?=\s)|,(?= [^\W\d_]{2,} (?!thang|quy|nam))")
_TIME_LABEL = spaced(
    r"(?:ve )?(?P<name>thoi gian(?: (?:thuc hien|to chuc|thi dua|phat dong|trien khai))?)\s*[:\n]"
)
_CALLED = spaced(
    rf"\s*(?::|[–-]|\||la)\s*(?:la )?(?P<name>(?:dot|giai doan) (?:thi dua )?{PHASE_NUMBER})"
)
_SHORTEST = dt.timedelta(days=6)
"""Less than a week is a date to keep, no phase."""
_REACH = 80
_FEWEST = 2


def timetable(
    paper: Paper, outline: Outline, years: tuple[int, ...], today: dt.date | None
) -> list[tuple[Span, Found[str], Period]]:
    """The stretches under a heading of time, or in the rows of a table of times.

    Each with its span, the time words that name it, and its period; fewer than two are none.
    """
    found = []
    for node, start, end in _entries(paper, outline):
        text = paper.text[start:end]
        period = next(iter(periods_in(text[:_REACH], years, today)), None)
        if period is None or not (_is_stretch(period) or _is_open(period, text)):
            continue
        name = _name(paper, start, end, start + period.end_span[1])
        span = (node.block.span[0], outline.extent(node)[1])
        found.append((span, name, moved(period, start)))
    return found if len(found) >= _FEWEST else []


def only_time(
    paper: Paper, outline: Outline, years: tuple[int, ...], today: dt.date | None
) -> list[tuple[Span, Found[str], Period]]:
    """The stretch that a plan gives as its *Thời gian*, when that is all it says of time."""
    for node in outline.nodes:
        label = _TIME_LABEL.match(paper.folded, node.words_start, node.block.span[1] + 1)
        if label is None:
            continue
        start, end = label.end(), outline.extent(node)[1]
        periods = periods_in(paper.text[start : min(end, start + _REACH)], years, today)
        if len(periods) == 1 and _is_long(periods[0]):
            name = paper.found(label.span("name"), GUESS)
            return [((node.block.span[0], end), name, moved(periods[0], start))]
    return []


def _is_long(period: Period) -> bool:
    return bool(period.start and period.end and period.end - period.start >= 2 * _SHORTEST)


def _entries(paper: Paper, outline: Outline) -> Iterator[tuple[Node, int, int]]:
    """Paragraphs under such a heading, or cells of such a column, that begin with a time."""
    in_table = False
    for node in outline.nodes:
        start, end = node.block.span
        if paper.text[start] != "|":
            in_table = False
            if _is_below(outline, node) and _BEGINS.match(paper.folded, node.words_start, end):
                yield node, node.words_start, end
            continue
        if _COLUMN.match(paper.folded, start, end):
            in_table = True
        elif in_table and (cell := _time_cell(paper, start, end)):
            yield node, *cell


def _is_below(outline: Outline, node: Node) -> bool:
    if not node.block.depth:
        return False
    above = [n for n in outline.nodes[: node.place] if n.place < node.place < n.stop]
    return any(_HEADING.search(n.folded) for n in above if n.block.heading)


def _time_cell(paper: Paper, start: int, end: int) -> Span | None:
    while start < end:
        bar = paper.text.find("|", start, end)
        if bar < 0:
            return None
        start = bar + 1
        while start < end and paper.text[start] == " ":
            start += 1
        if _BEGINS.match(paper.folded, start, end):
            stop = paper.text.find("|", start, end)
            return start, stop if stop > 0 else end
    return None


def _is_stretch(period: Period) -> bool:
    return bool(period.start and period.end and period.end - period.start >= _SHORTEST)


def _is_open(period: Period, text: str) -> bool:
    """``Từ sau Tết đến 30/4``: the first day is not known, but it is a stretch."""
    return period.start is None and text[:2].casefold() == "từ"


def _name(paper: Paper, start: int, end: int, timed: int) -> Found[str]:
    """What it is called behind the time; else the time words themselves."""
    if called := _CALLED.match(paper.folded, timed, end):
        return paper.found(called.span("name"), DERIVED)
    colon = paper.text.find(":", start, timed)
    if colon > 0:
        return paper.found((start, colon), DERIVED)
    stop = _NAME_ENDS.search(paper.folded, timed, end)
    name = paper.found((start, stop.start() if stop else timed), DERIVED)
    return name if len(name.value) <= _REACH else paper.found((start, timed), DERIVED)
