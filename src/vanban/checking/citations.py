"""Documents that this one refers to."""

import re
from collections.abc import Iterator

from vanban.checking import symbols
from vanban.checking.rules import Slip, rule
from vanban.checking.words import folded
from vanban.reading.model import Reading, Severity

TITLE = "Văn bản viện dẫn"

_CENTRAL_RESOLUTION = re.compile(r"\bnghi quyet (?:tw|trung uong) ?\d+\b(?![^.;\n]{0,25}\bkhoa\b)")


@rule(
    "citation-symbol-issuer",
    "Ký hiệu và cơ quan của văn bản viện dẫn không hợp nhau",
    Severity.WARNING,
    "DOC-29",
)
def symbol_of_another_body(reading: Reading) -> Iterator[Slip]:
    """``Kế hoạch số 04/KH-TLĐ … của Liên đoàn Lao động tỉnh``."""
    for index, citation in enumerate(reading.citations):
        said = symbols.disagreement(citation.number, citation.issuer)
        if said:
            yield Slip(said, reading.spans.get(f"citations[{index}]"))


@rule("citation-future", "Văn bản viện dẫn có ngày sau ngày ký", Severity.WARNING, "DOC-13")
def cited_before_it_existed(reading: Reading) -> Iterator[Slip]:
    """A document cannot rest on one that is younger than itself."""
    for index, citation in enumerate(reading.citations):
        if citation.date and reading.date and citation.date > reading.date:
            yield Slip(
                f"Văn bản viện dẫn đề ngày {citation.date:%d/%m/%Y}, "
                f"sau ngày của văn bản này ({reading.date:%d/%m/%Y}).",
                reading.spans.get(f"citations[{index}]"),
            )


@rule("citation-incomplete", "Nghị quyết Trung ương thiếu khóa", Severity.ASK, "DOC-13")
def central_resolution_without_term(reading: Reading) -> Iterator[Slip]:
    """*Nghị quyết TW4* exists in every term of the Central Committee."""
    for match in _CENTRAL_RESOLUTION.finditer(folded(reading.text)):
        yield Slip("Nghị quyết Trung ương của khóa nào?", match.span())
