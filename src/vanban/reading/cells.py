"""The columns of a line: two blocks that stand side by side on paper come as one line of text."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from vanban.language.patterns import spaced
from vanban.reading import catalogue
from vanban.reading.paper import Line
from vanban.reading.words import pattern_of

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from vanban.reading.model import Span

_GAP = spaced(r"(?=\s)(?<!\s)(?<![Ss]ố)(?<![Ss]ố:)(?<!ngày)(?<!tháng)\s{3,}|\s*\|\s*")
"""Between two columns; a number or day that was left open is no gap."""


def has_gap(line: Line) -> bool:
    """Do two columns share this line?"""
    return _GAP.search(line.text) is not None


def part_of(line: Line, start: int, end: int) -> Line:
    """A stretch of a line without the blanks around it."""
    words = line.text[start:end]
    first = start + len(words) - len(words.lstrip())
    last = max(first, start + len(words.rstrip()))
    return Line(
        line.start + first, line.start + last, line.text[first:last], line.folded[first:last]
    )


def cells_in(line: Line) -> list[Line]:
    """The columns of a line, national mottoes taken out."""
    cells = []
    start = 0
    cuts = [*_GAP.finditer(line.text), *_mottoes().finditer(line.folded)]
    for cut in sorted(cuts, key=lambda match: match.start()):
        cells.append(part_of(line, start, max(start, cut.start())))
        start = max(start, cut.end())
    cells.append(part_of(line, start, len(line.text)))
    return [cell for cell in cells if cell.text]


def cells_of(lines: tuple[Line, ...]) -> Iterator[Line]:
    """The cells of several lines in reading order."""
    for line in lines:
        yield from cells_in(line)


def shifted(span: Span, cell: Line) -> Span:
    """A span of the cell's own text as one of the whole text."""
    return cell.start + span[0], cell.start + span[1]


@cache
def _mottoes() -> re.Pattern[str]:
    printed = pattern_of(catalogue.column("mottoes", "text"))
    dashed = printed.replace(r"\-", r"[–—-]")
    return spaced(rf"(?:[-–—|]\s*)?(?:{dashed})(?:\s*[-–—|](?=\s|$))?")
