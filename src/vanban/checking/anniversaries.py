"""Days that are celebrated: do the counted years, the base year and the day agree?"""

from collections.abc import Iterator

from vanban.checking.mentions import Mention, mentions
from vanban.checking.rules import Slip, rule
from vanban.checking.years import plan_years
from vanban.reading.model import Reading, Severity

TITLE = "Ngày kỷ niệm"


@rule("anniversary-base-year", "Năm gốc của ngày kỷ niệm sai", Severity.ERROR, "ANN-R02")
def base_year(reading: Reading) -> Iterator[Slip]:
    """The year printed for a day whose base year is certain is another one."""
    for mention in mentions(reading.text):
        if mention.base is None or _base_is_right(mention):
            continue
        right = mention.days[0].base_year
        reason = f"Năm gốc đúng của {lower_first(mention.days[0].name)} là {right}"
        if mention.base.year in _years_with_count(mention, reading):
            message = f"{reason}, không phải {mention.base.year}."
        else:
            message = _count_against_base(mention, reading, right)
        yield Slip(message, mention.base.year_span, str(right))


@rule("anniversary-count", "Số năm kỷ niệm không khớp với năm gốc", Severity.ERROR, "ANN-R01")
def count_of_years(reading: Reading) -> Iterator[Slip]:
    """The counted years are not what the two dates in the bracket leave."""
    for mention in mentions(reading.text):
        years = _celebrated_years(mention, reading)
        if mention.base is None or not years:
            continue
        base = mention.days[0].base_year if mention.days else mention.base.year
        if mention.count in {year - base for year in years} or fits_the_plan(mention, reading):
            continue
        sure = mention.days and mention.base.year == base
        yield Slip(
            f"{mention.count} năm không khớp với năm gốc {base}: "
            f"{years[0]} - {base} = {years[0] - base}.",
            mention.count_span,
            str(years[0] - base) if sure else None,
        )


def fits_the_plan(mention: Mention, reading: Reading) -> bool:
    """The count is right for the plan's year, so the year in the bracket is the slip."""
    return base_of(mention) + mention.count in plan_years(reading)


def base_of(mention: Mention) -> int:
    """The base year: that of the known day, else the printed one; 0 when there is none."""
    if mention.days:
        return mention.days[0].base_year
    return mention.base.year if mention.base else 0


def _celebrated_years(mention: Mention, reading: Reading) -> tuple[int, ...]:
    """The second date of the bracket says it; a bracket with one date means the plan's year."""
    return (mention.celebrated.year,) if mention.celebrated else plan_years(reading)


def _years_with_count(mention: Mention, reading: Reading) -> set[int]:
    return {year - mention.count for year in _celebrated_years(mention, reading)}


def _base_is_right(mention: Mention) -> bool:
    printed = mention.base
    if not mention.days or printed is None:
        return True
    return printed.year in {day.base_year for day in mention.days}


def _count_against_base(mention: Mention, reading: Reading, right: int) -> str:
    """The whole sum, so that the reader sees which of the two numbers is to blame."""
    printed = mention.base.year if mention.base else right
    years = _celebrated_years(mention, reading)
    if not years:
        return f"Năm gốc đúng là {right}, không phải {printed}."
    return (
        f"{mention.count} năm không khớp với năm gốc {printed}: "
        f"{years[0]} - {printed} = {years[0] - printed}. "
        f"Năm gốc đúng là {right}; {years[0]} - {right} = {years[0] - right}."
    )


def lower_first(name: str) -> str:
    return name[0].lower() + name[1:]
