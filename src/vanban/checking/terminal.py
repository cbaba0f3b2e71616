"""Findings as a good compiler prints them: place, sentence, the line, a caret below the words."""

import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

from vanban.checking.fixes import in_words
from vanban.reading.model import Finding, Fix, Reading, Severity

WORDS = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.ASK: "hỏi lại"}

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.ASK: "36"}
_BOLD, _GREEN = "1", "32"
_BEFORE = 48
_AFTER = 40
_INDENT = "    "
_CUT = "…"


def compiler_lines(reading: Reading, name: str, *, colour: bool = False) -> Iterator[str]:
    """All findings of a reading, line by line; the last line counts them.

    `colour` is for a terminal only: the escape signs would spoil a file or a pipe.
    """
    breaks = _breaks(reading.text)
    for finding in reading.findings:
        yield from _finding_lines(finding, reading.text, breaks, name, colour=colour)
    yield summary_line(reading.findings)


def findings_as_json(reading: Reading) -> list[dict[str, Any]]:
    """Findings for other programs, in the order of `compiler_lines`; line and column from 1."""
    breaks = _breaks(reading.text)
    return [_as_json(finding, breaks) for finding in reading.findings]


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


def _breaks(text: str) -> list[int]:
    return [place for place, sign in enumerate(text) if sign == "\n"]


def _line_and_column(place: int, breaks: list[int]) -> tuple[int, int]:
    """Both counted from 0, the column in code points."""
    number = bisect_left(breaks, place)
    return number, place - (breaks[number - 1] + 1 if number else 0)


def _as_json(finding: Finding, breaks: list[int]) -> dict[str, Any]:
    place = _line_and_column(finding.span[0], breaks) if finding.span else None
    fix = finding.fix
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "line": place[0] + 1 if place else None,
        "column": place[1] + 1 if place else None,
        "span": list(finding.span) if finding.span else None,
        "fix": {"span": list(fix.span), "text": fix.text} if fix else None,
    }


def _finding_lines(
    finding: Finding, text: str, breaks: list[int], name: str, *, colour: bool
) -> Iterator[str]:
    hue = _COLOURS[finding.severity] if colour else ""
    word = _painted(WORDS[finding.severity], f"{_BOLD};{hue}" if colour else "")
    said = f"{word}: {finding.message} [{finding.rule}]"
    if finding.span is None:
        yield f"{name}: {said}"
        return
    start, end = finding.span
    number, column = _line_and_column(start, breaks)
    line_start = start - column
    line = text[line_start : breaks[number] if number < len(breaks) else len(text)]
    yield f"{_painted(f'{name}:{number + 1}:{column + 1}', _BOLD if colour else '')}: {said}"
    shown, carets = _shown(line, column, min(end - line_start, len(line)))
    yield shown
    yield _painted(carets, hue)
    if finding.fix is not None:
        yield f"{_INDENT}{_painted(_fix(finding.fix, text), _GREEN if colour else '')}"


def _painted(words: str, codes: str) -> str:
    return f"\x1b[{codes}m{words}\x1b[0m" if codes else words


def _fix(fix: Fix, text: str) -> str:
    old, new = in_words(text[fix.span[0] : fix.span[1]], fix.text)
    if not old:
        return f"thêm {new}"
    return f"sửa {old} thành {new}" if new else f"bỏ {old}"


def _shown(line: str, start: int, end: int) -> tuple[str, str]:
    """The words around the place, and carets exactly below them. A paragraph is cut at blanks."""
    first = 0 if start <= _BEFORE else _next_blank(line, start - _BEFORE, start)
    last = min(len(line), max(end, start + 1) + _AFTER)
    head = _CUT if first else ""
    tail = _CUT if last < len(line) else ""
    blank = " " * (width(head) + width(line[first:start]))
    carets = "^" * max(1, width(line[start:end]))
    return f"{_INDENT}{head}{line[first:last]}{tail}", f"{_INDENT}{blank}{carets}"


def _next_blank(line: str, start: int, limit: int) -> int:
    blank = line.find(" ", start, limit)
    return blank + 1 if blank >= 0 else start
