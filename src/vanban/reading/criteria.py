"""Scoring criteria: what stands below a heading *tiêu chí*, with its points if printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vanban.language.patterns import spaced
from vanban.reading.model import Criterion
from vanban.reading.paper import DERIVED, Found

if TYPE_CHECKING:
    from vanban.reading.outline import Node, Outline
    from vanban.reading.paper import Paper

_HEADING = spaced(r"\b(?:tieu chi|thang diem|bang diem)\b")
_POINTS = spaced(r"\(?\s*(?:toi da\s*:?\s*)?(?P<points>\d{1,3}(?:[.,]\d{1,2})?) diem\s*\)?")


def read_criteria(paper: Paper, outline: Outline) -> list[Found[Criterion]]:
    """The criteria a document scores by; a heading without points below it gives none."""
    headings = outline.headed(_HEADING.search)
    return [_criterion(paper, node) for heading in headings for node in outline.children(heading)]


def _criterion(paper: Paper, node: Node) -> Found[Criterion]:
    span = (node.words_start, node.block.span[1])
    match = _POINTS.search(paper.folded, *span)
    points = float(match["points"].replace(",", ".")) if match else None
    end = match.start() if match and match.end() >= span[1] - 2 else span[1]
    words = paper.found((span[0], end), DERIVED)
    text = words.value.rstrip(" :;.,")
    return Found(Criterion(text, "điểm" if match else None, points), words.span, DERIVED)
