"""Dates: do they exist, are they clear, do they agree with the day of the week?"""

import re
from collections.abc import Iterator

from vanban.checking.rules import Slip, rule
from vanban.checking.words import folded
from vanban.language.dates import impossible_dates
from vanban.reading.model import Reading, Severity

TITLE = "Ngày tháng"

_MONTH_WITH_DAY = re.compile(
    r"\bthang\s+(?P<day>\d{1,2})/(?P<month>0?[1-9]|1[0-2])(?P<year>/\d{4})?(?![\d/])"
)


@rule("impossible-date", "Ngày không có trong lịch", Severity.ERROR, "DOC-27")
def impossible(reading: Reading) -> Iterator[Slip]:
    """31/04 and 29/02/2023 do not exist."""
    for span, printed in impossible_dates(reading.text):
        yield Slip(f"Không có ngày {printed.removeprefix('ngày ')} trong lịch.", span)


@rule("unclear-date", "Ngày viết chưa rõ", Severity.ASK, "DOC-27")
def month_written_with_a_day(reading: Reading) -> Iterator[Slip]:
    """``tháng 1/01``: a month, or the first of January?"""
    for match in _MONTH_WITH_DAY.finditer(folded(reading.text)):
        printed = reading.text[match.start() : match.end()]
        date = f"{int(match['day']):02}/{int(match['month']):02}{match['year'] or ''}"
        yield Slip(f"“{printed}” là ngày {date}?", match.span(), f"ngày {date}")
