"""Top-level parts, and the contents of the emulation part with who must do them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vanban.language.patterns import spaced
from vanban.reading.actors import subject_at
from vanban.reading.markers import Rank
from vanban.reading.model import ContentItem, Section
from vanban.reading.paper import CLEAR, LETTERHEAD, Found

if TYPE_CHECKING:
    from vanban.reading.outline import Node, Outline
    from vanban.reading.paper import Paper

_WITHOUT = frozenset(
    {"Biên bản", "Quyết định", "Báo cáo", "Tờ trình", "Giấy mời", "Quy chế", "Tin bài"}
)
_CONTENTS = spaced(r"\bnoi dung\b")
_EMULATION = spaced(r"\b(?:thi dua|phong trao)\b")
_OTHER_HEADING = spaced(
    r"(?:chu de|thoi gian|bien phap|giai phap|hinh thuc|doi tuong|tieu chi|khau hieu"
    r"|phuong cham|pham vi|kinh phi|cac dot|to chuc thuc hien)\b"
)
_FIRST_WORDS = spaced(r"[^:.]{3,80}(?=:)")


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


def read_content_items(
    paper: Paper, outline: Outline, doc_type: str | None = None
) -> list[Found[ContentItem]]:
    """The contents of the emulation part, each with all that stands below it.

    What minutes, decisions and reports call *nội dung* is no content of a plan.
    """
    holder = _holder(outline) if doc_type not in _WITHOUT else None
    if holder is None:
        return []
    found = []
    for node in outline.children(holder):
        if node.block.heading and _OTHER_HEADING.match(node.folded):
            continue
        number = None if node.rank >= Rank.DASH else node.number
        audience = subject_at(paper, node.words_start, node.block.span[1])
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
