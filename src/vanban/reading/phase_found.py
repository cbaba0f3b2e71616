"""A phase as it is found, and what all ways of finding one share."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vanban.reading.paper import CLEAR, DERIVED, GUESS, Found

if TYPE_CHECKING:
    import datetime as dt

    from vanban.language.dates import Period
    from vanban.reading.model import Commemoration, Span
    from vanban.reading.named import Named


@dataclass(frozen=True, slots=True)
class PhaseFound:
    """A phase with the place of everything in it; `span` covers all that belongs to it."""

    span: Span
    name: Found[str]
    start: Found[dt.date] | None
    end: Found[dt.date] | None
    theme: Found[str] | None
    commemorations: list[Found[Commemoration]]


def ends_of(period: Period | None) -> tuple[Found[dt.date] | None, Found[dt.date] | None]:
    """First and last day as values; a year that was not printed beside them is a guess."""
    if period is None:
        return None, None
    confidence = GUESS if period.guessed else CLEAR
    start = Found(period.start, period.start_span, confidence) if period.start else None
    return start, Found(period.end, period.end_span, confidence) if period.end else None


def moved(period: Period, by: int) -> Period:
    """The same period in a text that begins `by` code points earlier."""
    return replace(
        period,
        start_span=(period.start_span[0] + by, period.start_span[1] + by),
        end_span=(period.end_span[0] + by, period.end_span[1] + by),
    )


def theme_in(names: list[Named], span: Span) -> Found[str] | None:
    """Quoted after *chủ đề*, or as the name of the wave itself."""
    for role, confidence in (("theme", CLEAR), ("phase", DERIVED)):
        for name in names:
            if name.role == role and span[0] <= name.span[0] < span[1]:
                return Found(name.words, name.span, confidence)
    return None


def in_order(phases: list[PhaseFound]) -> list[PhaseFound]:
    """Phases follow one another: a guessed year that breaks the order is the one before."""
    ordered: list[PhaseFound] = []
    for phase in reversed(phases):
        ordered.insert(0, _not_after(phase, ordered[0]) if ordered else phase)
    return ordered


def _not_after(phase: PhaseFound, following: PhaseFound) -> PhaseFound:
    first = following.start or following.end
    last = phase.end or phase.start
    if first is None or last is None or last.confidence != GUESS or last.value < first.value:
        return phase
    return replace(phase, start=_year_before(phase.start), end=_year_before(phase.end))


def _year_before(day: Found[dt.date] | None) -> Found[dt.date] | None:
    if day is None:
        return None
    is_leap_day = (day.value.month, day.value.day) == (2, 29)
    value = day.value.replace(year=day.value.year - 1, day=28 if is_leap_day else day.value.day)
    return Found(value, day.span, day.confidence)
