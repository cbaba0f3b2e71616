"""Number and symbol: the prescribed form."""

import re
from collections.abc import Iterator

from vanban.checking import symbols
from vanban.checking.letterhead import number_span
from vanban.checking.rules import Slip, rule
from vanban.reading.model import Reading, Severity

TITLE = "Cách viết số, ký hiệu"

_LETTER = "Công văn"
_LONE_BODY = re.compile(r"(?P<number>\d+[a-zđ]?)[-/](?P<body>[^\W\d_]+)")
_BLANK_IN_NUMBER = re.compile(
    r"(?<![\w/])\d{1,4}[a-zđ]?(?: +/ *| */ +)(?=[A-ZĐ]{2})[^\W\d_]+(?:-[^\W\d_]+)*"
)
_NO_COLON = re.compile(r"(?<![^\n])\s*(?P<word>S[ốô]\s+)(?=\d+\s?[-/])")
_HEAD = 1500


@rule("number-form", "Ký hiệu thiếu tên loại văn bản", Severity.WARNING, "DOC-22")
def symbol_without_type(reading: Reading) -> Iterator[Slip]:
    """``Số 01-CĐCS`` on a plan; letters (*công văn*) have no type in their symbol."""
    number, kind = reading.full_number, reading.doc_type
    if number is None or kind is None or kind == _LETTER:
        return
    match = _LONE_BODY.fullmatch(number)
    code = symbols.type_symbol(kind)
    if match and code and match["body"] != code:
        right = f"{match['number']}/{code}-{match['body']}"
        yield Slip(
            f"Ký hiệu thiếu tên loại văn bản: {kind.lower()} ghi “{right}”.",
            number_span(reading),
            right,
        )


@rule("number-blank", "Thừa dấu cách trong số, ký hiệu", Severity.WARNING, "DOC-26")
def blank_in_number(reading: Reading) -> Iterator[Slip]:
    """``01 /KH-CĐGD``, in the letterhead and wherever a document is cited."""
    for match in _BLANK_IN_NUMBER.finditer(reading.text):
        right = match.group().replace(" ", "")
        yield Slip(f"Số, ký hiệu viết liền: {right}.", match.span(), right)


@rule("number-zero", "Số dưới 10 thiếu số 0", Severity.WARNING, "DOC-21")
def number_without_zero(reading: Reading) -> Iterator[Slip]:
    """``Số: 5/KH-CĐGD`` is written ``Số: 05/KH-CĐGD``."""
    span = reading.spans.get("number")
    if reading.number is not None and re.fullmatch(r"[1-9][a-zđ]?", reading.number):
        yield Slip(f"Số dưới 10 ghi thêm số 0: 0{reading.number}.", span, f"0{reading.number}")


@rule("number-line", "Dòng số viết chưa đúng thể thức", Severity.WARNING, "DOC-22")
def number_line(reading: Reading) -> Iterator[Slip]:
    """``Số 01-CĐCS``: a colon stands behind the word."""
    for match in _NO_COLON.finditer(reading.text[:_HEAD]):
        yield Slip("Sau chữ “Số” phải có dấu hai chấm.", match.span("word"), "Số: ")


@rule("number-letter", "Ký hiệu công văn ghi thừa CV", Severity.WARNING, "DOC-23")
def letter_with_a_type(reading: Reading) -> Iterator[Slip]:
    """``391/CV-LĐLĐ``: letters have no type, CV is no official symbol."""
    place = number_span(reading)
    if place is None:
        return
    start = reading.text.find("CV-", *place)
    if start > place[0] and reading.text[start - 1] == "/":
        yield Slip("Ký hiệu công văn không ghi CV.", (start, start + 3), "")
