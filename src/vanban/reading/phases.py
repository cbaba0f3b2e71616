"""The stretches of a plan (``Đợt 1: Từ 1/01 - 30/6/2022``), as paragraphs or table rows."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vanban.language.dates import Period, periods_in
from vanban.language.patterns import spaced
from vanban.reading.commemorations import read_commemorations
from vanban.reading.markers import Rank
from vanban.reading.paper import CLEAR, DERIVED, GUESS, Found

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from vanban.reading.model import Commemoration, Span
    from vanban.reading.named import Named
    from vanban.reading.outline import Node, Outline
    from vanban.reading.paper import Paper

_NUMBER = r"(?:\d{1,2}|[ivx]{1,4}|thu \w+)\b"
_WAVE = rf"(?:dot|giai doan) (?:thi dua )?(?:(?:cao diem )?{_NUMBER}|cao diem\b)"
_BARE = r"dot thi dua(?:\s*[\"“][^\"“”]{3,80}[\"”])?(?=\s*[:(]| tu\s)"
_NAME = spaced(rf"(?:thi dua )?(?P<name>(?P<wave>{_WAVE})|(?:hoc ky|quy) {_NUMBER}|{_BARE})")
_TIME = spaced(r"thoi gian\b")
_LAUNCHED = spaced(r"\b(?:phat dong|thoi gian(?: \w+){0,3}) (?P<name>dot thi dua)\b")
_INLINE = spaced(rf"(?<=[:;.,-])\s*(?P<name>(?P<wave>{_WAVE}))(?=\s*[:(]| tu\s)")
_CELL = spaced(r"\|\s*(?:\d{1,2}\s*\|\s*)?")
_HEAD = 300
"""The period is looked for within so many characters of the name."""
_LONGEST = dt.timedelta(days=740)


@dataclass(frozen=True, slots=True)
class PhaseFound:
    """A phase with the place of everything in it; `span` covers all that belongs to it."""

    span: Span
    name: Found[str]
    start: Found[dt.date] | None
    end: Found[dt.date] | None
    theme: Found[str] | None
    commemorations: list[Found[Commemoration]]


def read_phases(
    paper: Paper,
    outline: Outline,
    names: list[Named],
    years: tuple[int, ...],
    today: dt.date | None,
) -> list[PhaseFound]:
    """The phases in order, each name once; none unless one has a period or two are named.

    `years` (of the plan) complete dates without a year, `today` is when the document says *từ nay*.
    """
    found: dict[str, PhaseFound] = {}
    for span, name, is_wave in _candidates(paper, outline):
        period = _period(paper, (name.span[1], span[1]), years, today)
        if period is None and not is_wave:
            continue
        start, end = _ends(period)
        days = read_commemorations(paper, [(name.span[1], span[1])], years)
        phase = PhaseFound(span, name, start, end, _theme(names, span), days)
        found.setdefault(name.value.casefold(), phase)
    phases = list(found.values())
    if len(phases) > 1 or any(phase.end for phase in phases):
        return phases
    return _only_wave(paper, outline, names, years, today)


def _only_wave(
    paper: Paper,
    outline: Outline,
    names: list[Named],
    years: tuple[int, ...],
    today: dt.date | None,
) -> list[PhaseFound]:
    """A document that launches one *đợt thi đua* and has one paragraph on its time."""
    launched = _LAUNCHED.search(paper.folded)
    if launched is None:
        return []
    for node in outline.nodes:
        if not _TIME.match(paper.folded, node.words_start):
            continue
        span = (node.block.span[0], outline.extent(node)[1])
        start, end = _ends(_period(paper, span, years, today))
        if start and end:
            words = paper.found(launched.span("name"), DERIVED)
            name = Found(words.value[0].upper() + words.value[1:].lower(), words.span, DERIVED)
            days = read_commemorations(paper, [span], years)
            return [PhaseFound(span, name, start, end, _theme(names, span), days)]
    return []


def _candidates(paper: Paper, outline: Outline) -> Iterator[tuple[Span, Found[str], bool]]:
    """Each name that begins a phase, with all that belongs to it."""
    begun = [(node, _names(paper, node)) for node in outline.nodes]
    places = {node.place for node, matches in begun if matches}
    for node, matches in begun:
        starts = [match.start("name") for match in matches]
        if not starts:
            continue
        extent = _extent(outline, node, places)
        ends = [*starts[1:], extent[1]]
        for match, start, end in zip(matches, [extent[0], *starts[1:]], ends, strict=True):
            yield (start, end), paper.found(match.span("name"), CLEAR), match["wave"] is not None


def _names(paper: Paper, node: Node) -> list[re.Match[str]]:
    """At the head of a paragraph or row; or several inside one, each after a sign."""
    start = node.block.span[0] if node.rank == Rank.PHASE else node.words_start
    if cell := _CELL.match(paper.folded, start):
        start = cell.end()
    end = node.block.span[1]
    head = _NAME.match(paper.folded, start, end)
    if head is not None and not paper.text[start].isupper():
        head = None
    inside = list(_INLINE.finditer(paper.folded, head.end() if head else start, end))
    if head is not None:
        return [head, *inside]
    return inside if len(inside) > 1 else []


def _extent(outline: Outline, node: Node, starts: set[int]) -> Span:
    """Up to the next phase, and no further than what stands below this one."""
    stop = node.stop
    while (
        node.block.depth == 0
        and stop < len(outline.nodes)
        and outline.nodes[stop].rank == Rank.DASH
    ):
        stop += 1
    place = node.place + 1
    while place < stop and place not in starts:
        place += 1
    return node.block.span[0], outline.nodes[place - 1].block.span[1]


def _period(
    paper: Paper, span: Span, years: tuple[int, ...], today: dt.date | None
) -> Period | None:
    start = span[0]
    text = paper.text[start : min(span[1], start + _HEAD)]
    for period in periods_in(text, years, today):
        if period.start and period.end and period.end - period.start > _LONGEST:
            continue
        if period.start or period.end:
            return _moved(period, start)
    return None


def _moved(period: Period, by: int) -> Period:
    return Period(
        period.start,
        period.end,
        (period.start_span[0] + by, period.start_span[1] + by),
        (period.end_span[0] + by, period.end_span[1] + by),
        period.guessed,
    )


def _ends(period: Period | None) -> tuple[Found[dt.date] | None, Found[dt.date] | None]:
    if period is None:
        return None, None
    confidence = GUESS if period.guessed else CLEAR
    start = Found(period.start, period.start_span, confidence) if period.start else None
    return start, Found(period.end, period.end_span, confidence) if period.end else None


def _theme(names: list[Named], span: Span) -> Found[str] | None:
    """Quoted after *chủ đề*, or as the name of the wave itself."""
    for role, confidence in (("theme", CLEAR), ("phase", DERIVED)):
        for name in names:
            if name.role == role and span[0] <= name.span[0] < span[1]:
                return Found(name.words, name.span, confidence)
    return None
