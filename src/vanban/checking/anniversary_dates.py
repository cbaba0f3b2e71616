"""The dates in the bracket behind a day that is celebrated."""

from collections.abc import Iterator

from vanban.checking.anniversaries import lower_first
from vanban.checking.mentions import Mention, PrintedDate, mentions
from vanban.checking.rules import Slip, rule
from vanban.reading.model import Reading, Severity

TITLE = "Ngày tháng của ngày kỷ niệm"


@rule("anniversary-day", "Ngày tháng của ngày kỷ niệm sai", Severity.ERROR, "ANN-R02")
def day_and_month(reading: Reading) -> Iterator[Slip]:
    """A known day is printed with another day or month, or the two dates of a bracket differ."""
    for mention in mentions(reading.text):
        for printed in (mention.base, mention.celebrated):
            if printed is None or printed.day is None or _day_is_right(mention, printed):
                continue
            right = " hoặc ".join(f"{day.day}/{day.month}" for day in mention.days)
            name = " và ".join(lower_first(day.name) for day in mention.days)
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


def _day_is_right(mention: Mention, printed: PrintedDate) -> bool:
    if not mention.days:
        return True
    return any((day.day, day.month) == (printed.day, printed.month) for day in mention.days)


def _upper_first(name: str) -> str:
    return name[0].upper() + name[1:]
