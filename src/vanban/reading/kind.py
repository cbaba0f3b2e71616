"""The kind of a document that prints none: from its symbol, or from its own sentences."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from vanban.language.forms import one_line
from vanban.language.patterns import spaced
from vanban.reading import catalogue
from vanban.reading.paper import DERIVED, GUESS, Found
from vanban.reading.words import committees, kind_names, kinds, unions

if TYPE_CHECKING:
    import re

    from vanban.reading.outline import Node
    from vanban.reading.paper import Paper


_PART = spaced(r"[-/]")


@cache
def _self_named() -> re.Pattern[str]:
    acts = rf"(?:{committees()}|{unions()})[^.;:]{{0,120}}?\s(?:xay dung|ban hanh)"
    return spaced(rf"\b(?:{acts}|tren day la) (?P<kind>{kinds()})\b")


def kind_of_symbol(symbol: Found[str] | None) -> Found[str] | None:
    """``KH-CĐGD`` is the symbol of a *Kế hoạch*."""
    first = _PART.split(symbol.value)[0] if symbol else ""
    if symbol is None or first == symbol.value:
        return None
    for row in catalogue.rows("document_types"):
        if row["symbol"] and row["symbol"] == first:
            return Found(row["name"], symbol.span, DERIVED)
    return None


def kind_in_text(paper: Paper, nodes: tuple[Node, ...]) -> Found[str] | None:
    """``Ban Thường vụ … xây dựng kế hoạch``, ``Trên đây là kế hoạch``."""
    for node in nodes:
        if match := _self_named().search(paper.folded, *node.block.span):
            return Found(kind_names()[one_line(match["kind"])], match.span("kind"), GUESS)
    return None
