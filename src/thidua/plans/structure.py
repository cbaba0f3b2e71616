"""A reading → the values of a plan's rows. Nothing is invented: what is derived is marked so."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from vanban.language.forms import fold, one_line
from vanban.reading.model import Block, Commemoration, Phase, Reading

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseValues:
    """One paragraph; `parent` is the place of the clause it stands under."""

    parent: int | None
    depth: int
    marker: str
    text: str
    heading: bool
    content: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseValues:
    """One stretch of the year; `whole` when the text has no phases."""

    name: str
    starts_on: dt.date
    ends_on: dt.date
    theme: str = ""
    whole: bool = False
    commemorations: tuple[Commemoration, ...] = ()


@dataclass(frozen=True, slots=True)
class Period:
    starts_on: dt.date
    ends_on: dt.date


def clauses_of(blocks: Sequence[Block], reading: Reading) -> list[ClauseValues]:
    """The blocks in order, each under the nearest one that stands above it.

    Running text belongs to the numbered paragraph before it; behind the last one it closes the
    document and belongs to none.
    """
    numbered = [place for place, block in enumerate(blocks) if block.depth]
    closing = numbered[-1] + 1 if numbered else 0
    contents = _contents(reading)
    open_places: list[int] = []
    found = []
    for place, block in enumerate(blocks):
        while open_places and block.depth and blocks[open_places[-1]].depth >= block.depth:
            open_places.pop()
        parent = open_places[-1] if open_places else None
        found.append(
            ClauseValues(
                parent=None if block.depth == 0 and place >= closing else parent,
                depth=block.depth,
                marker=block.marker,
                text=block.text,
                heading=block.heading,
                content=_is_content(block, contents),
            )
        )
        if block.depth:
            open_places.append(place)
    return found


def _contents(reading: Reading) -> list[tuple[str, str]]:
    return [(item.number or "", one_line(item.text)) for item in reading.content_items]


def _is_content(block: Block, contents: Sequence[tuple[str, str]]) -> bool:
    """A content item may go on over several paragraphs: the first of them carries it."""
    words = one_line(block.text)
    number = block.marker.strip(" .)/-–")
    return bool(block.depth and words) and any(
        text.startswith(words) and (not wanted or wanted.strip(" .)/-–") == number)
        for wanted, text in contents
    )


def period_of(reading: Reading, fallback: dt.date) -> Period:
    """The time of the plan: its year, its school year, or the year of its date (MOV-R08)."""
    years = [int(part) for part in _YEAR.findall(reading.year_or_school_year or "")]
    if years and years[-1] == years[0] + 1:
        return Period(dt.date(years[0], 9, 1), dt.date(years[1], 5, 31))
    if not years:
        years = [(reading.date or fallback).year]
    return Period(dt.date(years[0], 1, 1), dt.date(max(years), 12, 31))


def phases_of(reading: Reading, fallback: dt.date) -> list[PhaseValues]:
    """The phases with both days; one for the whole period when the text has none.

    A day that is not printed is the border of the neighbour, of the document or of the period. A
    phase whose days are out of order is left out: `disordered` names those.
    """
    period = period_of(reading, fallback)
    found = [phase for phase in _completed(reading, period) if phase.starts_on <= phase.ends_on]
    return found or [
        PhaseValues(
            name="Cả năm" if period.starts_on.month == 1 else "Cả năm học",
            starts_on=period.starts_on,
            ends_on=period.ends_on,
            whole=True,
        )
    ]


def disordered(reading: Reading, fallback: dt.date) -> list[PhaseValues]:
    """The phases that would end before they begin."""
    period = period_of(reading, fallback)
    return [phase for phase in _completed(reading, period) if phase.starts_on > phase.ends_on]


def _completed(reading: Reading, period: Period) -> Iterator[PhaseValues]:
    previous: dt.date | None = None
    phases = _in_order(reading.phases)
    for place, phase in enumerate(phases):
        following = phases[place + 1 : place + 2]
        start = phase.start or _start(previous, reading, period)
        end = phase.end or _end(following, period)
        yield PhaseValues(
            name=phase.name or f"Đợt {place + 1}",
            starts_on=start,
            ends_on=end,
            theme=phase.theme or "",
            commemorations=phase.commemorations,
        )
        previous = end


def _in_order(phases: Sequence[Phase]) -> Sequence[Phase]:
    """By their days where all have one: what was added by hand stands behind what was read."""
    starts = [phase.start for phase in phases]
    if None in starts:
        return phases
    return sorted(phases, key=lambda phase: phase.start or dt.date.min)


def _start(previous: dt.date | None, reading: Reading, period: Period) -> dt.date:
    if previous is not None:
        return previous + dt.timedelta(days=1)
    return reading.date or period.starts_on


def _end(following: Sequence[Phase], period: Period) -> dt.date:
    if following and following[0].start:
        return following[0].start - dt.timedelta(days=1)
    return period.ends_on


def fields_of(reading: Reading) -> dict[str, Any]:
    """What a plan says beside its rows."""
    return {
        "slogans": list(reading.slogans),
        "scope": reading.scope,
        "participants": reading.participants,
        "partner": reading.partner,
        "movements": list(reading.movements_named),
        "criteria": [asdict(criterion) for criterion in reading.criteria],
    }


def is_plan(type_name: str, reading: Reading) -> bool:
    """Does a superior's paper have the structure of a plan, or is it a letter?"""
    return "ke hoach" in fold(type_name) or bool(reading.content_items or reading.phases)
