"""Movements that had ended, or had not begun."""

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache

from vanban.checking.known_movements import (
    KnownMovement,
    begun_movement,
    ended_movement,
    successor_of,
)
from vanban.checking.movements import QUOTED
from vanban.checking.rules import Slip, rule
from vanban.checking.years import plan_years
from vanban.reading.model import Reading, Severity, Span

TITLE = "Thời gian của phong trào"


@rule(
    "superseded-movement",
    "Phong trào đã kết thúc hoặc được thay thế",
    Severity.WARNING,
    "MOV-R04, MOV-R05",
)
def ended_movements(reading: Reading) -> Iterator[Slip]:
    """The plan is younger than the end of a movement that it names."""
    start = _start_of_plan(reading)
    for known, end, span in _ending(reading.text):
        if start is not None and end < start:
            successor = successor_of(known.id)
            now = f" Nay là “{successor}”." if successor else ""
            yield Slip(f"“{known.name}” đã kết thúc (đến {end:%d/%m/%Y}).{now}", span)


@rule("movement-ends", "Phong trào kết thúc giữa kế hoạch", Severity.ASK, "MOV-R05")
def ending_movements(reading: Reading) -> Iterator[Slip]:
    """The movement ends while the plan runs: is it still meant for the whole time?"""
    start, last = _start_of_plan(reading), _end_of_plan(reading)
    for known, end, span in _ending(reading.text):
        if start is not None and last is not None and start <= end < last:
            yield Slip(
                f"“{known.name}” chỉ đến {end:%d/%m/%Y}, kế hoạch đến {last:%d/%m/%Y}. "
                "Vẫn nêu cho cả kế hoạch?",
                span,
            )


@rule("movement-not-begun", "Phong trào chưa phát động khi ký", Severity.ASK, "MOV-R05")
def movements_to_come(reading: Reading) -> Iterator[Slip]:
    """The document is older than a movement that it names: a wrong date, or another movement."""
    if reading.date is None:
        return
    seen: set[str] = set()
    for quote in QUOTED.finditer(reading.text):
        known = begun_movement(quote["name"])
        if known and known.start and known.id not in seen and reading.date < known.start:
            seen.add(known.id)
            yield Slip(
                f"“{known.name}” bắt đầu từ {known.start:%d/%m/%Y}, "
                f"văn bản ký ngày {reading.date:%d/%m/%Y}?",
                quote.span("name"),
            )


@lru_cache(maxsize=8)
def _ending(text: str) -> tuple[tuple[KnownMovement, dt.date, Span], ...]:
    """Movements that have an end, each at its first place; two rules ask for the same text."""
    found: dict[str, tuple[KnownMovement, dt.date, Span]] = {}
    for quote in QUOTED.finditer(text):
        known = ended_movement(quote["name"])
        if known is not None and known.end is not None:
            found.setdefault(known.id, (known, known.end, quote.span("name")))
    return tuple(found.values())


def _start_of_plan(reading: Reading) -> dt.date | None:
    if reading.date:
        return reading.date
    years = plan_years(reading)
    return dt.date(years[0], 1, 1) if years else None


def _end_of_plan(reading: Reading) -> dt.date | None:
    """A school year ends with May, a year with December."""
    years = plan_years(reading)
    if not years:
        return None
    return dt.date(years[-1], 12, 31) if len(years) == 1 else dt.date(years[-1], 5, 31)
