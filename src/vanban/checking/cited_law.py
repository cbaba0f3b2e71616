"""Documents of the register that are cited: in force, and under their own number and date."""

import re
from collections.abc import Iterator

from vanban.checking.register import LegalDocument, legal_document
from vanban.checking.rules import Slip, rule
from vanban.checking.words import folded
from vanban.reading.model import Reading, Severity

TITLE = "Văn bản pháp luật viện dẫn"

_LOOKING_BACK = frozenset({"Báo cáo", "Biên bản", "Tin bài", "Bài tuyên truyền"})
_LAW = re.compile(
    r"\bluat (?P<name>thi dua,? khen thuong|cong doan),? (?:so )?(?P<number>\d{1,3}/\d{4}/qh\d{2})"
)
_NUMBERS_OF_LAW = {
    "thi dua": ("15/2003/qh11", "47/2005/qh11", "39/2013/qh13", "06/2026/qh16", "06/2022/qh15"),
    "cong doan": ("12/2012/qh13", "97/2025/qh15", "50/2024/qh15"),
}


@rule(
    "citation-expired",
    "Văn bản viện dẫn đã hết hiệu lực hoặc chưa có hiệu lực",
    Severity.WARNING,
    "danh mục văn bản",
)
def cited_out_of_force(reading: Reading) -> Iterator[Slip]:
    """A plan of 2025 that rests on a decree which ended in 2024; only documents of the register.

    A law is often named before it comes into force, so an early one is only a question.
    """
    if reading.date is None or reading.doc_type in _LOOKING_BACK:
        return
    for index, citation in enumerate(reading.citations):
        known = legal_document(citation.number or "")
        place = reading.spans.get(f"citations[{index}]")
        if known is None:
            continue
        if known.end and reading.date > known.end:
            now = f" Văn bản thay thế: {known.successor}." if known.successor else ""
            yield Slip(
                f"{known.name} đã hết hiệu lực (đến {known.end:%d/%m/%Y}).{now}",
                place,
                severity=_weight(known),
            )
        elif known.start and reading.date < known.start:
            said = f"{known.name} có hiệu lực từ {known.start:%d/%m/%Y}, sau ngày ký: đúng không?"
            yield Slip(said, place, severity=Severity.ASK)


@rule(
    "citation-date",
    "Ngày của văn bản viện dẫn khác với danh mục",
    Severity.WARNING,
    "danh mục văn bản",
)
def cited_with_another_date(reading: Reading) -> Iterator[Slip]:
    """``Quyết định số 999/QĐ-TLĐ ngày 29/4/2024``: the register knows it under another day."""
    for index, citation in enumerate(reading.citations):
        known = legal_document(citation.number or "")
        if known is None or known.date is None or citation.date in {None, known.date}:
            continue
        place = reading.spans.get(f"citations[{index}]")
        yield Slip(f"{known.name} đề ngày {known.date:%d/%m/%Y}.", place, severity=_weight(known))


@rule(
    "citation-number",
    "Số của luật viện dẫn khác với danh mục",
    Severity.WARNING,
    "danh mục văn bản",
)
def law_with_another_number(reading: Reading) -> Iterator[Slip]:
    """*Luật Thi đua, khen thưởng số 06/2023/QH15*: the law is known, the number is not its own."""
    text = folded(reading.text)
    for match in _LAW.finditer(text):
        numbers = _NUMBERS_OF_LAW["thi dua" if match["name"].startswith("thi") else "cong doan"]
        if match["number"] not in numbers:
            yield Slip(
                f"Số của luật này là {numbers[-1].upper()}.",
                match.span("number"),
            )


def _weight(known: LegalDocument) -> Severity | None:
    return None if known.sure else Severity.ASK
