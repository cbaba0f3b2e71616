"""Can-chi names of years, and the Tết they belong to."""

import re
from collections.abc import Iterator

from vanban.checking.rules import Slip, rule
from vanban.checking.years import plan_years
from vanban.language.forms import fold
from vanban.language.lunar import can_chi, find_year_names
from vanban.reading.model import Reading, Severity, Span

TITLE = "Năm âm lịch"

_COMPARED = re.compile(r"\b(?:so voi|nam (?:truoc|ngoai)|cung ky|vua qua)\b")
_SPRING = re.compile(r"\b(?:tet|xuan)\b[^.;:\n]{0,25}$")


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
        if found.name == can_chi(years[0] - 1) and _looks_back(reading.text, found.span):
            continue
        if found.name not in {can_chi(year) for year in (*years, years[-1] + 1)}:
            yield Slip(
                f"Kế hoạch năm {years[-1]} nói đến Tết {found.name}; "
                f"năm {years[-1]} là {expected}.",
                found.span,
                expected,
            )


def _looks_back(text: str, span: Span) -> bool:
    return _COMPARED.search(fold(text[max(0, span[0] - 40) : span[0]])) is not None


def _is_spring(text: str, span: Span) -> bool:
    """Is it the Tết of that year? Otherwise the name may belong to a person or to history."""
    return _SPRING.search(fold(text[max(0, span[0] - 40) : span[0]])) is not None
