"""Place and date in the letterhead: the prescribed form."""

import datetime as dt
import re
from collections.abc import Iterator

from vanban.checking.rules import Slip, rule
from vanban.reading.model import Reading, Severity

TITLE = "Địa danh, ngày ký"

_HEADER_DATE = re.compile(r"ngày\s+(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})\s+năm\s+\d{4}")
_FIGURES = re.compile(r"(?:ngày )?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}")
_SMALL = 10
_FEBRUARY = 2


@rule("date-zero", "Ngày dưới 10, tháng 1, tháng 2 thiếu số 0", Severity.WARNING, "DOC-27")
def date_without_zero(reading: Reading) -> Iterator[Slip]:
    """In the date of the document only; in running text both ways are usual."""
    span = reading.spans.get("date")
    match = _HEADER_DATE.search(reading.text[span[0] : span[1]]) if span else None
    if match is None or span is None:
        return
    for group, below in (("day", _SMALL), ("month", _FEBRUARY + 1)):
        printed = match[group]
        if len(printed) == 1 and int(printed) < below:
            place = (span[0] + match.start(group), span[0] + match.end(group))
            yield Slip(f"Ghi thêm số 0: 0{printed}.", place, f"0{printed}")


@rule(
    "date-line", "Địa danh, ngày tháng viết chưa đúng thể thức", Severity.WARNING, "DOC-27, DOC-28"
)
def place_and_date(reading: Reading) -> Iterator[Slip]:
    """*Ninh Bình ngày 15 tháng 01* lacks a comma; *Ninh Bình, 15/01/2024* the words."""
    date, place = reading.spans.get("date"), reading.spans.get("place")
    if date is None or place is None:
        return
    between = reading.text[place[1] : date[0]]
    if between == " ":
        yield Slip("Sau địa danh phải có dấu phẩy.", (place[1], date[0]), ", ")
    printed = reading.text[date[0] : date[1]]
    if reading.date and _FIGURES.fullmatch(printed):
        right = _in_words(reading.date)
        yield Slip(f"Ngày ký ghi đủ chữ: {right}.", date, right)


def _in_words(day: dt.date) -> str:
    """``ngày 05 tháng 7 năm 2024``: zeros as in `date-zero`."""
    month = f"{day.month:02}" if day.month <= _FEBRUARY else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"
