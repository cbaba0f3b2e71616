"""Measurable promises: ``100% … giao ước thi đua``, ``ít nhất 01 sáng kiến``, ``tất cả … đều``."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING

from vanban.language.patterns import spaced
from vanban.reading import catalogue
from vanban.reading.model import Target
from vanban.reading.paper import CLEAR, DERIVED, Found
from vanban.reading.quotes import quotes_in
from vanban.reading.words import pattern_of

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from vanban.reading.model import Span
    from vanban.reading.outline import Node, Outline
    from vanban.reading.paper import Paper

_PERCENT = spaced(r"(?<![\d.,])(?P<value>\d{1,3}(?:[.,]\d{1,2})?)\s?%")
_ALL = spaced(r"\btat ca [^.;,:]{1,60}? deu\s")
_CLAUSE_STARTS = spaced(r"[.;:,](?=\s)")
_CLAUSE_ENDS = spaced(r"[;.](?=\s|/|$)")
_LEADING = spaced(r"(?:va|[-–+]) ")
_REACH = 600
"""No clause is longer on either side of its figure."""
_PROMISING = spaced(r"\b(?:phuong huong|chi tieu|muc tieu|ke hoach)\b")


@cache
def _count() -> re.Pattern[str]:
    units = pattern_of(catalogue.column("units", "name"))
    value = r"(?P<value>\d{1,3}(?:\.\d{3})+|\d+)"
    return spaced(
        rf"\b(?:it nhat|toi thieu|khong duoi|khong it hon|phan dau(?: (?:co|dat))?|dat)"
        rf" (?:tu )?{value} (?P<unit>{units})\b"
        rf"|(?<![\d/.,-])(?P<value2>\d+) (?P<unit2>{units}) tro len\b"
    )


def read_targets(paper: Paper, outline: Outline, doc_type: str | None) -> list[Found[Target]]:
    """The promises of a document. In a report only what it says of the future is one."""
    nodes: Iterable[Node] = outline.nodes
    if doc_type == "Báo cáo":
        headings = outline.headed(_PROMISING.search)
        nodes = [node for heading in headings for node in outline.within(heading)]
    found: dict[str, Found[Target]] = {}
    for node in nodes:
        for target in _targets_of(paper, node):
            found.setdefault(target.value.text, target)
    return list(found.values())


def _targets_of(paper: Paper, node: Node) -> Iterator[Found[Target]]:
    span = (node.words_start, node.block.span[1])
    quoted = [quote.outer for quote in quotes_in(paper.text, *span)]
    figures = [item for item in sorted(_figures(paper, span)) if not _is_quoted(item[0], quoted)]
    starts = [_clause_start(paper, place, span[0]) for place, _, _ in figures]
    for (place, value, unit), start, following in zip_longest(figures, starts, starts[1:]):
        limit = following if following and following > place[1] else span[1]
        clause = (start, _clause_end(paper, place[1], limit))
        found = paper.found(clause, CLEAR if unit == "%" else DERIVED)
        text = found.value.rstrip(" ,").removesuffix(" và").rstrip(" ,")
        end = found.span[1] - (len(found.value) - len(text))
        yield Found(Target(text, value, unit), (found.span[0], end), found.confidence)


def _is_quoted(place: Span, quoted: list[Span]) -> bool:
    before = bisect_left(quoted, place) - 1
    return before >= 0 and place[0] < quoted[before][1]


def _figures(paper: Paper, span: Span) -> Iterator[tuple[Span, float, str]]:
    for match in _PERCENT.finditer(paper.folded, *span):
        yield match.span(), float(match["value"].replace(",", ".")), "%"
    for match in _ALL.finditer(paper.folded, *span):
        yield match.span(), 100.0, "%"
    for match in _count().finditer(paper.folded, *span):
        value = match["value"] or match["value2"]
        group = "unit" if match["unit"] else "unit2"
        yield match.span(), float(value.replace(".", "")), paper.quote(match.span(group))


def _clause_start(paper: Paper, figure: Span, first: int) -> int:
    """Behind the last sign before the figure: there stands the verb that governs it."""
    start = max(first, figure[0] - _REACH)
    for sign in _CLAUSE_STARTS.finditer(paper.text, start, figure[0]):
        start = sign.end()
    while start < figure[0] and paper.text[start].isspace():
        start += 1
    leading = _LEADING.match(paper.folded, start, figure[0])
    return leading.end() if leading else start


def _clause_end(paper: Paper, start: int, limit: int) -> int:
    """A comma does not end a promise, the clause of the next figure does."""
    limit = min(limit, start + _REACH)
    end = _CLAUSE_ENDS.search(paper.text, start, limit)
    return end.start() if end else limit
