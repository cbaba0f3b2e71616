"""The phases of a plan: in order, without gaps or overlaps, inside the plan's year."""

import datetime as dt
from collections.abc import Iterator

from vanban.checking.rules import Slip, rule
from vanban.checking.years import plan_years
from vanban.reading.model import Reading, Severity, Span

TITLE = "Đợt thi đua"

_SCHOOL_YEAR_BEGINS = (7, 1)
_SCHOOL_YEAR_ENDS = (8, 31)


@rule("phase-order", "Đợt thi đua kết thúc trước khi bắt đầu", Severity.ERROR, "MOV-R07")
def ends_before_it_starts(reading: Reading) -> Iterator[Slip]:
    """The two dates of a phase stand in the wrong order."""
    for index, phase in enumerate(reading.phases):
        if phase.start and phase.end and phase.end < phase.start:
            yield Slip(
                f"{phase.name} kết thúc ngày {as_day(phase.end)}, "
                f"trước ngày bắt đầu {as_day(phase.start)}.",
                place_of(reading, index),
            )


@rule("phase-year", "Đợt thi đua nằm ngoài năm của kế hoạch", Severity.WARNING, "MOV-R07")
def outside_the_year(reading: Reading) -> Iterator[Slip]:
    """Usually a year left over from the plan that served as a model."""
    years = plan_years(reading)
    if not years or not reading.year_or_school_year or _year_is_that_of_date(reading):
        return
    first, last = _limits(years)
    for index, phase in enumerate(reading.phases):
        outside = [day for day in (phase.start, phase.end) if day and not first <= day <= last]
        if outside:
            yield Slip(
                f"{phase.name} có ngày {as_day(outside[0])}, ngoài {reading.year_or_school_year}.",
                place_of(reading, index),
            )


def _year_is_that_of_date(reading: Reading) -> bool:
    """The text says no year of its own: a plan signed in December runs through the next year."""
    year, date = reading.spans.get("year_or_school_year"), reading.spans.get("date")
    return bool(year and date and date[0] <= year[0] < date[1])


def _limits(years: tuple[int, ...]) -> tuple[dt.date, dt.date]:
    """First and last day a phase may have; a school year is taken with both its summers."""
    if len(years) == 1:
        return dt.date(years[0], 1, 1), dt.date(years[0], 12, 31)
    return dt.date(years[0], *_SCHOOL_YEAR_BEGINS), dt.date(years[-1], *_SCHOOL_YEAR_ENDS)


def place_of(reading: Reading, index: int) -> Span | None:
    name = f"phases[{index}]"
    spans = (reading.spans.get(f"{name}.{part}") for part in ("start", "end", "name"))
    return next((span for span in spans if span), reading.spans.get(name))


def as_day(date: dt.date) -> str:
    return f"{date:%d/%m/%Y}"
