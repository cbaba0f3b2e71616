"""Number, symbol, date and signature: are they there, and in the prescribed form?"""

import re
from collections.abc import Iterator

from vanban.checking import symbols
from vanban.checking.rules import Slip, rule
from vanban.reading.model import Reading, Severity, Span

TITLE = "Số, ký hiệu, ngày ký, thẩm quyền ký"

_LETTER = "Công văn"
_LONE_BODY = re.compile(r"(?P<number>\d+[a-zđ]?)[-/](?P<body>[^\W\d_]+)")
_HEADER_DATE = re.compile(r"ngày\s+(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})\s+năm\s+\d{4}")
_MARK = re.compile(r"(?P<mark>TM|KT|TL|TUQ|Q)(?P<sign>\s?[./]\s?|\s+)(?P<rest>.+)")
_SPLIT_MARK = re.compile(
    r"(?P<mark>T\s?/\s?M|K\s?/\s?T|T\s?/\s?L)(?P<sign>\s?[./]?\s?)(?P<rest>.+)"
)
_SHORT_BODY = re.compile(r"(?P<short>BCH|BTV|ĐCT)\b.*")
_FULL_BODY = {"BCH": "BAN CHẤP HÀNH", "BTV": "BAN THƯỜNG VỤ", "ĐCT": "ĐOÀN CHỦ TỊCH"}
_BLANK_IN_NUMBER = re.compile(
    r"(?<![\w/])\d{1,4}[a-zđ]?(?: +/ *| */ +)(?=[A-ZĐ]{2})[^\W\d_]+(?:-[^\W\d_]+)*"
)
_SMALL = 10
_FEBRUARY = 2


@rule("missing-number", "Thiếu số, ký hiệu", Severity.ERROR, "DOC-20, DOC-25")
def missing_number(reading: Reading) -> Iterator[Slip]:
    """Somebody signed it, so it ought to have been numbered."""
    if not _numbered(reading) and not _draft(reading):
        yield Slip("Văn bản chưa có số, ký hiệu.")


@rule("draft-number", "Bản thảo chưa có số", Severity.ASK, "DOC-20, DOC-25")
def draft_without_number(reading: Reading) -> Iterator[Slip]:
    """A draft gets its number when it is signed; a copy of an issued document has lost it."""
    if not _numbered(reading) and _draft(reading):
        yield Slip("Bản thảo chưa có số?")


def _numbered(reading: Reading) -> bool:
    return reading.full_number is not None or reading.number is not None


def _draft(reading: Reading) -> bool:
    """Its number was left open (``Số:    /KH-CĐGD``), or nobody has signed it."""
    signed = reading.signatory.name or reading.signatory.mark
    return reading.symbol is not None or not signed


@rule("missing-date", "Thiếu ngày tháng năm", Severity.ERROR, "DOC-27, DOC-28")
def missing_date(reading: Reading) -> Iterator[Slip]:
    """Without its date a document cannot be cited."""
    if reading.date is None:
        yield Slip("Văn bản chưa có ngày ký (ví dụ “Ninh Bình, ngày 15 tháng 01 năm 2024”).")


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
            _number_span(reading),
            right,
        )


@rule("symbol-type", "Ký hiệu không hợp với tên loại", Severity.WARNING, "DOC-22")
def symbol_of_another_type(reading: Reading) -> Iterator[Slip]:
    """``Số: 05/BC-CĐGD`` on a plan."""
    symbol = symbols.taken_apart(reading.full_number or "")
    if symbol is None or not symbol.type or reading.doc_type is None:
        return
    name, code = symbols.type_name(symbol.type), symbols.type_symbol(reading.doc_type)
    if code and code != symbol.type:
        yield Slip(
            f"Ký hiệu {symbol.type} là của {(name or '').lower()}; "
            f"văn bản này là {reading.doc_type.lower()} ({code}).",
            _number_span(reading),
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


@rule("date-zero", "Ngày dưới 10, tháng 1 và 2 thiếu số 0", Severity.WARNING, "DOC-27")
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


@rule("symbol-issuer", "Ký hiệu không hợp với cơ quan ban hành", Severity.WARNING, "DOC-29")
def symbol_of_another_body(reading: Reading) -> Iterator[Slip]:
    """The symbol in the letterhead names another body than the one that issues."""
    said = symbols.disagreement(reading.full_number, reading.issuing_body)
    if said:
        yield Slip(said, _number_span(reading))


@rule("authority-form", "Thẩm quyền ký viết chưa đúng thể thức", Severity.WARNING, "DOC-40")
def authority_line(reading: Reading) -> Iterator[Slip]:
    """``TM/BCH CÔNG ĐOÀN``: the mark takes a full stop, the body is written out, alone."""
    printed = reading.signatory.authority_line
    match = printed and (_SPLIT_MARK.fullmatch(printed) or _MARK.fullmatch(printed))
    if not match:
        return
    mark = re.sub(r"[\s/]", "", match["mark"])
    right = f"{mark}. {_written_out(match['rest'])}"
    if right != printed:
        yield Slip(
            f"Thẩm quyền ký ghi “{right}”.", reading.spans.get("signatory.authority_line"), right
        )


def _written_out(body: str) -> str:
    match = _SHORT_BODY.fullmatch(body)
    return _FULL_BODY[match["short"]] if match else body


def _number_span(reading: Reading) -> Span | None:
    return reading.spans.get("full_number") or reading.spans.get("number")
