"""Days and months: the year moves, the day stays; weekdays follow, February has its own end."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import TYPE_CHECKING

from vanban.forward.letterhead import blank_date
from vanban.forward.past import is_history, keep_history, tells_results
from vanban.forward.weekdays import follow_weekday, is_weekend, weekday_name
from vanban.language.dates import points_in
from vanban.language.patterns import spaced

if TYPE_CHECKING:
    from vanban.forward.draft import Draft
    from vanban.language.dates import Point

_BASIS = spaced(
    r"\b(?:can cu|nghi quyet|hoi nghi|bien ban|thong qua|thong nhat|khao sat|ky (?:ket )?ngay"
    r"|ky ngay)\b[^;]*$"
)
_PAST = "Mốc này trước ngày ký của bản cũ (việc đã qua); đã chuyển sang năm mới, xem lại."
_YEAR = re.compile(r"(?:19|20)\d\d")
_TWO_DIGITS = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_FEBRUARY, _LEAP_DAY, _AUGUST = 2, 29, 8
_DEADLINE = spaced(
    r"\b(?:truoc|cham nhat|muon nhat|thoi han|han (?:cuoi|chot|nop|cuoi cung))\b[^.;\n]{0,30}$"
)
_STRETCH_BEFORE = spaced(
    r"\b(?:tu|den|toi|het)(?: (?:ngay|thang|het|dau|cuoi|nam))*\s*$|\d\s*[-–—]\s*$"
)
_STRETCH_AFTER = spaced(r"\s*(?:[-–—]|den\b|toi\b)")
_ENDS_BEFORE = spaced(r"\b(?:den|toi|het|truoc)(?: (?:ngay|het))*\s*$|\d\s*[-–—]\s*$")


def move_dates(draft: Draft) -> None:
    """Every day or month that belongs to the plan."""
    for point in points_in(draft.text):
        if point.month is None or not draft.free(point.span):
            continue
        if point.year is None:
            _yearless(draft, point)
        else:
            _dated(draft, point, point.year)


def _dated(draft: Draft, point: Point, year: int) -> None:
    if year < draft.years.old[0] - 1 or is_history(draft, point.span[0]):
        keep_history(draft, point.span, year)
    elif draft.years.near(year):
        if not _is_past(draft, point):
            _move(draft, point, year)
        elif _BASIS.search(draft.before(point.span[0])):
            _blank(draft, point, year)
        else:
            _move(draft, point, year)
            draft.flag("past-day", point.span, _PAST)
    elif year < draft.years.old[0]:
        _last_year(draft, point, year)
    else:
        draft.keep(point.span)
        last = point.last()
        if last and last.year < draft.years.new[0]:
            draft.flag("goal", point.span, f"Mốc năm {year} đã qua khi sang năm mới.")


def _move(draft: Draft, point: Point, year: int) -> None:
    """The year is replaced, and the day where February asks for it; then what hangs on the day."""
    new_year = year + draft.years.shift
    _mend_february(draft, point, year, new_year)
    digits = _YEAR.search(draft.text, *point.span)
    if digits:
        draft.change(digits.span(), str(new_year), "Ngày, tháng trong năm của kế hoạch.")
    draft.keep(point.span)
    _look_at_weekday(draft, point, year)


def _yearless(draft: Draft, point: Point) -> None:
    """``trước ngày 28/02``: day and month say it all, but the weekday changes with the year."""
    years = draft.years
    autumn = point.month is not None and point.month >= _AUGUST
    year = years.old[0] if autumn else years.old[-1]
    _mend_february(draft, point, year, year + years.shift)
    _look_at_weekday(draft, point, year)


def _mend_february(draft: Draft, point: Point, old: int, new: int) -> None:
    """29/02 needs a leap year; a stretch that ended with February still does."""
    if point.month != _FEBRUARY or point.day is None:
        return
    last_old, last_new = _end_of_february(old), _end_of_february(new)
    ends = _ENDS_BEFORE.search(draft.before(point.span[0])) is not None
    if point.day <= last_new and not (ends and point.day == last_old):
        return
    digits = _TWO_DIGITS.search(draft.text, *point.span)
    if digits is None or last_old == last_new or int(digits[0]) != point.day:
        return
    why = f"Tháng 2 năm {new} có {last_new} ngày."
    if draft.change(digits.span(), str(last_new), why) and not ends:
        draft.flag("leap-day", point.span, f"Năm {new} không có ngày 29/02; đã ghi 28/02, xem lại.")


def _end_of_february(year: int) -> int:
    return _LEAP_DAY if calendar.isleap(year) else _LEAP_DAY - 1


def _look_at_weekday(draft: Draft, point: Point, year: int) -> None:
    """A printed weekday is computed anew; a deadline at the week's end is flagged."""
    old, new = _on(year, point), _on(year + draft.years.shift, point)
    if old is None or new is None:
        return
    followed = follow_weekday(draft, point.span, old, new)
    deadline = _DEADLINE.search(draft.before(point.span[0])) is not None
    if is_weekend(new) and (deadline or (followed and not is_weekend(old))):
        what = "Hạn" if deadline else "Ngày"
        draft.flag(
            "deadline-weekend" if deadline else "weekend",
            point.span,
            f"{what} {new.day:02}/{new.month:02}/{new.year} là {weekday_name(new)}: có dời không?",
        )


def _on(year: int, point: Point) -> dt.date | None:
    """The day of a point in some year; the last of February stands for the 29th."""
    month, day = point.month or 0, point.day or 0
    if month not in range(1, 13) or day not in range(1, 32):
        return None
    return dt.date(year, month, min(day, calendar.monthrange(year, month)[1]))


def _in_stretch(draft: Draft, point: Point) -> bool:
    return (
        _STRETCH_BEFORE.search(draft.before(point.span[0])) is not None
        or _STRETCH_AFTER.match(draft.folded, point.span[1]) is not None
    )


def _is_past(draft: Draft, point: Point) -> bool:
    """A day before the old document's own had been history when it was signed."""
    own, last = draft.signed_on, point.last()
    return bool(own and last and last < own) and not _in_stretch(draft, point)


def _blank(draft: Draft, point: Point, year: int) -> None:
    """``Căn cứ nghị quyết hội nghị ngày …``: the new year has its own, on a day not known yet."""
    printed = draft.text[slice(*point.span)]
    why = "Ngày của việc này trong năm mới chưa biết."
    draft.change(point.span, blank_date(printed, year + draft.years.shift), why)
    draft.flag("past-day", point.span, f"Điền ngày của năm mới; bản cũ ghi “{printed}”.")


def _last_year(draft: Draft, point: Point, year: int) -> None:
    """Last year's days move when they lay ahead of the old document, or open its first stretch."""
    own, last = draft.signed_on, point.last()
    ahead = last is not None and (last >= own if own else False)
    opens = _STRETCH_AFTER.match(draft.folded, point.span[1]) is not None
    if ahead or opens or tells_results(draft, point.span[0]):
        _move(draft, point, year)
        return
    draft.keep(point.span)
    draft.flag("past-year", point.span, f"Mốc của năm {year}, trước năm của bản cũ: giữ hay thay?")
