"""The lines of Nơi nhận."""

import re
from collections.abc import Iterator

from vanban.checking.readable import is_unreadable
from vanban.checking.rules import Slip, rule
from vanban.language.forms import fold
from vanban.reading.model import Reading, Severity, Span

TITLE = "Nơi nhận"

_MARK_OF_LINE = re.compile(r"(?P<mark>[.,;:]?)(?= *(?:\n|$))")
_ARCHIVE = re.compile(r"\bluu\b")


@rule("recipients-archive", "Nơi nhận không có dòng Lưu", Severity.ASK, "DOC-45")
def no_archive_line(reading: Reading) -> Iterator[Slip]:
    """One copy stays on file: ``- Lưu: VT, TGNC.``."""
    if not reading.recipients or is_unreadable(reading.text) or reading.repaired:
        return
    if not any(_ARCHIVE.search(fold(line)) for line in reading.recipients):
        last = f"recipients[{len(reading.recipients) - 1}]"
        yield Slip("Nơi nhận chưa có dòng “Lưu: VT”?", reading.spans.get(last))


@rule("recipients-mark", "Dấu cuối dòng ở Nơi nhận chưa đúng", Severity.ASK, "DOC-45")
def marks_of_recipients(reading: Reading) -> Iterator[Slip]:
    """Every line ends with a semicolon, the last one with a full stop: one finding for all."""
    ends = [
        reading.spans[f"recipients[{index}]"][1]
        for index in range(len(reading.recipients))
        if f"recipients[{index}]" in reading.spans
    ]
    if len(ends) < 2 or is_unreadable(reading.text) or reading.repaired or ends != sorted(ends):
        return
    found = [_MARK_OF_LINE.match(reading.text, end) for end in ends]
    wanted = [";"] * (len(ends) - 1) + ["."]
    wrong = [
        (match.span("mark"), mark)
        for match, mark in zip(found, wanted, strict=True)
        if match and match["mark"] != mark
    ]
    if wrong:
        (start, _), (_, end) = wrong[0][0], wrong[-1][0]
        yield Slip(
            "Mỗi dòng ở Nơi nhận kết thúc bằng dấu chấm phẩy, dòng cuối bằng dấu chấm.",
            (max(0, start - 1), max(start, wrong[0][0][1])),
            _with_marks(reading.text, start, wrong),
            replaced=(start, end),
        )


def _with_marks(text: str, start: int, wrong: list[tuple[Span, str]]) -> str:
    parts = []
    for (first, last), mark in wrong:
        parts += [text[start:first], mark]
        start = last
    return "".join(parts)
