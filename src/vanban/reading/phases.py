"""The stretches of a plan (``Đợt 1: Từ 1/01 - 30/6/2022``), as paragraphs, rows or sentences."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vanban.language.dates import Period, periods_in, points_in
from vanban.language.patterns import spaced
from vanban.reading.commemorations import read_commemorations
from vanban.reading.markers import PHASE_NUMBER, Rank
from vanban.reading.paper import CLEAR, DERIVED, Found
from vanban.reading.phase_found import PhaseFound, ends_of, in_order, moved, theme_in
from vanban.reading.timetable import only_time, timetable

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from vanban.reading.model import Span
    from vanban.reading.named import Named
    from vanban.reading.outline import Node, Outline
    from vanban.reading.paper import Paper

_WAVE = rf"(?:dot|giai doan|buoc|chang) (?:thi dua )?(?:(?:cao diem )?{PHASE_NUMBER}|cao diem\b)"
_BARE = r"dot thi dua(?:\s*[\"“][^\"“”]{3,80}[\"”])?(?=\s*[:(]| tu\s)"
_NAME = spaced(rf"(?:thi dua )?(?P<name>(?P<wave>{_WAVE})|(?:hoc ky|quy) {PHASE_NUMBER}|{_BARE})")
_TIME = spaced(r"thoi gian\b")
_LAUNCHED = spaced(r"\b(?:phat dong|thoi gian(?: \w+){0,3}) (?P<name>dot thi dua)\b")
_ONE_WAVE = spaced(
    r"(?<!cac\s)(?<!moi\s)(?<!\w)"
    r"(?P<name>dot (?:thi dua(?: cao diem)?|cao diem)|(?<=phat\sdong\s)thi dua)\b"
    r"[^.;:]{0,120}?\s(?=tu )"
)
_INLINE = spaced(
    rf"(?<!\w)(?P<name>(?P<wave>{_WAVE}))"
    r"(?=\s*[:(,]|\s*[–-] |(?: (?:dien ra|bat dau|thuc hien|to chuc|trien khai|keo dai))?,? tu\s)"
)
_CELL = spaced(r"\|\s*(?:\d{1,2}\s*\|\s*)?")
_PLANS = frozenset({"Kế hoạch", "Hướng dẫn", "Chương trình", "Lời phát động"})
_HEAD = 300
"""The period is looked for within so many characters of the name."""
_INLINE_HEAD = 90
_AT_HEAD = 20
"""A name so near the head of a paragraph has all of it."""
_LONGEST = dt.timedelta(days=740)


@dataclass(frozen=True, slots=True)
class _Reader:
    """What every step needs: the years of the plan, and the day of the document."""

    paper: Paper
    outline: Outline
    names: list[Named]
    years: tuple[int, ...]
    today: dt.date | None

    def phase(self, span: Span, name: Found[str], period: Period | None) -> PhaseFound:
        start, end = ends_of(period)
        days = read_commemorations(self.paper, [(name.span[1], span[1])], self.years)
        return PhaseFound(span, name, start, end, theme_in(self.names, span), days)

    def period(self, span: Span, reach: int = _HEAD) -> Period | None:
        """The first stretch of time named near the beginning of a span."""
        start = span[0]
        text = self.paper.text[start : min(span[1], start + reach)]
        for period in periods_in(text, self.years, self.today):
            if period.start and period.end and period.end - period.start > _LONGEST:
                continue
            if period.start or period.end:
                return moved(period, start)
        return None


def read_phases(
    paper: Paper,
    outline: Outline,
    names: list[Named],
    years: tuple[int, ...],
    today: dt.date | None,
    doc_type: str | None = None,
) -> list[PhaseFound]:
    """The phases in order, each name once; none unless one has a period or two are named.

    `years` (of the plan) complete dates without a year, `today` is when the document says *từ nay*.
    A document without named waves may still have a timetable of months or quarters.
    """
    known = years or ((today.year,) if today else _printed_years(paper, outline))
    reader = _Reader(paper, outline, names, known, today)
    found: dict[str, PhaseFound] = {}
    for span, name, is_wave in _candidates(reader):
        period = reader.period((name.span[1], span[1])) or _row_period(reader, name)
        if period is None and not is_wave:
            continue
        found.setdefault(name.value.casefold(), reader.phase(span, name, period))
    phases = list(found.values())
    if len(phases) > 1 or any(phase.end or phase.start for phase in phases):
        return in_order(phases)
    if wave := _only_wave(reader):
        return wave
    unnamed = timetable(paper, outline, reader.years, today)
    if not unnamed and doc_type in _PLANS:
        unnamed = only_time(paper, outline, reader.years, today)
    return [reader.phase(span, name, period) for span, name, period in unnamed]


def _printed_years(paper: Paper, outline: Outline) -> tuple[int, ...]:
    """Where nothing else tells the year, the last one that a day or month is printed with."""
    texts = (paper.text[slice(*node.block.span)] for node in outline.nodes)
    years = [p.year for text in texts for p in points_in(text) if p.year and p.month]
    return (max(years),) if years else ()


def _only_wave(reader: _Reader) -> list[PhaseFound]:
    """A document that launches one *đợt thi đua* and has one paragraph on its time."""
    paper, outline = reader.paper, reader.outline
    if wave := _wave_in_sentence(reader):
        return [wave]
    launched = _LAUNCHED.search(paper.folded)
    if launched is None:
        return []
    for node in outline.nodes:
        if not _TIME.match(paper.folded, node.words_start):
            continue
        span = (node.block.span[0], outline.extent(node)[1])
        period = reader.period(span)
        if period and period.start and period.end:
            words = paper.found(launched.span("name"), DERIVED)
            name = Found(words.value[0].upper() + words.value[1:].lower(), words.span, DERIVED)
            start, end = ends_of(period)
            days = read_commemorations(paper, [span], reader.years)
            return [PhaseFound(span, name, start, end, theme_in(reader.names, span), days)]
    return []


def _wave_in_sentence(reader: _Reader) -> PhaseFound | None:
    """``phát động đợt thi đua cao điểm …, từ ngày 10/9 đến 10/10/2018`` in one sentence."""
    paper = reader.paper
    for node in reader.outline.nodes:
        for match in _ONE_WAVE.finditer(paper.folded, node.words_start, node.block.span[1]):
            period = reader.period((match.end(), node.block.span[1]), _INLINE_HEAD)
            if period and period.start and period.end:
                words = paper.found(match.span("name"), DERIVED)
                printed = words.value[0].upper() + words.value[1:]
                span = (match.start("name"), node.block.span[1])
                return reader.phase(span, Found(printed, words.span, DERIVED), period)
    return None


def _candidates(reader: _Reader) -> Iterator[tuple[Span, Found[str], bool]]:
    """Each name that begins a phase, with all that belongs to it."""
    paper, outline = reader.paper, reader.outline
    begun = [(node, _names(reader, node)) for node in outline.nodes]
    places = {node.place for node, matches in begun if matches}
    for node, matches in begun:
        starts = [match.start("name") for match in matches]
        if not starts:
            continue
        extent = _extent(outline, node, places)
        ends = [*starts[1:], extent[1]]
        if starts[0] <= node.words_start + _AT_HEAD:
            starts[0] = extent[0]
        for match, start, end in zip(matches, starts, ends, strict=True):
            yield (start, end), paper.found(match.span("name"), CLEAR), match["wave"] is not None


def _names(reader: _Reader, node: Node) -> list[re.Match[str]]:
    """At the head of a paragraph or row, in a later cell of a row, or several inside one."""
    paper = reader.paper
    start = node.block.span[0] if node.rank == Rank.PHASE else node.words_start
    end = node.block.span[1]
    if cell := _CELL.match(paper.folded, start):
        start = cell.end()
        return _names_in_row(paper, start, end)
    head = _NAME.match(paper.folded, start, end)
    if head is not None and not paper.text[start].isupper():
        head = None
    inside = [
        match
        for match in _INLINE.finditer(paper.folded, head.end() if head else start, end)
        if reader.period((match.end(), end), _INLINE_HEAD) is not None
    ]
    if head is not None:
        return [head, *inside]
    return inside if len(inside) > 1 else []


def _names_in_row(paper: Paper, start: int, end: int) -> list[re.Match[str]]:
    while start < end:
        match = _NAME.match(paper.folded, start, end)
        if match is not None and paper.text[start].isupper():
            return [match]
        bar = paper.text.find("|", start, end)
        if bar < 0:
            break
        start = bar + 1
        while start < end and paper.text[start] == " ":
            start += 1
    return []


def _row_period(reader: _Reader, name: Found[str]) -> Period | None:
    """In a row the time may stand in the cell before the name."""
    line_start = reader.paper.text.rfind("\n", 0, name.span[0]) + 1
    if reader.paper.text[line_start : line_start + 1] != "|":
        return None
    return reader.period((line_start, name.span[0]))


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
