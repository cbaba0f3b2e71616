"""The line of number and symbol (``Số: 05/KH-CĐGD``), wherever it stands in the letterhead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vanban.language.forms import is_upper
from vanban.language.patterns import spaced
from vanban.reading.cells import part_of, shifted
from vanban.reading.paper import CLEAR, LETTERHEAD, Found

if TYPE_CHECKING:
    import re

    from vanban.reading.model import Span
    from vanban.reading.paper import Line, Paper

_SYMBOL = r"(?P<symbol>(?:\d{4}\s?[/–-]\s?)?[^\W\d_][\w&]*(?:\s?[/–-]\s?[^\W\d_][\w&]*)*)"
_NUMBER = spaced(
    rf"\W{{0,3}}so\s*[:.;]?\s*(?P<number>\d{{1,5}}[a-z]?)?(?P<open>[\s.…_]*)[/–-]\s*{_SYMBOL}"
)
_INSIDE = spaced(
    rf"(?<!\w)so\s*(?P<colon>[:.;])?\s*(?P<number>\d{{1,5}}[a-z]?)?(?P<open>[\s.…_]*)"
    rf"(?P<sign>[/–-])\s*{_SYMBOL}"
)
_BLANK_FOR_SIGN = spaced(
    r"so\s*[:.;]\s*(?P<number>\d{1,5}[a-z]?)(?P<open>) "
    r"(?P<symbol>[^\W\d_][\w&]*(?:\s?[/–-]\s?[^\W\d_][\w&]*)+)"
)
_BARE = spaced(r"so\s*[:.;]\s*(?P<number>\d{1,5}[a-z]?)\s*[/.]?")
_LEADS_ON = spaced(r" [–-] (?P<next>[^\W\d_]\w*)")


@dataclass(frozen=True, slots=True)
class NumberFound:
    """Number and symbol with their places, and the cells that remain to be read."""

    number: Found[str] | None
    symbol: Found[str] | None
    full_number: Found[str] | None
    remaining: list[Line]


def read_number(paper: Paper, cells: list[Line]) -> NumberFound:
    """The first number with its symbol; a number alone only when no cell has both."""
    for place, cell in enumerate(cells):
        match = _match(cell)
        if match is not None:
            return _found(paper, cells, place, match)
    for place, cell in enumerate(cells):
        match = _BARE.fullmatch(cell.folded)
        if match is not None:
            number = paper.found(shifted(match.span("number"), cell), CLEAR)
            return NumberFound(number, None, number, cells[:place] + cells[place + 1 :])
    return NumberFound(None, None, None, cells)


def _match(cell: Line) -> re.Match[str] | None:
    for pattern in (_NUMBER, _BLANK_FOR_SIGN):
        if match := pattern.match(cell.folded):
            return match
    for match in _INSIDE.finditer(cell.folded):
        before = cell.text[: match.start()]
        is_glued = not any(sign.isalpha() for sign in before) or is_upper(before)
        if is_glued and (match["colon"] or match["sign"] == "/"):
            return match
    return None


def _found(paper: Paper, cells: list[Line], place: int, match: re.Match[str]) -> NumberFound:
    cell = cells[place]
    symbol_end = _symbol_end(cell, match.span("symbol"))
    symbol = _tight(paper, shifted((match.start("symbol"), symbol_end), cell))
    around = [part_of(cell, 0, match.start()), part_of(cell, symbol_end, len(cell.text))]
    remaining = [*cells[:place], *(part for part in around if part.text), *cells[place + 1 :]]
    if match["number"] is None:
        return NumberFound(None, symbol, None, remaining)
    span = shifted((match.start("number"), symbol_end), cell)
    number = paper.found(shifted(match.span("number"), cell), LETTERHEAD)
    return NumberFound(number, symbol, _tight(paper, span), remaining)


def _symbol_end(cell: Line, span: Span) -> int:
    """``KH-CĐCS - Hà Nội``: a symbol has no part with small letters behind a spaced dash."""
    for match in _LEADS_ON.finditer(cell.text, *span):
        if match["next"][1:].islower():
            return match.start()
    return span[1]


def _tight(paper: Paper, span: Span) -> Found[str]:
    """A number or symbol without the blanks and dots that were printed in it."""
    words = "".join(paper.text[slice(*span)].split()).replace("…", "").replace("_", "")
    return Found(words, span, LETTERHEAD)
