"""Top-level parts, and the contents of the emulation part with who must do them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from vanban.language.patterns import spaced
from vanban.reading.markers import Rank
from vanban.reading.model import ContentItem, Section
from vanban.reading.paper import CLEAR, DERIVED, LETTERHEAD, Found
from vanban.reading.words import audiences, committees, unions, verbs

if TYPE_CHECKING:
    import re

    from vanban.reading.outline import Node, Outline
    from vanban.reading.paper import Paper

_CONTENTS = spaced(r"\bnoi dung\b")
_EMULATION = spaced(r"\b(?:thi dua|phong trao)\b")
_OTHER_HEADING = spaced(
    r"(?:chu de|thoi gian|bien phap|giai phap|hinh thuc|doi tuong|tieu chi|khau hieu"
    r"|phuong cham|pham vi|kinh phi|cac dot|to chuc thuc hien)\b"
)
_FIRST_WORDS = spaced(r"[^:.]{3,80}(?=:)")
_LONGEST_SUBJECT = 100
_STOPS = spaced(r"[.;:\"“”(]")


def read_sections(outline: Outline) -> list[Found[Section]]:
    """The top-level parts, with their headings.

    Where some of them are headings, ``2. Chủ đề: …`` is one with its words up to the colon.
    """
    titled = any(_is_title(node) for node in outline.top)
    found = []
    for node in outline.top:
        heading = node.block.text.rstrip(" :.") if _is_title(node) else _first_words(node)
        if heading and (titled or node.rank <= Rank.PART) and node.rank < Rank.LETTER:
            found.append(Found(Section(node.number, heading), node.block.span, LETTERHEAD))
    return found


def _is_title(node: Node) -> bool:
    """A heading; of an article only one that does not lead on with a colon."""
    return node.block.heading and not (node.rank == Rank.ARTICLE and node.block.text.endswith(":"))


def _first_words(node: Node) -> str:
    match = _FIRST_WORDS.match(node.block.text)
    return match[0] if match and node.rank != Rank.ARTICLE else ""


def read_content_items(paper: Paper, outline: Outline) -> list[Found[ContentItem]]:
    """The contents of the emulation part, each with all that stands below it."""
    holder = _holder(outline)
    if holder is None:
        return []
    found = []
    for node in outline.children(holder):
        if node.block.heading and _OTHER_HEADING.match(node.folded):
            continue
        number = None if node.rank >= Rank.DASH else node.number
        audience = subject_of(paper, node)
        item = ContentItem(number, _whole_text(outline, node), audience.value if audience else None)
        found.append(Found(item, outline.extent(node), CLEAR))
    return found


def _holder(outline: Outline) -> Node | None:
    """The deepest *nội dung* heading that has points; one that names emulation comes first."""
    headings = [n for n in outline.headed(_CONTENTS.search) if outline.children(n)]
    if not headings:
        return None
    holder = next((n for n in headings if _EMULATION.search(n.folded)), headings[0])
    below = [n for n in headings if holder.place < n.place < holder.stop]
    return below[0] if below else holder


def _whole_text(outline: Outline, node: Node) -> str:
    parts = [node.block.text]
    parts += [f"{n.block.marker} {n.block.text}".strip() for n in outline.within(node)]
    return " ".join(part for part in parts if part)


@cache
def _subject() -> re.Pattern[str]:
    return spaced(
        r"(?:doi voi |de nghi |yeu cau )?(?P<who>(?:(?:cac|moi|tung|toan the) )*"
        rf"(?:{unions()}|{committees()}|{audiences()}|don vi\b|co quan\b))"
    )


@cache
def _verb() -> re.Pattern[str]:
    return spaced(rf",? (?={verbs()})")


def subject_of(paper: Paper, node: Node) -> Found[str] | None:
    """Who must do it, when a paragraph begins with that: ``Các CĐCS`` phối hợp …"""
    match = _subject().match(paper.folded, node.words_start, node.block.span[1])
    if match is None:
        return None
    limit = min(node.block.span[1], match.end() + _LONGEST_SUBJECT)
    for verb in _verb().finditer(paper.folded, match.end(), limit):
        if paper.text[verb.end()].islower():
            span = (match.start("who"), verb.start())
            return None if _STOPS.search(paper.text, *span) else paper.found(span, DERIVED)
    return None
