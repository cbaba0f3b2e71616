"""The list of recipients (*Nơi nhận*), and to whom a letter is addressed (*Kính gửi*)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from vanban.language.forms import fold
from vanban.language.patterns import spaced
from vanban.reading import catalogue
from vanban.reading.model import Recipient
from vanban.reading.paper import LETTERHEAD, Found

if TYPE_CHECKING:
    from vanban.reading.outline import Outline
    from vanban.reading.paper import Paper
    from vanban.reading.tail import Tail

_CLOSING = ' ;,.:/[”"'
_IN_BRACKETS = spaced(r"\s*\((?P<purpose>[^()]{2,60})\)")
_AFTER_DASH = spaced(r"\s*[,–-]? (?P<purpose>để [^,;()]{4,40})$")
_KEPT = spaced(r"luu\b")
_ADDRESSED = spaced(r"kinh (?:gui|goi|chuyen)\s*[:.]?\s*")
_SEVERAL = spaced(r";\s*")


def read_recipients(tail: Tail) -> list[Found[str]]:
    """Each recipient without dash and closing mark, in order."""
    found = []
    for cell in tail.recipients:
        words = cell.text.rstrip(_CLOSING)
        if words:
            end = cell.end - (len(cell.text) - len(words))
            found.append(Found(words, (cell.start, end), LETTERHEAD))
    return found


def distribution_of(recipients: list[Found[str]]) -> tuple[Recipient, ...]:
    """The same lines taken apart: ``LĐLĐ tỉnh (b/c)`` gets it *để báo cáo*."""
    return tuple(_recipient(found.value) for found in recipients)


def _recipient(printed: str) -> Recipient:
    match = _IN_BRACKETS.search(printed) or _AFTER_DASH.search(printed)
    purpose = _purpose(match["purpose"]) if match else None
    if match is None or purpose is None:
        return Recipient(printed, None, archive=_KEPT.match(fold(printed)) is not None)
    name = (printed[: match.start()] + printed[match.end() :]).strip(" ,;-–")
    return Recipient(name, purpose, archive=_KEPT.match(fold(printed)) is not None)


@cache
def _purposes() -> dict[str, str]:
    return {row["printed"]: row["purpose"] for row in catalogue.rows("purposes")}


def _purpose(printed: str) -> str | None:
    """In full words, None where the brackets hold something else, such as a number."""
    bare = printed.strip(" .").casefold()
    known = _purposes().get(fold(bare))
    if known is not None:
        return known
    return bare if bare.startswith("để ") else None


def read_addressees(paper: Paper, outline: Outline) -> list[Found[str]]:
    """Whom *Kính gửi* names: on its own line, or as the dashed lines below it."""
    for node in outline.nodes:
        match = _ADDRESSED.match(paper.folded, node.words_start, node.block.span[1])
        if match is None:
            if node.block.depth:
                return []
            continue
        if match.end() < node.block.span[1]:
            return _split(paper, match.end(), node.block.span[1])
        below = outline.nodes[node.place + 1 :]
        listed = []
        for item in below:
            if not item.block.marker or item.block.marker.strip("-–•+*"):
                break
            listed += _split(paper, item.words_start, item.block.span[1])
        return listed
    return []


def _split(paper: Paper, start: int, end: int) -> list[Found[str]]:
    found = []
    for stop in [*_SEVERAL.finditer(paper.text, start, end), None]:
        words = paper.text[start : stop.start() if stop else end].rstrip(_CLOSING)
        if words.strip(" ._…"):
            found.append(paper.found((start, start + len(words)), LETTERHEAD))
        start = stop.end() if stop else end
    return found
