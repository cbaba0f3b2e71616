"""The clause around a figure: from the sign before it to the end of what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vanban.language.patterns import spaced

if TYPE_CHECKING:
    from vanban.reading.model import Span
    from vanban.reading.paper import Paper

_CLAUSE_STARTS = spaced(r"[.;:,](?=\s)")
_CLAUSE_ENDS = spaced(r"[;.](?=\s|/|$)")
_LEADING = spaced(r"(?:va|[-–+]) ")
_REACH = 600
"""No clause is longer on either side of its figure."""


def clause_start(paper: Paper, figure: Span, first: int) -> int:
    """Behind the last sign before the figure: there stands the verb that governs it."""
    start = max(first, figure[0] - _REACH)
    for sign in _CLAUSE_STARTS.finditer(paper.text, start, figure[0]):
        start = sign.end()
    while start < figure[0] and paper.text[start].isspace():
        start += 1
    leading = _LEADING.match(paper.folded, start, figure[0])
    return leading.end() if leading else start


def clause_end(paper: Paper, start: int, limit: int) -> int:
    """A comma does not end a promise, the clause of the next figure does."""
    limit = min(limit, start + _REACH)
    end = _CLAUSE_ENDS.search(paper.text, start, limit)
    return end.start() if end else limit
