"""The signature block: for whom, in which post, who, and what stands in place of the hand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vanban.language.forms import is_upper
from vanban.language.patterns import spaced
from vanban.reading.paper import CLEAR, GUESS, LETTERHEAD, Found
from vanban.reading.tail import is_authority, is_post

if TYPE_CHECKING:
    from vanban.reading.paper import Line
    from vanban.reading.tail import Tail

_NAME = spaced(
    r"(?:(?:ths|ts|pgs|gs|bs|cn|ks)\.?\s*)*(?P<name>[^\W\d_]+(?: [^\W\d_]+){1,5})", re.IGNORECASE
)
_SIGNED = spaced(r"\(?\s*(?P<mark>da ky|ky ten,? dong dau)\s*\)?")


@dataclass(frozen=True, slots=True)
class SignatureFound:
    """The parts of a signature block, each with its place."""

    authority_line: Found[str] | None = None
    post: Found[str] | None = None
    name: Found[str] | None = None
    mark: Found[str] | None = None


def read_signature(tail: Tail) -> SignatureFound:
    """Read the cells that are not recipients, in their order."""
    cells = list(tail.signature)
    post_place = next((n for n, cell in enumerate(cells) if _is_plain_post(cell)), None)
    authority = [n for n, cell in enumerate(cells) if is_authority(cell)]
    head = _authority_cells(cells, authority, post_place)
    below = (post_place if post_place is not None else max(head, default=-1)) + 1
    name_place = _name_place(cells, below)
    return SignatureFound(
        authority_line=_joined([cells[n] for n in head], LETTERHEAD),
        post=_joined([cells[post_place]], LETTERHEAD) if post_place is not None else None,
        name=_name(cells[name_place]) if name_place is not None else None,
        mark=_mark(cells[below:name_place]),
    )


def _is_plain_post(cell: Line) -> bool:
    return is_post(cell) and not is_authority(cell)


def _authority_cells(cells: list[Line], authority: list[int], post: int | None) -> list[int]:
    """The line may be broken, and ``KT. CHỦ TỊCH`` may follow; all before the post."""
    if not authority:
        return []
    if post is None or post < authority[0]:
        return authority[:1]
    return [n for n in range(authority[0], post) if is_upper(cells[n].text)]


def _joined(cells: list[Line], confidence: float) -> Found[str] | None:
    if not cells:
        return None
    words = " ".join(" ".join(cell.text for cell in cells).split())
    return Found(words.replace(" .", "."), (cells[0].start, cells[-1].end), confidence)


def _name_place(cells: list[Line], below: int) -> int | None:
    """The last line that looks like a name; one in capitals, or damaged, only when no other."""
    likely = [n for n in range(below, len(cells)) if _looks_like_name(cells[n])]
    if likely:
        return likely[-1]
    last = len(cells) - 1
    if last < below or is_post(cells[last]) or not _NAME.fullmatch(cells[last].text):
        return None
    capitals = sum(word[0].isupper() for word in cells[last].text.split())
    return last if last == below and capitals >= 2 else None


def _looks_like_name(cell: Line) -> bool:
    match = _NAME.fullmatch(cell.text)
    if match is None or is_upper(cell.text):
        return False
    return all(word[0].isupper() and not word[1:].isupper() for word in match["name"].split())


def _name(cell: Line) -> Found[str] | None:
    match = _NAME.fullmatch(cell.text)
    if match is None:
        return None
    span = (cell.start + match.start("name"), cell.start + match.end("name"))
    return Found(
        " ".join(match["name"].split()), span, GUESS if is_upper(cell.text) else LETTERHEAD
    )


def _mark(cells: list[Line]) -> Found[str] | None:
    for cell in cells:
        if match := _SIGNED.fullmatch(cell.folded):
            start, end = match.span("mark")
            return Found(cell.text[start:end], (cell.start + start, cell.start + end), LETTERHEAD)
    return _joined([cell for cell in cells if is_upper(cell.text)], CLEAR)
