"""Paragraphs → blocks with depth, nested by what really occurs, and questions about the tree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vanban.language.forms import fold, is_upper
from vanban.reading.markers import Marker, Rank
from vanban.reading.model import Block
from vanban.reading.paragraphs import Paragraph, paragraphs_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vanban.reading.model import Span
    from vanban.reading.paper import Paper

_LONGEST_HEADING = 160


@dataclass(frozen=True, slots=True)
class Node:
    """A block in its tree: where its words begin, its number, and how far its descendants go."""

    place: int
    block: Block
    number: str
    rank: int
    words_start: int
    folded: str
    stop: int
    """Place of the first block that no longer belongs to it; running text after it belongs."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The body of a document in order."""

    nodes: tuple[Node, ...]

    @property
    def blocks(self) -> tuple[Block, ...]:
        return tuple(node.block for node in self.nodes)

    @property
    def preamble(self) -> tuple[Node, ...]:
        """The running text before the first numbered part."""
        first = next((n.place for n in self.nodes if n.block.depth), len(self.nodes))
        return self.nodes[:first]

    @property
    def closing(self) -> tuple[Node, ...]:
        """The running text after the last numbered paragraph; empty when nothing is numbered."""
        last = max((n.place for n in self.nodes if n.block.depth), default=len(self.nodes))
        return self.nodes[last + 1 :]

    @property
    def top(self) -> tuple[Node, ...]:
        return tuple(node for node in self.nodes if node.block.depth == 1)

    def within(self, node: Node) -> tuple[Node, ...]:
        """Everything below a node and the running text that follows there."""
        return self.nodes[node.place + 1 : node.stop]

    def children(self, node: Node) -> tuple[Node, ...]:
        """The numbered or dashed blocks directly below a node."""
        below = [n for n in self.within(node) if n.block.depth]
        shallowest = min((n.block.depth for n in below), default=0)
        return tuple(n for n in below if n.block.depth == shallowest)

    def extent(self, node: Node) -> Span:
        """From the first word of a node to the end of all that belongs to it."""
        return node.words_start, self.nodes[node.stop - 1].block.span[1]

    def headed(self, says: Callable[[str], object]) -> Iterator[Node]:
        """The headings whose folded words satisfy a test."""
        return (n for n in self.nodes if n.block.heading and says(n.folded))


def outline_of(paper: Paper, start: int, end: int) -> Outline:
    """Read the stretch between two offsets as a tree of blocks."""
    paragraphs = paragraphs_of(paper, start, end)
    depths = _depths([paragraph.marker for paragraph in paragraphs])
    stops = _stops(depths, _closing_place(depths))
    nodes = []
    for place, (paragraph, depth) in enumerate(zip(paragraphs, depths, strict=True)):
        following = depths[place + 1] if place + 1 < len(depths) else None
        block = Block(
            depth=depth,
            marker=paragraph.marker.printed if paragraph.marker else "",
            text=paragraph.words,
            heading=_is_heading(paragraph, depth, following),
            span=paragraph.span,
        )
        nodes.append(_node(place, block, paragraph, stops[place]))
    return Outline(tuple(nodes))


def _node(place: int, block: Block, paragraph: Paragraph, stop: int) -> Node:
    marker = paragraph.marker
    return Node(
        place=place,
        block=block,
        number=marker.number if marker else "",
        rank=marker.rank if marker else Rank.PLUS + 1,
        words_start=min(paragraph.text_start, block.span[1]),
        folded=fold(block.text),
        stop=stop,
    )


def _depths(markers: list[Marker | None]) -> list[int]:
    """1 for the highest kind of marker that is open, one more for each below; 0 without one."""
    open_ranks: list[int] = []
    depths = []
    for marker in markers:
        if marker is None:
            depths.append(0)
            continue
        rank = _rank_here(marker, open_ranks)
        while open_ranks and open_ranks[-1] >= rank:
            open_ranks.pop()
        open_ranks.append(rank)
        depths.append(len(open_ranks))
    return depths


def _rank_here(marker: Marker, open_ranks: list[int]) -> int:
    """``Đợt 1:`` directly under a part holds numbers; under a number it is a point of it.

    ``A.`` stands above Roman parts, unless a Roman part came first.
    """
    rank = marker.rank
    is_letter = rank == Rank.DIVISION and len(marker.number) == 1
    if is_letter and Rank.PART in open_ranks and Rank.DIVISION not in open_ranks:
        return Rank.ARTICLE
    if rank != Rank.PHASE:
        return rank
    numbered = any(Rank.NUMBER <= open_rank <= Rank.LETTER for open_rank in open_ranks)
    if numbered and Rank.WIDE_PHASE not in open_ranks:
        return rank
    return Rank.WIDE_PHASE


def _closing_place(depths: list[int]) -> int:
    """The running text behind the last numbered block closes the document, in no part."""
    return max((place for place, depth in enumerate(depths) if depth), default=-1) + 1


def _stops(depths: list[int], closing: int) -> list[int]:
    stops = []
    for place, depth in enumerate(depths):
        stop = place + 1
        while depth and stop < closing and (depths[stop] == 0 or depths[stop] > depth):
            stop += 1
        stops.append(stop)
    return stops


def _is_heading(paragraph: Paragraph, depth: int, following: int | None) -> bool:
    words = paragraph.words
    if len(words) > _LONGEST_HEADING:
        return False
    if is_upper(words) and len(words) > 3:
        return True
    if depth == 0 or words.endswith((".", ";", ",")):
        return False
    return following is not None and (following > depth or following == 0 or not words)
