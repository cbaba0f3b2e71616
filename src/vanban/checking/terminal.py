"""Findings as a good compiler prints them: place, sentence, the line, a caret below the words."""

import unicodedata
from bisect import bisect_left
from collections.abc import Iterator

from vanban.checking.fixes import in_words
from vanban.reading.model import Finding, Fix, Reading, Severity

WORDS = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.ASK: "hỏi lại"}

_BEFORE = 48
_AFTER = 40
_INDENT = "    "
_CUT = "…"


def compiler_lines(reading: Reading, name: str) -> Iterator[str]:
    """All findings of a reading, line by line; the last line counts them."""
    breaks = [place for place, sign in enumerate(reading.text) if sign == "\n"]
    for finding in reading.findings:
        yield from _finding_lines(finding, reading.text, breaks, name)
    yield summary_line(reading.findings)


def summary_line(findings: tuple[Finding, ...]) -> str:
    """``1 lỗi, 3 cảnh báo, 1 hỏi lại``."""
    counts = [
        f"{count} {word}"
        for severity, word in WORDS.items()
        if (count := sum(finding.severity == severity for finding in findings))
    ]
    return ", ".join(counts) or "Không có gì cần sửa."


def width(text: str) -> int:
    """Columns on a terminal: nothing for combining marks, two for wide letters."""
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Cf", "Cc", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def _finding_lines(finding: Finding, text: str, breaks: list[int], name: str) -> Iterator[str]:
    said = f"{WORDS[finding.severity]}: {finding.message} [{finding.rule}]"
    if finding.span is None:
        yield f"{name}: {said}"
        return
    start, end = finding.span
    number = bisect_left(breaks, start)
    line_start = breaks[number - 1] + 1 if number else 0
    line = text[line_start : breaks[number] if number < len(breaks) else len(text)]
    column = start - line_start
    yield f"{name}:{number + 1}:{column + 1}: {said}"
    yield from _shown(line, column, min(end - line_start, len(line)))
    if finding.fix is not None:
        yield f"{_INDENT}{_fix(finding.fix, text)}"


def _fix(fix: Fix, text: str) -> str:
    old, new = in_words(text[fix.span[0] : fix.span[1]], fix.text)
    if not old:
        return f"thêm {new}"
    return f"sửa {old} thành {new}" if new else f"bỏ {old}"


def _shown(line: str, start: int, end: int) -> Iterator[str]:
    """The words around the place, and carets exactly below them. A paragraph is cut at blanks."""
    first = 0 if start <= _BEFORE else _next_blank(line, start - _BEFORE, start)
    last = min(len(line), max(end, start + 1) + _AFTER)
    head = _CUT if first else ""
    tail = _CUT if last < len(line) else ""
    yield f"{_INDENT}{head}{line[first:last]}{tail}"
    blank = " " * (width(head) + width(line[first:start]))
    yield f"{_INDENT}{blank}{'^' * max(1, width(line[start:end]))}"


def _next_blank(line: str, start: int, limit: int) -> int:
    blank = line.find(" ", start, limit)
    return blank + 1 if blank >= 0 else start
