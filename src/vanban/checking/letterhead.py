"""Motto, number, symbol and date: are they there, and in the prescribed form?"""

from collections.abc import Iterator

from vanban.checking import symbols
from vanban.checking.kinds import demands
from vanban.checking.readable import is_unreadable
from vanban.checking.rules import Slip, rule
from vanban.reading.model import Reading, Severity, Span

TITLE = "Số, ký hiệu, ngày ký"


@rule("missing-number", "Thiếu số, ký hiệu", Severity.ERROR, "DOC-20, DOC-25")
def missing_number(reading: Reading) -> Iterator[Slip]:
    """Somebody signed it, so it ought to have been numbered."""
    if _needs_number(reading) and not _draft(reading):
        yield Slip("Văn bản chưa có số, ký hiệu.")


@rule("draft-number", "Bản thảo chưa có số", Severity.ASK, "DOC-20, DOC-25")
def draft_without_number(reading: Reading) -> Iterator[Slip]:
    """A draft gets its number when it is signed; a copy of an issued document has lost it."""
    if _needs_number(reading) and _draft(reading):
        yield Slip("Bản thảo chưa có số?")


def _needs_number(reading: Reading) -> bool:
    numbered = reading.full_number is not None or reading.number is not None
    return not numbered and demands(reading)["number"] == "yes"


def _draft(reading: Reading) -> bool:
    """Its number was left open (``Số:    /KH-CĐGD``), or nobody has signed it."""
    signed = reading.signatory.name or reading.signatory.mark or is_unreadable(reading.text)
    return reading.symbol is not None or not signed


@rule("missing-date", "Thiếu ngày tháng năm", Severity.ERROR, "DOC-27, DOC-28")
def missing_date(reading: Reading) -> Iterator[Slip]:
    """Without its date a document cannot be cited; a draft gets it together with its number."""
    if reading.date is not None or demands(reading)["date"] != "yes":
        return
    if _needs_number(reading) and _draft(reading):
        yield Slip("Bản thảo chưa có ngày ký?", severity=Severity.ASK)
    else:
        yield Slip("Văn bản chưa có ngày ký (ví dụ “Ninh Bình, ngày 15 tháng 01 năm 2024”).")


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
            number_span(reading),
        )


@rule("symbol-issuer", "Ký hiệu không hợp với cơ quan ban hành", Severity.WARNING, "DOC-29")
def symbol_of_another_body(reading: Reading) -> Iterator[Slip]:
    """The symbol in the letterhead names another body than the one that issues."""
    said = symbols.disagreement(reading.full_number, reading.issuing_body)
    if said:
        yield Slip(said, number_span(reading))


def number_span(reading: Reading) -> Span | None:
    return reading.spans.get("full_number") or reading.spans.get("number")
