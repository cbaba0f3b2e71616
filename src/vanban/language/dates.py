"""Dates and stretches of time as Vietnamese documents write them.

``ngày 15 tháng 01 năm 2024``, ``15/01/2024``, ``tháng 01/2024``, ``1/01 - 30/6/2022``,
``từ nay đến 31/12``.
A date that does not exist is never read as one: `impossible_dates` lists those.
"""

import calendar
import datetime as dt
import re
from dataclasses import dataclass, replace
from itertools import pairwise

from vanban.language.forms import fold

Span = tuple[int, int]

_POINT = re.compile(
    r"""
    (?=[\dntq]) (?<![\d/]) (?:  # most places are no beginning, which is seen at once
      (?:ngay\s+)? (?P<d1>\d{1,2})\s+thang\s+(?P<m1>\d{1,2}) (?:\s*,?\s*nam\s+(?P<y1>\d{4}))?
    | (?:(?:ngay|thang)\s+)? (?:
          (?P<d2>\d{1,2})\s?/\s?(?P<m2>\d{1,2})\s?/\s?(?P<y2>\d{4})
        | (?<![.-]) (?P<d3>\d{1,2})(?P<sep>[.-])(?P<m3>\d{1,2})(?P=sep)(?P<y3>\d{4})
        | (?P<y4>\d{4})-(?P<m4>\d{2})-(?P<d4>\d{2})
        | (?P<m5>\d{1,2})\s?/\s?(?P<y5>\d{4})
        | (?P<d6>\d{1,2})\s?/\s?(?P<m6>\d{1,2})
      )
    | thang\s+(?P<m7>\d{1,2})\s*(?:[/-]\s*|,?\s*nam\s+)(?P<y7>\d{4})
    | thang\s+(?P<m8>\d{1,2})
    | quy\s+(?P<quarter>iv|i{1,3}|[1-4])\s*(?:/|nam)\s*(?P<y9>\d{4})
    | (?<=nam\s)(?P<y10>\d{4})
    | (?<=tu\s)(?P<now>nay)
    ) (?![\d/]) \b
    """,
    re.VERBOSE,
)
_BETWEEN = re.compile(r"\s*,?\s*(?:[-–—]|den|toi)(?:\s+(?:het|cuoi|nam))*\s*")
_UNTIL = re.compile(r"\b(?:den|truoc)(?:\s+(?:het|ngay|nam))*\s*$")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_SCHOOL_YEAR_STARTS = 8


@dataclass(frozen=True, slots=True)
class Dated:
    """A day of the calendar and where it stands."""

    date: dt.date
    span: Span


