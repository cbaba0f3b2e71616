"""Blanks and marks between the words."""

import re
from collections.abc import Iterator

from vanban.checking.readable import when_readable
from vanban.checking.rules import Slip, rule
from vanban.reading.model import Reading, Severity

TITLE = "Dấu câu, dấu cách"

_SOURCE = "NĐ 30/2020 Phụ lục I"
_NO_BLANK = re.compile(
    r"(?=[,;:])(?:(?<=[^\W\d_]{2})|(?<=[^\W\d_]{2}[”\"»)]))(?P<sign>[,;:])(?=[^\W_])"
    r"|(?<=\d)(?P<colon>[:;])(?=[^\W\d_])"
)
_STOP = re.compile(r"(?P<before>[^\W\d_]{2})(?P<stop>\.)(?P<first>[^\W\d_])[^\W\d_]+(?![\w.@/])")
_BLANK_BEFORE = re.compile(r"(?<=\w)(?P<blank> +)(?P<sign>[,;:!?”)]|\.(?![./\w]))(?!/)")
_DOUBLE_BLANK = re.compile(r"(?<=[\w,;:.!?”)])  (?=[\w“(])")
_COMMA_BEFORE_NAME = re.compile(
    r"\b(?:phong trào(?: thi đua)?|cuộc vận động|chương trình)(?P<comma>,)(?= “)"
)
_STOP_MISSING = re.compile(r"(?<=[^\W_][”\"])\n\n(?=[^\W\d_][^\W\d_]+ [^\W\d_])")
_LONG = 150


@rule("missing-blank", "Thiếu dấu cách sau dấu câu", Severity.WARNING, _SOURCE)
@when_readable
def missing_blanks(reading: Reading) -> Iterator[Slip]:
    """*công đoàn;việc*, *cả nước.Bài dự thi*."""
    for match in _NO_BLANK.finditer(reading.text):
        group = "sign" if match["sign"] else "colon"
        sign = match[group]
        yield Slip(f"Sau dấu “{sign}” phải có dấu cách.", match.span(group), f"{sign} ")
    for match in _STOP.finditer(reading.text):
        if match["before"].islower() and match["first"].isupper():
            yield Slip("Sau dấu chấm phải có dấu cách.", match.span("stop"), ". ")


@rule("blank-before-mark", "Thừa dấu cách trước dấu câu", Severity.WARNING, _SOURCE)
@when_readable
def blanks_before_marks(reading: Reading) -> Iterator[Slip]:
    """*Covid-19 ”*; three dots and ``./.`` may stand apart."""
    for match in _BLANK_BEFORE.finditer(reading.text):
        sign = match["sign"]
        yield Slip(f"Trước dấu “{sign}” không để dấu cách.", match.span(), sign)


@rule("double-blank", "Thừa dấu cách giữa dòng", Severity.WARNING, "chính tả tiếng Việt")
@when_readable
def double_blanks(reading: Reading) -> Iterator[Slip]:
    """*lao động  với*; longer stretches part the columns of a letterhead or a table."""
    for match in _DOUBLE_BLANK.finditer(reading.text):
        yield Slip("Giữa hai chữ chỉ để một dấu cách.", match.span(), " ")


@rule("comma-before-name", "Thừa dấu phẩy trước tên phong trào", Severity.WARNING, _SOURCE)
@when_readable
def commas_before_names(reading: Reading) -> Iterator[Slip]:
    """*phong trào thi đua, “Dạy tốt, học tốt”*."""
    for match in _COMMA_BEFORE_NAME.finditer(reading.text):
        yield Slip("Không đặt dấu phẩy trước tên phong trào.", match.span("comma"), "")


@rule("missing-stop", "Thiếu dấu chấm cuối đoạn", Severity.WARNING, _SOURCE)
@when_readable
def missing_stops(reading: Reading) -> Iterator[Slip]:
    """A long paragraph ends with a quotation mark and the next one begins a new sentence."""
    for match in _STOP_MISSING.finditer(reading.text):
        start = reading.text.rfind("\n", 0, match.start()) + 1
        begins_anew = (
            reading.text[match.end()].isupper() and not reading.text[match.end() + 1].isupper()
        )
        if begins_anew and match.start() - start >= _LONG:
            last = (match.start() - 1, match.start())
            yield Slip("Cuối đoạn thiếu dấu chấm.", last, f"{reading.text[last[0]]}.")
