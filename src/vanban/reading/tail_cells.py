"""The cells below a document's body sorted: to the recipients, or to the signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vanban.language.forms import is_upper
from vanban.language.patterns import spaced
from vanban.reading.cells import cells_of, part_of
from vanban.reading.roles import is_authority, is_post

if TYPE_CHECKING:
    from vanban.reading.paper import Line

RECIPIENTS = spaced(r"\W{0,4}noi (?:nh\w{1,2}n|gui)\b[\s:.,;]*")
_ITEM = spaced(r"(?:[-–—•+*]|\d{1,2}[.)]) ?\s*(?=\w)")
_ITEM_THEN_COLUMN = spaced(r"[;.]/? (?=[^\W\d_])")
_GLUED_MARK = spaced(r"[;.,]?\s*(?P<beside>\(da ky\))$")
_GLUED_NAME = spaced(r",? (?P<beside>(?:[^\W\d_a-zà-ỹ][a-zà-ỹ]+ ){2,4}[^\W\d_a-zà-ỹ][a-zà-ỹ]+)$")
_BLANK = spaced(r"\s+")
_KEPT = ("luu:", "luu ", "luu;", "luu.")
_NEXT_LINE = 8
"""Blanks and a line break, no blank line."""


def sorted_cells(lines: tuple[Line, ...]) -> tuple[list[Line], list[Line]]:
    """Recipients are dashed, or end with ``;``, or say *Lưu*; other cells are the signature's."""
    recipients: list[Line] = []
    signature: list[Line] = []
    listing = False
    for cell in cells_of(lines):
        if match := RECIPIENTS.match(cell.folded):
            listing = True
            rest = part_of(cell, match.end(), len(cell.text))
            if rest.text and rest.text[0] in "-–+*":
                recipients.append(_bare_item(rest))
            elif rest.text:
                signature.append(rest)
        elif listing and is_item(cell) and not _ends_item(recipients, cell):
            item, beside = _split(cell)
            recipients.append(item)
            signature += [beside] if beside.text else []
        elif listing and recipients and not signature and _goes_on(recipients[-1], cell):
            recipients[-1] = _joined(recipients[-1], cell)
        else:
            signature.append(cell)
    return recipients, signature


def _ends_item(recipients: list[Line], cell: Line) -> bool:
    """The rest of a broken item may end with a sign, too: ``công`` / ``đoàn ngành;``"""
    is_bare = not _ITEM.match(cell.text) and not cell.folded.startswith(_KEPT)
    return is_bare and bool(recipients) and _goes_on(recipients[-1], cell)


def _goes_on(item: Line, cell: Line) -> bool:
    """A recipient broken by the margin."""
    if cell.start - item.end > _NEXT_LINE:
        return False
    if item.text.count("(") > item.text.count(")"):
        return True
    is_rest = cell.text[0].islower() or cell.text[0] == "(" or cell.text.endswith(";")
    return is_rest and not item.text.endswith((";", "."))


def _joined(item: Line, cell: Line) -> Line:
    return item.__class__(
        item.start, cell.end, f"{item.text} {cell.text}", f"{item.folded} {cell.folded}"
    )


def is_item(cell: Line) -> bool:
    """Does a cell belong to the list of recipients?"""
    if is_authority(cell) or (is_upper(cell.text) and is_post(cell)):
        return False
    return (
        _ITEM.match(cell.text) is not None
        or cell.text.endswith(";")
        or cell.folded.startswith(_KEPT)
    )


def _split(cell: Line) -> tuple[Line, Line]:
    """An item, and what a second column printed on the same line."""
    bare = _bare_item(cell)
    role = _glued_role(bare)
    if role is not None:
        return part_of(bare, 0, role), part_of(bare, role, len(bare.text))
    for match in _ITEM_THEN_COLUMN.finditer(bare.text):
        beside = part_of(bare, match.end(), len(bare.text))
        if is_authority(beside) or is_post(beside) or _is_name(beside):
            return part_of(bare, 0, match.end()), beside
    glued = _GLUED_MARK.search(bare.folded) or (
        _GLUED_NAME.search(bare.text) if bare.folded.startswith(_KEPT) else None
    )
    if glued is not None:
        return part_of(bare, 0, glued.start()), part_of(bare, glued.start("beside"), len(bare.text))
    return bare, part_of(bare, len(bare.text), len(bare.text))


def _glued_role(cell: Line) -> int | None:
    """``Các CĐCS (b/c) KT. CHỦ TỊCH``: where the capitals of the other column begin."""
    for blank in _BLANK.finditer(cell.text):
        beside = part_of(cell, blank.end(), len(cell.text))
        if is_upper(beside.text) and (is_authority(beside) or is_post(beside)):
            is_column = not is_upper(cell.text[: blank.start()]) and " " in beside.text
            return blank.start() if is_column else None
    return None


def _is_name(cell: Line) -> bool:
    words = cell.text.split()
    return 2 <= len(words) <= 5 and all(w[0].isupper() and w.isalpha() for w in words)


def _bare_item(cell: Line) -> Line:
    dash = _ITEM.match(cell.text)
    return part_of(cell, dash.end() if dash else 0, len(cell.text))
