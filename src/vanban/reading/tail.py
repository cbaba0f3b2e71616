"""The end of a document: where it begins, and which of its cells belong to which block."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from vanban.language.forms import is_upper
from vanban.language.patterns import spaced
from vanban.reading import catalogue
from vanban.reading.cells import cells_of
from vanban.reading.markers import Rank, marker_of
from vanban.reading.roles import is_authority, is_post, side_of
from vanban.reading.tail_cells import RECIPIENTS, is_item, sorted_cells
from vanban.reading.words import pattern_of

if TYPE_CHECKING:
    import re

    from vanban.reading.paper import Line, Paper

_ANNEX = spaced(r"(?:phu luc|bieu mau|mau so|mau \d|bieu so|danh sach|bang tong hop|quy che)\b")
_ATTACHED = spaced(r"\(?(?:ho so )?(?:kem theo|dinh kem|ban hanh kem theo|gui kem|ghi chu)\b")
_LITTLE = 150
_LAST_LINES = 15
_TWO_HANDS = 6
"""Two people who sign, each with post, mark and name."""
_PROSE = 70
"""After the signature, a longer line belongs to what is attached."""


@dataclass(frozen=True, slots=True)
class Tail:
    """Cells of the recipients' block and of the signature's; `start` and `end` bound both."""

    start: int
    end: int
    recipients: tuple[Line, ...]
    signature: tuple[Line, ...]


def read_tail(paper: Paper, body_start: int) -> Tail:
    """Find the recipients and the signature; without them the tail is empty, at the end."""
    first = _first_line(paper, body_start)
    if first is None:
        end = len(paper.text)
        return Tail(end, end, (), ())
    last = _annex_line(paper, first)
    recipients, signature = sorted_cells(paper.lines[first:last])
    end = paper.lines[last - 1].end
    return Tail(paper.lines[first].start, end, tuple(recipients), tuple(signature))


def _first_line(paper: Paper, body_start: int) -> int | None:
    below = [n for n, line in enumerate(paper.lines) if line.start >= body_start and line.text]
    for place in below:
        if not _may_begin().search(paper.lines[place].folded):
            continue
        if not any(_begins_tail(cell) for cell in cells_of(paper.lines[place : place + 1])):
            continue
        if not _is_above_body(paper, body_start, place):
            return _with_posts_above(paper, below, place)
    for place in below[-_LAST_LINES:]:
        cells = list(cells_of(paper.lines[place : place + 1]))
        if cells and is_upper(cells[0].text) and is_post(cells[0]):
            return place
    return None


@cache
def _may_begin() -> re.Pattern[str]:
    """Seen at once: most lines have neither *Nơi nhận* nor a mark such as *TM.*"""
    marks = pattern_of(catalogue.column("authority_marks", "mark"))
    return spaced(rf"noi (?:nh|gui)|\b(?:{marks})\s?[./ ]")


def _with_posts_above(paper: Paper, below: list[int], place: int) -> int:
    """``HIỆU TRƯỞNG`` / a name / ``TM. BAN CHẤP HÀNH``: the tail begins with the first post."""
    above = [n for n in below if n < place][-_TWO_HANDS:]
    for n in above:
        cell = paper.lines[n]
        if is_upper(cell.text) and side_of(cell) in {"management", "secretary", "chair"}:
            return n
    return place


def _is_above_body(paper: Paper, body_start: int, place: int) -> bool:
    """A signature line above everything, as some web pages print it, begins no tail."""
    line = paper.lines[place]
    above, below = line.start - body_start, len(paper.text) - line.end
    return is_authority(line) and above < _LITTLE and below > 4 * _LITTLE


def _begins_tail(cell: Line) -> bool:
    match = RECIPIENTS.match(cell.folded)
    if match is None:
        return is_authority(cell)
    rest = cell.text[match.end() :]
    return not rest or is_upper(rest) or rest[0] in "-–+*"


def _annex_line(paper: Paper, first: int) -> int:
    """Where something attached begins: at its heading, or at text below the signature."""
    signed = False
    listing = False
    for place in range(first, len(paper.lines)):
        line = paper.lines[place]
        if not line.text:
            continue
        listing = _is_listing(line, listing=listing)
        if place > first and _is_attached(line, signed=signed and not listing):
            return place
        signed = signed or is_authority(line) or is_post(line)
    return len(paper.lines)


def _is_listing(line: Line, *, listing: bool) -> bool:
    """Are we still among the recipients?"""
    if RECIPIENTS.match(line.folded):
        return True
    return listing and (is_item(line) or line.text[0].islower())


def _is_attached(line: Line, *, signed: bool) -> bool:
    if _ANNEX.match(line.folded) and line.text[0].isupper():
        return is_upper(line.text) or "lu" in line.folded[:7] or not signed
    if not signed:
        return False
    marker = marker_of(line)
    is_part = marker is not None and marker.rank <= Rank.ARTICLE
    is_item = is_part or (marker is not None and line.text[-1] in ";.")
    is_text = is_item or len(line.text) > _PROSE
    return bool(is_text) or _ATTACHED.match(line.folded) is not None
