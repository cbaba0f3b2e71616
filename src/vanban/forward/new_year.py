"""Tết: the can-chi name of its year, and the days of the solar calendar that hang on it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from vanban.language.dates import points_in
from vanban.language.lunar import can_chi, find_year_names, tet
from vanban.language.patterns import spaced
from vanban.reading import catalogue

if TYPE_CHECKING:
    from vanban.forward.draft import Draft
    from vanban.language.lunar import YearName
    from vanban.reading.model import Span

_YEAR = re.compile(r"(?:19|20)\d\d")
_LUNAR = spaced(r"\b(?:tet|giao thua|thang chap|am lich|gio to|mung \d)\b")
_NO_TET = spaced(r"\btet trong cay\b")
_NEAR = 80
_WEEKS, _MONTH = 40, 30
_FIRST, _LAST = 1900, 2099


def move_year_names(draft: Draft) -> None:
    """``Xuân Giáp Thìn 2024`` → ``Xuân Ất Tỵ 2025``."""
    for found in find_year_names(draft.text):
        year = _year_meant(draft, found)
        if year is None:
            draft.keep(found.span)
            continue
        new = year + draft.years.shift
        printed = draft.text[slice(*found.span)]
        name = can_chi(new).upper() if printed.isupper() else can_chi(new)
        draft.change(found.span, name, f"Năm {new} là {can_chi(new)}.")
        if found.year is not None and (digits := _YEAR.search(draft.text, found.span[1])):
            draft.change(digits.span(), str(new), f"Năm của Tết {can_chi(new)}.")


def flag_days_of_tet(draft: Draft) -> None:
    """A solar day in a sentence on Tết follows the moon, which the calendar year does not."""
    for point in points_in(draft.text):
        if point.day is None or point.month is None:
            continue
        if (point.day, point.month) in _solar_days():
            continue
        year = point.year or draft.years.old[-1]
        if not draft.years.near(year) or not _speaks_of_tet(draft, point.span):
            continue
        new = year + draft.years.shift
        if _is_near_tet(year, point.month, point.day) and new <= _LAST:
            draft.flag(
                "tet-date",
                point.span,
                f"Ngày này đi với âm lịch: Tết {can_chi(new)} vào {tet(new):%d/%m/%Y}, "
                f"Tết {can_chi(year)} vào {tet(year):%d/%m/%Y}.",
            )


@cache
def _solar_days() -> frozenset[tuple[int, int]]:
    """Days such as 08/3 never move, even in a sentence on Tết."""
    return frozenset(
        (int(row["day"]), int(row["month"]))
        for row in catalogue.rows("anniversaries")
        if row["day"] and row["month"]
    )


def _is_near_tet(year: int, month: int, day: int) -> bool:
    """Some weeks around Tết: its days off, its fairs, the last month of the lunar year."""
    if not _FIRST <= year <= _LAST:
        return False
    first = tet(year)
    return abs((month - first.month) * _MONTH + day - first.day) <= _WEEKS


def _year_meant(draft: Draft, found: YearName) -> int | None:
    """The year printed behind it; else the year around the plan's that bears the name."""
    first, last = draft.years.old[0], draft.years.old[-1]
    if found.year is not None:
        return found.year if first <= found.year <= last + 1 else None
    near = (*draft.years.old, last + 1, first - 1)
    return next((year for year in near if can_chi(year) == found.name), None)


def _speaks_of_tet(draft: Draft, span: Span) -> bool:
    words = draft.before(span[0])[-_NEAR:] + " | " + draft.after(span[1], _NEAR)
    return _LUNAR.search(_NO_TET.sub("", words)) is not None
