"""``thứ Bảy, ngày 14/10``: the weekday printed beside a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vanban.language.patterns import spaced

if TYPE_CHECKING:
    import datetime as dt
    import re

    from vanban.forward.draft import Draft
    from vanban.reading.model import Span

_NAMES = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_FOLDED = {"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5}
_SUNDAY, _SATURDAY = 6, 5
_DAY = r"(?P<weekday>chu nhat|thu (?P<day>hai|ba|tu|nam|sau|bay|[2-7]))\b"
_BEFORE = spaced(rf"\b{_DAY}\s*[,(]?\s*(?:ngay )?$")
_AFTER = spaced(rf"\s*(?P<open>[,(])?\s*{_DAY}")


def weekday_name(day: dt.date) -> str:
    """``thứ Bảy``, ``Chủ nhật``."""
    return _NAMES[day.weekday()]


def is_weekend(day: dt.date) -> bool:
    return day.weekday() >= _SATURDAY


def follow_weekday(draft: Draft, span: Span, old: dt.date, new: dt.date) -> bool:
    """Replace the weekday printed beside a day, in the manner it is printed; was there one?"""
    place = _printed_before(draft, span) or _printed_after(draft, span, old)
    if place is None:
        return False
    printed = draft.text[slice(*place)]
    draft.change(place, _in_the_manner_of(printed, new), f"{new:%d/%m/%Y} là {weekday_name(new)}.")
    return True


def _printed_before(draft: Draft, span: Span) -> Span | None:
    start = max(0, span[0] - 30)
    match = _BEFORE.search(draft.folded, start, span[0])
    return match.span("weekday") if match else None


def _printed_after(draft: Draft, span: Span, old: dt.date) -> Span | None:
    """Behind a day *thứ hai* may count something: in brackets, or right for that day."""
    match = _AFTER.match(draft.folded, span[1])
    if match is None:
        return None
    right = _number(match) == old.weekday()
    return match.span("weekday") if match["open"] == "(" or right else None


def _number(match: re.Match[str]) -> int:
    day = match["day"]
    if day is None:
        return _SUNDAY
    return int(day) - 2 if day.isdecimal() else _FOLDED[day]


def _in_the_manner_of(printed: str, new: dt.date) -> str:
    """Digits stay digits, small letters small."""
    name = weekday_name(new)
    if printed[-1].isdecimal() and new.weekday() != _SUNDAY:
        return f"{printed[:-1]}{new.weekday() + 2}"
    if printed.rsplit(maxsplit=1)[-1][0].islower() and not printed[0].isupper():
        return name.lower()
    if printed[0] == "T" and name[0] == "t":
        capital = printed.rsplit(maxsplit=1)[-1][0].isupper()
        return "T" + (name[1:] if capital else name[1:].lower())
    return name
