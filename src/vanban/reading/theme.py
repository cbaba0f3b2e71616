"""The theme (*chủ đề*) of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vanban.language.patterns import spaced
from vanban.reading.paper import CLEAR, DERIVED, GUESS, Found

if TYPE_CHECKING:
    from vanban.reading.model import Span
    from vanban.reading.named import Named
    from vanban.reading.outline import Node, Outline
    from vanban.reading.paper import Paper

_WITH_COLON = spaced(
    r"\bchu de(?: (?:thi dua|hoat dong|phong trao|cua|cong doan|nam(?: hoc)?|la|[\d–-]+))*"
    r"\s*:\s*(?P<theme>\w[^\"“”]{10,300}?)(?=[.;]\s|[.;]?$)"
)


def theme_of(
    paper: Paper, outline: Outline, names: list[Named], phases: list[Span]
) -> Found[str] | None:
    """The theme of the whole plan: quoted after *chủ đề*, else under such a heading or colon."""
    for name in names:
        if name.role == "theme" and not _inside(name.span, phases):
            return Found(name.words, name.span, CLEAR)
    return _under_heading(paper, outline, phases) or _after_colon(paper, outline, phases)


def _inside(span: Span, phases: list[Span]) -> bool:
    return any(start <= span[0] < end for start, end in phases)


def _under_heading(paper: Paper, outline: Outline, phases: list[Span]) -> Found[str] | None:
    for node in outline.headed(lambda folded: folded.startswith("chu de")):
        below = outline.within(node)
        if len(below) == 1 and not _inside(node.block.span, phases):
            return _sentence(paper, below[0])
    return None


def _sentence(paper: Paper, node: Node) -> Found[str]:
    words = paper.text[node.words_start : node.block.span[1]].rstrip(" .;:\n")
    return paper.found((node.words_start, node.words_start + len(words)), DERIVED)


def _after_colon(paper: Paper, outline: Outline, phases: list[Span]) -> Found[str] | None:
    for node in outline.nodes:
        match = _WITH_COLON.search(paper.folded, *node.block.span)
        if match and not _inside(node.block.span, phases):
            return paper.found(match.span("theme"), GUESS)
    return None
