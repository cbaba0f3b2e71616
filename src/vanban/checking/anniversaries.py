"""Days that are celebrated: do the counted years, the base year and the day agree?"""

from collections.abc import Iterator

from vanban.checking.mentions import Mention, PrintedDate, mentions
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
        reason = f"Năm gốc đúng của {_lower_first(mention.days[0].name)} là {right}"
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
        if mention.count in {year - base for year in years}:
            continue
        sure = mention.days and mention.base.year == base
        yield Slip(
            f"{mention.count} năm không khớp với năm gốc {base}: "
            f"{years[0]} - {base} = {years[0] - base}.",
            mention.count_span,
            str(years[0] - base) if sure else None,
        )


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
            f"{mention.count} năm {_lower_first(day.name)} không khớp với năm {years[0]}: "
            f"{years[0]} - {day.base_year} = {right}.",
            mention.count_span,
            str(right),
        )


@rule("anniversary-day", "Ngày tháng của ngày kỷ niệm sai", Severity.ERROR, "ANN-R02")
def day_and_month(reading: Reading) -> Iterator[Slip]:
    """A known day is printed with another day or month, or the two dates of a bracket differ."""
    for mention in mentions(reading.text):
        for printed in (mention.base, mention.celebrated):
            if printed is None or printed.day is None or _day_is_right(mention, printed):
                continue
            right = " hoặc ".join(f"{day.day}/{day.month}" for day in mention.days)
            name = " và ".join(_lower_first(day.name) for day in mention.days)
            yield Slip(
                f"{_upper_first(name)} là {right}, không phải {printed.day}/{printed.month}.",
                printed.span,
                f"{right}/{printed.year}" if len(mention.days) == 1 else None,
            )


@rule("anniversary-days-differ", "Hai ngày trong ngoặc khác nhau", Severity.WARNING, "ANN-R01")
def days_differ(reading: Reading) -> Iterator[Slip]:
    """``(08/6/2006 - 09/6/2022)``: one is a slip; of known days `day_and_month` speaks."""
    for mention in mentions(reading.text):
        base, now = mention.base, mention.celebrated
        if mention.days or base is None or now is None or base.day is None or now.day is None:
            continue
        if (base.day, base.month) != (now.day, now.month):
            yield Slip(
                "Hai ngày trong ngoặc khác nhau: "
                f"{base.day}/{base.month} và {now.day}/{now.month}.",
                now.span,
            )


@rule("anniversary-year", "Năm kỷ niệm đã qua", Severity.WARNING, "ANN-R01")
def past_year(reading: Reading) -> Iterator[Slip]:
    """The year celebrated lies before the plan: often a line copied from an older plan."""
    years = plan_years(reading)
    for mention in mentions(reading.text):
        if mention.celebrated and years and mention.celebrated.year < min(years):
            yield Slip(
                f"Năm kỷ niệm {mention.celebrated.year} đã qua, kế hoạch này của năm {min(years)}.",
                mention.celebrated.year_span,
            )


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


def _day_is_right(mention: Mention, printed: PrintedDate) -> bool:
    if not mention.days:
        return True
    return any((day.day, day.month) == (printed.day, printed.month) for day in mention.days)


def _lower_first(name: str) -> str:
    return name[0].lower() + name[1:]


def _upper_first(name: str) -> str:
    return name[0].upper() + name[1:]
