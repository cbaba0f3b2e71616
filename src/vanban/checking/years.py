"""The year or years that a plan is for."""

import re

from vanban.reading.model import Reading

_YEAR = re.compile(r"(?:19|20)\d\d")


def plan_years(reading: Reading) -> tuple[int, ...]:
    """``(2022,)``, both years of a school year, else the year of the date, else nothing."""
    years = tuple(int(year) for year in _YEAR.findall(reading.year_or_school_year or ""))
    if years:
        return years
    return (reading.date.year,) if reading.date else ()
