"""Who issues the document, and under whom, where only its sentences tell."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from vanban.language.forms import fold, is_upper, one_line
from vanban.language.patterns import spaced
from vanban.reading import catalogue
from vanban.reading.paper import DERIVED, GUESS, Found
from vanban.reading.words import committees, pattern_of, unions, verbs

if TYPE_CHECKING:
    import re

    from vanban.reading.citations import CitedFound
    from vanban.reading.model import Span
    from vanban.reading.outline import Node
from vanban.reading.paper import Paper

_LONGEST = 120
_IN_BRACKETS = spaced(r"\s*\([^()]*\)")
_STOPS = spaced(r"[.,;:\"“”|]")
_ABBREVIATED = spaced(r"\w*[A-ZĐ]{3,}")


@cache
def subject() -> re.Pattern[str]:
    """A union body, with the committee that acts for it."""
    return spaced(rf"\b(?:(?P<committee>{committees()}) (?:cua )?)?(?P<body>{unions()})")


@cache
def _verb() -> re.Pattern[str]:
    return spaced(rf"\s(?={verbs()})")


@cache
def _launcher() -> re.Pattern[str]:
    return spaced(
        rf"\bdo (?P<body>{unions()}[^.,;:]{{0,{_LONGEST}}}?) (?:phat dong|to chuc|cung|phoi hop)\b"
    )


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
    for match in subject().finditer(paper.folded, *span):
        end = end_of_subject(paper, match.end("body"), span[1])
        before = paper.folded[max(0, match.start() - 4) : match.start()]
        if end is None or before.endswith(("do ", "cua ", "cac ", "moi ")):
            continue
        if not paper.text[match.start()].isupper() or _is_common(paper, match.start("body"), end):
            continue
        confidence = DERIVED if match["committee"] else GUESS
        found.append(body_named(paper, (match.start("body"), end), confidence))
    return found


def _is_common(paper: Paper, start: int, end: int) -> bool:
    """``Tổ công đoàn``, ``Công đoàn cơ sở``: a kind of body, not the name of one."""
    return generic().fullmatch(paper.folded, start, end) is not None


@cache
def generic() -> re.Pattern[str]:
    """A union's name that still lacks whose union it is."""
    rows = [row for row in catalogue.rows("bodies") if row["generic"] == "yes"]
    unions_only = [row for row in rows if row["kind"] == "union"]
    names = tuple(n for row in unions_only for n in (row["name"], row["abbreviation"]) if n)
    return spaced(rf"(?:{committees()}\s*)?(?:{pattern_of(names)})|{committees()}")


def same_body(one: str, other: str) -> bool:
    """Are two names those of one body, whatever is abbreviated or left out at the end?"""
    first, second = _spelled_out(one), _spelled_out(other)
    return first.startswith(second) or second.startswith(first)


def _spelled_out(name: str) -> str:
    folded = fold(_IN_BRACKETS.sub("", name))
    match = spaced(rf"{committees()} (?:cua )?").match(folded)
    folded = folded[match.end() :] if match else folded
    for row in catalogue.rows("bodies"):
        short = fold(row["abbreviation"])
        if short and folded.startswith(f"{short} "):
            return fold(row["name"]) + folded[len(short) :]
    return folded


def end_of_subject(paper: Paper, start: int, limit: int) -> int | None:
    """Where the name ends before its verb; names have capitals, verbs do not."""
    stop = min(limit, start + _LONGEST)
    match = _verb().search(paper.text, start, stop)
    if match is not None:
        return None if _STOPS.search(paper.text, start, match.start()) else match.start()
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
        if issuer is None or issuer.span[1] > end or (issuing and same_body(issuer.value, issuing)):
            continue
        if subject().match(paper.folded, issuer.span[0]):
            return Found(issuer.value, issuer.span, DERIVED)
    for node in preamble:
        if match := _launcher().search(paper.folded, *node.block.span):
            launcher = body_named(paper, match.span("body"), DERIVED)
            if issuing is None or not same_body(launcher.value, issuing):
                return launcher
    return None
