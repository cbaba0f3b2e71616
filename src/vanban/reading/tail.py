"""The end of a document: where it begins, and which of its cells belong to which block."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from vanban.language.forms import fold, is_upper
from vanban.language.patterns import spaced
from vanban.reading import catalogue
from vanban.reading.letterhead import cells_of, part_of
from vanban.reading.words import pattern_of

if TYPE_CHECKING:
    import re

    from vanban.reading.paper import Line, Paper

_RECIPIENTS = spaced(r"\W{0,4}noi nh\w{1,2}n\b[\s:.,;]*")
_ITEM = spaced(r"[-–—•+*]\s*(?=\w)")
_ANNEX = spaced(r"(?:phu luc|bieu mau|mau so)\b")
_ITEM_THEN_COLUMN = spaced(r"[;.]/? (?=[^\W\d_])")
_LAST_LINES = 15


@dataclass(frozen=True, slots=True)
class Tail:
    """Cells of the recipients' block and of the signature's; `start` and `end` bound both."""

    start: int
    end: int
    recipients: tuple[Line, ...]
    signature: tuple[Line, ...]


@cache
def authority() -> re.Pattern[str]:
    """``TM.``, ``KT.``, ``TM/BCH``: somebody signs for somebody."""
    marks = pattern_of(catalogue.column("authority_marks", "mark"))
    return spaced(rf"(?:{marks})\s?[./]\s?\w|(?:{marks}) \w")


@cache
def posts() -> frozenset[str]:
    """Folded names of posts."""
    return frozenset(fold(name) for name in catalogue.column("posts", "name"))


def is_authority(cell: Line) -> bool:
    return authority().match(cell.folded) is not None and is_upper(cell.text)


def is_post(cell: Line) -> bool:
    """A line in capitals that is a post, or begins with one."""
    bare = cell.folded.removeprefix("q.").strip(" .:,")
    if bare in posts():
        return is_upper(cell.text) or len(cell.text.split()) > 1
    return is_upper(cell.text) and any(bare.startswith(f"{post} ") for post in posts())


def read_tail(paper: Paper, body_start: int) -> Tail:
    """Find the recipients and the signature; without them the tail is empty, at the end."""
    first = _first_line(paper, body_start)
    if first is None:
        end = len(paper.text)
        return Tail(end, end, (), ())
    last = _annex_line(paper, first)
    recipients, signature = _sorted_cells(paper.lines[first:last])
    end = paper.lines[last - 1].end
    return Tail(paper.lines[first].start, end, tuple(recipients), tuple(signature))


def _first_line(paper: Paper, body_start: int) -> int | None:
    below = [n for n, line in enumerate(paper.lines) if line.start >= body_start and line.text]
    for place in below:
        if any(_begins_tail(cell) for cell in cells_of(paper.lines[place : place + 1])):
            return place
    for place in below[-_LAST_LINES:]:
        if is_post(paper.lines[place]) and is_upper(paper.lines[place].text):
            return place
    return None


def _begins_tail(cell: Line) -> bool:
    match = _RECIPIENTS.match(cell.folded)
    if match is None:
        return is_authority(cell)
    rest = cell.text[match.end() :]
    return not rest or is_upper(rest)


def _annex_line(paper: Paper, first: int) -> int:
    for place in range(first + 1, len(paper.lines)):
        line = paper.lines[place]
        if _ANNEX.match(line.folded) and line.text[0].isupper():
            return place
    return len(paper.lines)


def _sorted_cells(lines: tuple[Line, ...]) -> tuple[list[Line], list[Line]]:
    """Recipients are dashed, or end with ``;``, or say *Lưu*; other cells are the signature's."""
    recipients: list[Line] = []
    signature: list[Line] = []
    listing = False
    for cell in cells_of(lines):
        if match := _RECIPIENTS.match(cell.folded):
            listing = True
            rest = part_of(cell, match.end(), len(cell.text))
            signature += [rest] if rest.text else []
        elif listing and _is_item(cell):
            item, beside = _split(cell)
            recipients.append(item)
            signature += [beside] if beside.text else []
        else:
            signature.append(cell)
    return recipients, signature


def _is_item(cell: Line) -> bool:
    return (
        _ITEM.match(cell.text) is not None
        or cell.text.endswith(";")
        or cell.folded.startswith(("luu:", "luu "))
    )


def _split(cell: Line) -> tuple[Line, Line]:
    """An item, and what a second column printed on the same line."""
    match = _ITEM_THEN_COLUMN.search(cell.text)
    cut = match.end() if match else len(cell.text)
    dash = _ITEM.match(cell.text)
    return part_of(cell, dash.end() if dash else 0, cut), part_of(cell, cut, len(cell.text))
