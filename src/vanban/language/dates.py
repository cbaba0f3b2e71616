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
    (?=[\dntqdch]) (?<![\d/]) (?:  # most places are no beginning, which is seen at once
      (?:ngay\s+)? (?P<d1>\d{1,2})\s+thang\s+(?P<m1>\d{1,2}) (?:\s*,?\s*nam\s+(?P<y1>\d{4}))?
    | (?:(?:ngay|thang)\s+)? (?:
          (?P<d2>\d{1,2})\s?/\s?(?P<m2>\d{1,2})\s?/\s?(?P<y2>\d{4})
        | (?<![.-]) (?P<d3>\d{1,2})\s?(?P<sep>[.-])\s?(?P<m3>\d{1,2})\s?(?P=sep)\s?(?P<y3>\d{4})
        | (?P<y4>\d{4})-(?P<m4>\d{2})-(?P<d4>\d{2})
        | (?P<m5>\d{1,2})\s?/\s?(?P<y5>\d{4})
        | (?P<d6>\d{1,2})\s?/\s?(?P<m6>\d{1,2})
        | (?:(?<=ngay\s)|(?<=den\s)) (?P<d11>\d{1,2})[.-](?P<m11>\d{1,2})(?![.-]?\d)
      )
    | thang\s+(?P<m7>\d{1,2})\s*(?:[/-]\s*|,?\s*nam\s+)(?P<y7>\d{4})
    | thang\s+(?P<m8>\d{1,2})
    | quy\s+(?P<quarter>iv|i{1,3}|[1-4])(?:\s*(?:/|,?\s*nam)\s*(?P<y9>\d{4}))?
    | 6\s+thang\s+(?P<half>dau|cuoi)\s+nam(?:\s+(?P<y12>\d{4}))?
    | (?P<edge>dau|cuoi|het)\s+nam(?!\s*(?:hoc|\d))
    | (?<=nam\s)(?P<y10>\d{4})
    | (?<=tu\s)(?P<now>nay|ngay\s+(?:ky|ban\s+hanh|phat\s+dong)(?:\s+ke\s+hoach)?)
    ) (?![\d/]) \b
    """,
    re.VERBOSE,
)
_BETWEEN = re.compile(
    r"\s*,?\s*(?:va\s+)?(?:[-–—]|(?:keo\s+dai\s+)?(?:den|toi)|ket\s+thuc(?:\s+vao)?)(?:\s+(?:het|cuoi|giua|dau|nam|ngay|thang))*\s*"
)
_AND = re.compile(r"\s*(?:va|,)\s*")
_UNTIL = re.compile(r"\b(?:den|toi|truoc)(?:\s+(?:het|ngay|nam|cuoi))*\s*$")
_FROM = re.compile(r"\btu(?:\s+(?:ngay|dau|giua|cuoi))*\s*$")
_BARE_DAY = re.compile(
    r"(?<![\d/.,-])(?<!\d\s)(?P<day>\d{1,2})\s*"
    r"(?:[-–—]|den|toi)(?:\s+(?:het|ngay))*\s*$"
)
_BARE_REACH = 24
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
    for left, right in pairwise([None, *points]):
        if right is None or right.now:
            continue
        start = left if left and _leads_to(folded, left, right) else _bare_day(folded, right)
        if start is not None:
            found.append(_period(start, right, years, today))
    return found or _lone_period(folded, points, years)


def _leads_to(folded: str, left: Point, right: Point) -> bool:
    between = folded[left.span[1] : right.span[0]]
    if _BETWEEN.fullmatch(between):
        return True
    is_pair = left.month and right.month == left.month + left.months and not (left.day or right.day)
    return bool(is_pair and _AND.fullmatch(between))


def _bare_day(folded: str, right: Point) -> Point | None:
    """``từ ngày 5 đến 28/9``: the month of the last day is that of the first."""
    if right.day is None or right.month is None:
        return None
    start = max(0, right.span[0] - _BARE_REACH)
    match = _BARE_DAY.search(folded, start, right.span[0])
    if match is None or not 0 < int(match["day"]) < right.day:
        return None
    return replace(right, day=int(match["day"]), span=match.span("day"))


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
        year = int(found["y9"]) if "y9" in found else None
        return Point(match.span(), year, 3 * number - 2, months=3)
    if edge := found.pop("edge", None):
        return Point(match.span(), month=1 if edge == "dau" else 12)
    if half := found.pop("half", None):
        year = int(found["y12"]) if "y12" in found else None
        return Point(match.span(), year, 1 if half == "dau" else 7, months=6)
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
    if right.year is None and left.now and today is not None:
        right = replace(right, year=_year_after(_point_of(today), right, years))
    if right.year is None:
        right = replace(right, year=_year_after(left, right, years))
    if left.now:
        return Period(today, right.last(), left.span, right.span, guessed)
    if left.year is None:
        left = replace(left, year=_year_before(left, right))
    return Period(left.first(), right.last(), left.span, right.span, guessed)


def _point_of(day: dt.date) -> Point:
    return Point((0, 0), day.year, day.month, day.day)


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
        if _FROM.search(folded, 0, point.span[0]):
            return [Period(dated.first(), None, point.span, point.span, point.year is None)]
        if point.day is None:
            return [Period(dated.first(), dated.last(), point.span, point.span, not point.year)]
    return []
