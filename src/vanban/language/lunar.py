"""The lunar year: its can-chi name (stem and branch) and its first day (Tết), time zone +7."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lunar_vn import LunarDate, lunar_to_solar

_STEMS = ("Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý")
_BRANCHES = ("Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi")
_OTHER_SPELLINGS = {"Kỉ": "Kỷ", "Quí": "Quý", "Tí": "Tý", "Tị": "Tỵ", "Mẹo": "Mão"}
_FIRST_STEM_AND_BRANCH = 4  # the year 4 was Giáp Tý


def _spellings(names: tuple[str, ...]) -> str:
    """Capitalised or in capitals only: "quý thân nhân" speaks of relatives."""
    spellings = (*names, *_OTHER_SPELLINGS)
    return "|".join((*spellings, *(name.upper() for name in spellings)))


_NAME = re.compile(
    rf"\b(?P<stem>{_spellings(_STEMS)})\s+(?P<branch>{_spellings(_BRANCHES)})\b"
    r"(?:(?:\s*[-–(]\s*|\s+(?:năm\s+)?)(?P<year>(?:19|20)\d\d)\b(?!\s*[-–]\s*\d))?"
)


@dataclass(frozen=True, slots=True)
class YearName:
    """A can-chi name found in a text, in its standard spelling, and the year printed after it."""

    name: str
    span: tuple[int, int]
    year: int | None


def can_chi(year: int) -> str:
    """Name of the lunar year that begins in `year`: ``can_chi(2024)`` is ``Giáp Thìn``."""
    count = year - _FIRST_STEM_AND_BRANCH
    return f"{_STEMS[count % 10]} {_BRANCHES[count % 12]}"


def tet(year: int) -> dt.date:
    """First day of the lunar year that begins in `year`.

    Computed for time zone +7 throughout, so 1968 gives the northern date. Years 1900 to 2100 only:
    the calendar library raises `ValueError` for others.
    """
    return lunar_to_solar(LunarDate(day=1, month=1, year=year))


def find_year_names(text: str) -> Iterator[YearName]:
    """Can-chi names in `text`. The span covers the name alone, not the year after it.

    Pairs that no year bears (Giáp Sửu) are found too: they are mistakes worth showing.
    """
    for match in _NAME.finditer(text):
        stem, branch = _standard(match["stem"]), _standard(match["branch"])
        if stem in _STEMS and branch in _BRANCHES:
            year = int(match["year"]) if match["year"] else None
            yield YearName(f"{stem} {branch}", (match.start(), match.end("branch")), year)


def _standard(name: str) -> str:
    title = name.capitalize()
    return _OTHER_SPELLINGS.get(title, title)
