"""Quoted names with the part they play: movement, theme, motto, or the title of something else."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from vanban.language.forms import fold, one_line
from vanban.language.patterns import spaced
from vanban.reading import catalogue
from vanban.reading.quotes import quotes_in

if TYPE_CHECKING:
    import re

    from vanban.reading.model import Span
    from vanban.reading.outline import Node, Outline
    from vanban.reading.paper import Paper

_REACH = 140
"""A cue further away than this does not speak of the quote."""
_SENTENCE_END = spaced(r"[.!?] (?=[^\W\d_])")
_LISTED = spaced(r"[\s,;]*(?:va|hoac)?[\s,;]*")
_ABOUT = spaced(r"\bve(?: viec)?\W*$")
_DIRECT = frozenset({"phase", "activity"})
"""Roles whose cue must stand right before the quote."""
_EMULATE = spaced(r"\bthi dua\W*$")


@dataclass(frozen=True, slots=True)
class Named:
    """A quoted name; `role` is the one of its cue, None when nothing tells."""

    role: str | None
    words: str
    span: Span


def names_in(paper: Paper, title: Span | None, outline: Outline) -> list[Named]:
    """Every quote of title and body with its role, in order."""
    found = _names_of(paper, title, "") if title else []
    for node in outline.nodes:
        span = (node.words_start, node.block.span[1])
        found += _names_of(paper, span, _heading_above(outline, node))
    return found


def _heading_above(outline: Outline, node: Node) -> str:
    above = outline.nodes[node.place - 1] if node.place else None
    return above.folded if above is not None and above.block.heading else ""


def _names_of(paper: Paper, span: Span, heading: str) -> list[Named]:
    found: list[Named] = []
    start = span[0]
    for quote in quotes_in(paper.text, *span):
        before = paper.folded[start : quote.outer[0]]
        if found and _LISTED.fullmatch(before):
            role = found[-1].role
        else:
            role = _role(before if before.strip() or found else heading)
        found.append(Named(role, one_line(paper.text[slice(*quote.inner)]), quote.inner))
        start = quote.outer[1]
    return found


@cache
def _cues() -> tuple[re.Pattern[str], dict[str, str]]:
    roles = {fold(row["cue"]): row["role"] for row in catalogue.rows("quote_cues")}
    longest_first = sorted(roles, key=len, reverse=True)
    spelled = "|".join(cue.replace(" ", r" ") for cue in longest_first)
    return spaced(rf"\b(?:{spelled})\b"), roles


def _role(before: str) -> str | None:
    """The nearest cue of the same sentence wins."""
    if _ABOUT.search(before):
        return "other"
    sentence = _SENTENCE_END.split(before)[-1][-_REACH:]
    pattern, roles = _cues()
    cue = None
    for match in pattern.finditer(sentence):
        role = roles[one_line(match[0])]
        if role == "called":
            cue = cue if cue == "movement" else "phase"
        elif role not in _DIRECT or not sentence[match.end() :].strip(" :,\n"):
            cue = role
    if cue in {None, "other", "activity"} and _EMULATE.search(sentence):
        return "movement"
    return cue
