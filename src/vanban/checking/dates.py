"""Dates: do they exist, are they clear, do the phases of the plan fit together?"""

import datetime as dt
import re
from collections.abc import Iterator
from itertools import pairwise

from vanban.checking.rules import Slip, rule
from vanban.checking.words import folded
from vanban.checking.years import plan_years
from vanban.language.dates import impossible_dates
from vanban.language.forms import fold
from vanban.language.lunar import can_chi, find_year_names
from vanban.reading.model import Phase, Reading, Severity, Span

TITLE = "Ngày tháng, đợt thi đua"

_ONE_DAY = dt.timedelta(days=1)
_MONTH_WITH_DAY = re.compile(
    r"\bthang\s+(?P<day>\d{1,2})/(?P<month>0?[1-9]|1[0-2])(?P<year>/\d{4})?(?![\d/])"
)
_SPRING = re.compile(r"\b(?:tet|xuan)\b[^.;:\n]{0,25}$")
_SCHOOL_YEAR_BEGINS = (7, 1)
_SCHOOL_YEAR_ENDS = (8, 31)


@rule("impossible-date", "Ngày không có trong lịch", Severity.ERROR, "DOC-27")
def impossible(reading: Reading) -> Iterator[Slip]:
    """31/04 and 29/02/2023 do not exist."""
    for span, printed in impossible_dates(reading.text):
        yield Slip(f"Không có ngày {printed.removeprefix('ngày ')} trong lịch.", span)


@rule("can-chi-year", "Tên năm âm lịch không khớp với năm", Severity.ERROR, "ANN-R07")
def lunar_name_beside_year(reading: Reading) -> Iterator[Slip]:
    """``Tết Quý Mão 2024``: the name stands beside the year, so one of them is wrong."""
    for found in find_year_names(reading.text):
        if found.year is not None and found.name != can_chi(found.year):
            right = can_chi(found.year)
            yield Slip(f"Năm {found.year} là {right}, không phải {found.name}.", found.span, right)


@rule("can-chi-plan", "Tết không thuộc năm của kế hoạch", Severity.WARNING, "ANN-R07")
def lunar_name_alone(reading: Reading) -> Iterator[Slip]:
    """A Tết named without its year is neither that of the plan's year nor the next one."""
    years = plan_years(reading)
    for found in find_year_names(reading.text):
        if found.year is not None or not years or not _is_spring(reading.text, found.span):
            continue
        expected = can_chi(years[-1])
        if found.name not in {can_chi(year) for year in (*years, years[-1] + 1)}:
            yield Slip(
                f"Kế hoạch năm {years[-1]} nói đến Tết {found.name}; "
                f"năm {years[-1]} là {expected}.",
                found.span,
                expected,
            )


@rule("unclear-date", "Ngày viết chưa rõ", Severity.ASK, "DOC-27")
def month_written_with_a_day(reading: Reading) -> Iterator[Slip]:
    """``tháng 1/01``: a month, or the first of January?"""
    for match in _MONTH_WITH_DAY.finditer(folded(reading.text)):
        printed = reading.text[match.start() : match.end()]
        date = f"{int(match['day']):02}/{int(match['month']):02}{match['year'] or ''}"
        yield Slip(f"“{printed}” là ngày {date}?", match.span(), f"ngày {date}")


@rule("phase-order", "Đợt thi đua kết thúc trước khi bắt đầu", Severity.ERROR, "MOV-R07")
def ends_before_it_starts(reading: Reading) -> Iterator[Slip]:
    """The two dates of a phase stand in the wrong order."""
    for index, phase in enumerate(reading.phases):
        if phase.start and phase.end and phase.end < phase.start:
            yield Slip(
                f"{phase.name} kết thúc ngày {_day(phase.end)}, "
                f"trước ngày bắt đầu {_day(phase.start)}.",
                _place(reading, index),
            )


@rule("phase-overlap", "Các đợt thi đua chồng lên nhau", Severity.WARNING, "MOV-R07")
def overlap(reading: Reading) -> Iterator[Slip]:
    """A phase starts while the one before it still runs."""
    for index, start, before, end in _neighbours(reading.phases):
        if start <= end:
            yield Slip(
                f"{reading.phases[index].name} bắt đầu ngày {_day(start)}, "
                f"khi {before.name} còn đến ngày {_day(end)}.",
                _place(reading, index),
            )


@rule("phase-gap", "Có khoảng trống giữa hai đợt thi đua", Severity.WARNING, "MOV-R07")
def gap(reading: Reading) -> Iterator[Slip]:
    """Days between two phases belong to neither."""
    for index, start, before, end in _neighbours(reading.phases):
        if start > end + _ONE_DAY:
            yield Slip(
                f"Từ {_day(end + _ONE_DAY)} đến {_day(start - _ONE_DAY)} không thuộc đợt nào: "
                f"{before.name} kết thúc ngày {_day(end)}, "
                f"{reading.phases[index].name} bắt đầu ngày {_day(start)}.",
                _place(reading, index),
            )


@rule("phase-year", "Đợt thi đua nằm ngoài năm của kế hoạch", Severity.WARNING, "MOV-R07")
def outside_the_year(reading: Reading) -> Iterator[Slip]:
    """Usually a year left over from the plan that served as a model."""
    years = plan_years(reading)
    if not years or not reading.year_or_school_year:
        return
    first, last = _limits(years)
    for index, phase in enumerate(reading.phases):
        outside = [day for day in (phase.start, phase.end) if day and not first <= day <= last]
        if outside:
            yield Slip(
                f"{phase.name} có ngày {_day(outside[0])}, ngoài {reading.year_or_school_year}.",
                _place(reading, index),
            )


def _is_spring(text: str, span: Span) -> bool:
    """Is it the Tết of that year? Otherwise the name may belong to a person or to history."""
    return _SPRING.search(fold(text[max(0, span[0] - 40) : span[0]])) is not None


def _neighbours(phases: tuple[Phase, ...]) -> Iterator[tuple[int, dt.date, Phase, dt.date]]:
    """Each phase after the first: its index and start, the phase before it and that one's end."""
    for index, (before, phase) in enumerate(pairwise(phases), start=1):
        if phase.start and before.end:
            yield index, phase.start, before, before.end


def _limits(years: tuple[int, ...]) -> tuple[dt.date, dt.date]:
    """First and last day a phase may have; a school year is taken with both its summers."""
    if len(years) == 1:
        return dt.date(years[0], 1, 1), dt.date(years[0], 12, 31)
    return dt.date(years[0], *_SCHOOL_YEAR_BEGINS), dt.date(years[-1], *_SCHOOL_YEAR_ENDS)


def _place(reading: Reading, index: int) -> Span | None:
    name = f"phases[{index}]"
    spans = (reading.spans.get(f"{name}.{part}") for part in ("start", "end", "name"))
    return next((span for span in spans if span), reading.spans.get(name))


def _day(date: dt.date) -> str:
    return f"{date:%d/%m/%Y}"
