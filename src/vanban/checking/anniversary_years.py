"""The year in which a day is celebrated, against the year of the document."""

from collections.abc import Iterator

from vanban.checking.anniversaries import base_of, fits_the_plan, lower_first
from vanban.checking.mentions import mentions
from vanban.checking.rules import Slip, rule
from vanban.checking.years import plan_years
from vanban.reading.model import Reading, Severity

TITLE = "Năm kỷ niệm"


@rule(
    "anniversary-count-plan",
    "Số năm kỷ niệm không khớp với năm của kế hoạch",
    Severity.WARNING,
    "ANN-R01",
)
def count_without_dates(reading: Reading) -> Iterator[Slip]:
    """A known day counted without its dates; the plan may look ahead, so this is only a warning."""
    years = plan_years(reading)
    for mention in mentions(reading.text):
        if mention.base is not None or not years:
            continue
        day = mention.days[0]
        if mention.count in {year - day.base_year for year in years}:
            continue
        right = years[0] - day.base_year
        yield Slip(
            f"{mention.count} năm {lower_first(day.name)} không khớp với năm {years[0]}: "
            f"{years[0]} - {day.base_year} = {right}.",
            mention.count_span,
            str(right),
        )


@rule(
    "anniversary-year",
    "Năm kỷ niệm không phải năm của văn bản",
    Severity.WARNING,
    "ANN-R01",
)
def another_year(reading: Reading) -> Iterator[Slip]:
    """The year celebrated lies before the plan: often a line copied from an older plan.

    A later one is a slip only if the count belongs to the plan's year.
    """
    years = plan_years(reading)
    for mention in mentions(reading.text):
        celebrated = mention.celebrated
        if celebrated is None or not years or celebrated.year in years:
            continue
        fits = fits_the_plan(mention, reading)
        if celebrated.year < min(years) or fits:
            yield Slip(
                f"Năm kỷ niệm ghi {celebrated.year}, văn bản này của năm {min(years)}.",
                celebrated.year_span,
                str(base_of(mention) + mention.count) if fits else None,
            )