@dataclass(frozen=True, slots=True)
class Point:
    """What one place says of a day; `months` is how long it lasts when no day is given."""

    span: Span
    year: int | None = None
    month: int | None = None
    day: int | None = None
    months: int = 1
    now: bool = False

    def first(self) -> dt.date | None:
        """The day itself, or the first day of the month or year; None when it does not exist."""
        if self.year is None:
            return None
        return _existing(self.year, self.month or 1, self.day or 1)

    def last(self) -> dt.date | None:
        """The day itself, or the last day of the month or year; None when it does not exist."""
        if self.year is None:
            return None
        if self.month is None:
            return _existing(self.year, 12, 31)
        if self.day is not None:
            return _existing(self.year, self.month, self.day)
        return last_day(self.year, self.month + self.months - 1)


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time, both days included. `guessed`: its year was not printed beside it."""

    start: dt.date | None
    end: dt.date | None
    start_span: Span
    end_span: Span
    guessed: bool = False


def first_day(year: int, month: int) -> dt.date | None:
    """First day of a month, None when there is no such month."""
    return _existing(year, month, 1)


def last_day(year: int, month: int) -> dt.date | None:
    """Last day of a month, None when there is no such month."""
    if not (1 <= month <= 12 and dt.MINYEAR <= year <= dt.MAXYEAR):
        return None
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def points_in(text: str) -> list[Point]:
    """Every mention of a day, a month, a quarter or a year, in order, possible or not."""
    return [_point(match) for match in _POINT.finditer(fold(text))]


def dates_in(text: str) -> list[Dated]:
    """Every complete date that exists."""
    found = []
    for point in points_in(text):
        date = point.first() if point.day is not None else None
        if date is not None:
            found.append(Dated(date, point.span))
    return found


def impossible_dates(text: str) -> list[tuple[Span, str]]:
    """Places that are written as dates but name no day of the calendar, such as ``31/04``.

    Without a year a pair of numbers counts only where the month is one (``15/20`` may be a score).
    """
    return [(p.span, text[p.span[0] : p.span[1]]) for p in points_in(text) if _is_impossible(p)]


def periods_in(
    text: str, years: tuple[int, ...] = (), today: dt.date | None = None
) -> list[Period]:
    """Stretches ``from – to`` in order; failing those, one open or one-month stretch.

    A missing year comes from the other end, else from `years` (two of them: a school year).
    ``từ nay`` starts on `today`, if that is given.
    """
    folded = fold(text)
    points = points_in(text)
    found = []
    for left, right in pairwise(points):
        between = folded[left.span[1] : right.span[0]]
        if not right.now and _BETWEEN.fullmatch(between):
            found.append(_period(left, right, years, today))
    return found or _lone_period(folded, points, years)


def _existing(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _point(match: re.Match[str]) -> Point:
    found = {name: value for name, value in match.groupdict().items() if value is not None}
    if "now" in found:
        return Point(match.span(), now=True)
    if quarter := found.pop("quarter", None):
        number = _QUARTERS.get(quarter) or int(quarter)
        return Point(match.span(), int(found["y9"]), 3 * number - 2, months=3)
    found.pop("sep", None)
    numbers = {name[0]: int(value) for name, value in found.items()}
    return Point(match.span(), numbers.get("y"), numbers.get("m"), numbers.get("d"))


def _is_impossible(point: Point) -> bool:
    if point.day is None or point.month is None:
        return False
    if point.year is not None:
        return point.first() is None
    is_date = point.month in range(1, 13) and point.day in range(32)
    return is_date and replace(point, year=2000).first() is None


def _period(left: Point, right: Point, years: tuple[int, ...], today: dt.date | None) -> Period:
    guessed = right.year is None or left.now
    if right.year is None:
        right = replace(right, year=_year_after(left, right, years))
    if left.now:
        return Period(today, right.last(), left.span, right.span, guessed)
    if left.year is None:
        left = replace(left, year=_year_before(left, right))
    return Period(left.first(), right.last(), left.span, right.span, guessed)


def _year_before(left: Point, right: Point) -> int | None:
    """``1/9 - 31/5/2024`` starts in 2023."""
    if right.year is None:
        return None
    later = (left.month or 1, left.day or 1) > (right.month or 12, right.day or 31)
    return right.year - 1 if later else right.year


def _year_after(left: Point, right: Point, years: tuple[int, ...]) -> int | None:
    if left.year is None:
        return _year_of_plan(right, years)
    earlier = (right.month or 12, right.day or 31) < (left.month or 1, left.day or 1)
    return left.year + 1 if earlier else left.year


def _year_of_plan(point: Point, years: tuple[int, ...]) -> int | None:
    if not years:
        return None
    return years[0] if (point.month or 1) >= _SCHOOL_YEAR_STARTS else years[-1]


def _lone_period(folded: str, points: list[Point], years: tuple[int, ...]) -> list[Period]:
    """``đến 30/6/2026`` has only an end, ``tháng 5/2026`` is the whole month."""
    for point in points:
        if point.month is None:
            continue
        dated = point if point.year else replace(point, year=_year_of_plan(point, years))
        if _UNTIL.search(folded, 0, point.span[0]):
            return [Period(None, dated.last(), point.span, point.span, point.year is None)]
        if point.day is None:
            return [Period(dated.first(), dated.last(), point.span, point.span, not point.year)]
    return []
