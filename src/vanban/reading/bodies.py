"""Who issues the document, and under whom: from the letterhead, else from its sentences."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from vanban.language.forms import is_upper, one_line
from vanban.language.patterns import spaced
from vanban.reading.paper import DERIVED, GUESS, LETTERHEAD, Found
from vanban.reading.words import committees, unions, verbs

if TYPE_CHECKING:
    import re

    from vanban.reading.citations import CitedFound
    from vanban.reading.model import Span
    from vanban.reading.outline import Node
    from vanban.reading.paper import Line, Paper

_LONGEST = 120
_IN_BRACKETS = spaced(r"\s*\([^()]*\)")
_STOPS = spaced(r"[.,;:\"“”|]")
_ABBREVIATED = spaced(r"\w*[A-ZĐ]{3,}")


@cache
def _subject() -> re.Pattern[str]:
    return spaced(rf"\b(?:(?P<committee>{committees()}) (?:cua )?)?(?P<body>{unions()})")


@cache
def _verb() -> re.Pattern[str]:
    return spaced(rf"\s(?={verbs()})")


@cache
def _launcher() -> re.Pattern[str]:
    return spaced(rf"\bdo (?P<body>{unions()}[^.,;:]{{0,{_LONGEST}}}?) (?:phat dong|to chuc)\b")


def bodies_of_letterhead(
    paper: Paper, cells: tuple[Line, ...]
) -> tuple[Found[str] | None, Found[str] | None]:
    """Issuing body and its superior, from the names printed in capitals above the number."""
    names: list[list[Line]] = []
    for cell in cells:
        begins = _subject().match(cell.folded)
        if begins and (is_upper(cell.text) or _is_name(paper, cell)):
            names.append([cell])
        elif names and is_upper(cell.text):
            names[-1].append(cell)
    found = [_printed_name(paper, lines) for lines in names]
    issuing = found[-1] if found else None
    return issuing, found[-2] if len(found) > 1 else None


def _is_name(paper: Paper, cell: Line) -> bool:
    """``CĐCS Trường THPT Tân Hưng``: a short line, mostly capitals, no sentence."""
    words = cell.text.split()
    capitals = sum(word[0].isupper() for word in words)
    is_sentence = _end_of_subject(paper, cell.start, cell.end) is not None
    return 2 * capitals > len(words) and not is_sentence and cell.text[-1] not in ".,;:"


def _printed_name(paper: Paper, lines: list[Line]) -> Found[str]:
    begins = _subject().match(lines[0].folded)
    start = lines[0].start + (begins.start("body") if begins else 0)
    words = " ".join([paper.text[start : lines[0].end], *(line.text for line in lines[1:])])
    return Found(one_line(words), (start, lines[-1].end), LETTERHEAD)


def issuing_body_in(paper: Paper, nodes: tuple[Node, ...]) -> Found[str] | None:
    """The body whose committee acts in the preamble or closing.

    A name in words is preferred to an abbreviation, a committee to a body that acts itself.
    """
    found = [item for node in nodes for item in _subjects(paper, node.block.span)]
    return min(found, key=_doubt) if found else None


def _doubt(found: Found[str]) -> tuple[bool, float]:
    return _ABBREVIATED.match(found.value) is not None, -found.confidence


def _subjects(paper: Paper, span: Span) -> list[Found[str]]:
    found = []
    for match in _subject().finditer(paper.folded, *span):
        end = _end_of_subject(paper, match.end("body"), span[1])
        before = paper.folded[max(0, match.start() - 4) : match.start()]
        if end is None or before.endswith(("do ", "cua ", "cac ", "moi ")):
            continue
        confidence = DERIVED if match["committee"] else GUESS
        found.append(body_named(paper, (match.start("body"), end), confidence))
    return found


def _end_of_subject(paper: Paper, start: int, limit: int) -> int | None:
    """Where the name ends before its verb; names have capitals, verbs do not."""
    stop = min(limit, start + _LONGEST)
    for match in _verb().finditer(paper.folded, start, stop):
        if paper.text[match.end()].islower():
            if _STOPS.search(paper.text, start, match.start()):
                return None
            return match.start()
    is_heading = limit == stop and is_upper(paper.text[start:limit])
    return limit if is_heading else None


def body_named(paper: Paper, span: Span, confidence: float) -> Found[str]:
    """The name of a body; an abbreviation in brackets is not part of it."""
    return Found(one_line(_IN_BRACKETS.sub("", paper.quote(span))), span, confidence)


def parent_body_in(
    paper: Paper, preamble: tuple[Node, ...], citations: list[CitedFound], issuing: str | None
) -> Found[str] | None:
    """The union body whose document, else whose movement, the preamble carries out."""
    end = preamble[-1].block.span[1] if preamble else 0
    for cited in citations:
        issuer = cited.issuer
        if issuer is None or issuer.span[1] > end or issuer.value == issuing:
            continue
        if _subject().match(paper.folded, issuer.span[0]):
            return Found(issuer.value, issuer.span, DERIVED)
    for node in preamble:
        if match := _launcher().search(paper.folded, *node.block.span):
            return body_named(paper, match.span("body"), DERIVED)
    return None
