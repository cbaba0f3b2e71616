"""The day of the week beside a date."""

import re
from collections.abc import Iterator
from dataclasses import replace

from vanban.checking.rules import Slip, rule
from vanban.checking.words import folded, points
from vanban.checking.years import plan_years
from vanban.reading.model import Reading, Severity

TITLE = "Thứ trong tuần"

_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_COUNTED = ("hai", "ba", "tu", "nam", "sau", "bay")
_DAY = r"(?P<day>(?:thu (?P<name>hai|ba|tu|nam|sau|bay|[2-7])|chu nhat))"
_WEEKDAY_BEFORE = re.compile(
    r"(?<!lan )(?<!dot )(?<!buoi )(?<!vong )(?<!ngay )(?<!ky )(?<!phien )\b"
    rf"{_DAY}\s*[,(:]?\s*(?:ngay\s*)?$"
)
_WEEKDAY_BEHIND = re.compile(rf"\s*[,(]\s*(?:nham )?(?:ngay )?{_DAY}\b\s*[),.;]")
_ANY = re.compile(r"\b(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)\b")
_NEAR = 30


@rule("weekday-date", "Thứ trong tuần không khớp với ngày", Severity.ERROR, "lịch")
def weekday_beside_date(reading: Reading) -> Iterator[Slip]:
    """*thứ Hai, ngày 16/01/2024* was a Tuesday. Without a year that of the document is meant."""
    text = folded(reading.text)
    if not _ANY.search(text):
        return
    for point in points(reading.text):
        if point.day is None or point.month is None:
            continue
        found = _WEEKDAY_BEFORE.search(text, max(0, point.span[0] - _NEAR), point.span[0])
        found = found or _WEEKDAY_BEHIND.match(text, point.span[1])
        years = (point.year,) if point.year else _near_years(reading)
        days = [day for year in years if (day := replace(point, year=year).first())]
        if found is None or not days or _said_day(found) in {day.weekday() for day in days}:
            continue
        right = _WEEKDAYS[days[0].weekday()]
        if reading.text[found.start("day")].isupper():
            right = right[0].upper() + right[1:]
        yield Slip(
            f"Ngày {days[0]:%d/%m/%Y} là {right}.",
            found.span("day"),
            right if point.year else None,
        )


def _near_years(reading: Reading) -> tuple[int, ...]:
    """A day without a year is one of this year or the next."""
    year = reading.date.year if reading.date else next(iter(plan_years(reading)), None)
    return (year, year + 1) if year else ()


def _said_day(match: re.Match[str]) -> int:
    """Monday is 0; the words count from two (*thứ hai*)."""
    if match["name"] is None:
        return len(_COUNTED)
    return _COUNTED.index(match["name"]) if match["name"] in _COUNTED else int(match["name"]) - 2
