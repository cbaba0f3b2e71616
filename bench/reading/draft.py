"""A document in the making: its pieces in order, and the layout habits of one issuer."""

from collections.abc import Sequence
from dataclasses import dataclass, field

HABITS = {
    "letterhead": ("columns", "stacked", "issuer first", "no motto", "cells"),
    "number": (
        "{number}/{kind}-{code}",
        "{number} /{kind}-{code}",
        "{number}-{kind}/{code}",
        "{number}/ {kind}-{code}",
    ),
    "date": ("long", "long without zeros", "long"),
    "parts": ("I.", "I-", "1.", "A.", "I/"),
    "items": ("1.", "1)", "-", "1.1.", "a)", "1-"),
    "phases": (
        "dates",
        "months",
        "from now",
        "cells",
        "quarters",
        "running",
        "colon",
        "short",
        "ordinal",
    ),
    "tail": ("below", "beside", "signature first"),
    "authority": ("TM.", "T/M", "KT.", "TM."),
    "rule": ("", "", "-------", "_____", "*****"),
    "day": ("3/2", "03/02", "3.2"),
}
"""Habits of those who lay out documents; a generator goes round each list at its own pace."""


LONG_TITLE = 90


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph with marks in its text; `role` says where it belongs."""

    role: str
    text: str
    marker: str = ""


@dataclass(slots=True)
class Draft:
    """The pieces of one document and what is known of it besides its truth."""

    kind: str
    layout: dict[str, str]
    pieces: list[Piece] = field(default_factory=list)

    def add(self, role: str, text: str, marker: str = "") -> None:
        self.pieces.append(Piece(role, text, marker))

    def of(self, *roles: str) -> list[Piece]:
        """The pieces with one of these roles, in order."""
        return [piece for piece in self.pieces if piece.role in roles]

    def source(self) -> str:
        """The whole text as an official would type it into a plain file, marks and all."""
        body = [_lines(piece) for piece in self.of("para", "heading", "item", "row", "phase")]
        named = [_broken(piece) for piece in self.of("kind", "title", "addressee")]
        parts = [*_letterhead(self), "", *named, "", *body, "", *_tail(self), *self._annex()]
        return "\n".join(parts).strip("\n") + "\n"

    def _annex(self) -> list[str]:
        annex = [piece.text for piece in self.of("annex")]
        return ["", *annex] if annex else []


def _broken(piece: Piece) -> str:
    """A long title goes on in a second line, broken between words that no mark begins or ends."""
    middle = len(piece.text) // 2
    place = piece.text.find(" ", middle)
    if piece.role != "title" or len(piece.text) < LONG_TITLE or place < 0:
        return piece.text
    return f"{piece.text[:place]}\n{piece.text[place + 1 :]}"


def _lines(piece: Piece) -> str:
    return f"{piece.marker} {piece.text}" if piece.marker else piece.text


def _letterhead(draft: Draft) -> list[str]:
    left = [piece.text for piece in draft.of("left", "number", "subject")]
    right = [piece.text for piece in draft.of("right", "date")]
    if rule := draft.layout["rule"]:
        right.insert(-1, rule)
    match draft.layout["letterhead"]:
        case "columns":
            return _columns(left, right, 48)
        case "cells":
            return [f"| {one} | {other} |" for one, other in _pairs(left, right)]
        case "issuer first":
            return [*left, *right]
        case "no motto":
            return [*left, *(piece.text for piece in draft.of("date"))]
        case _:
            bodies = [piece.text for piece in draft.of("left")]
            motto = [piece.text for piece in draft.of("right")]
            numbers = [piece.text for piece in draft.of("number", "subject", "date")]
            return [*bodies, "", *motto, "", *numbers]


def _tail(draft: Draft) -> list[str]:
    left = [piece.text for piece in draft.of("recipient")]
    if left:
        left = ["Nơi nhận:", *left]
    right = [piece.text for piece in draft.of("sign")]
    match draft.layout["tail"]:
        case "beside" if left:
            return _columns(left, right, 48)
        case "signature first" if not draft.of("annex"):
            return [*right, "", *left]
        case _:
            return [*left, "", *right]


def _pairs(left: Sequence[str], right: Sequence[str]) -> list[tuple[str, str]]:
    height = max(len(left), len(right))
    return list(
        zip(
            [*left, *[""] * (height - len(left))],
            [*right, *[""] * (height - len(right))],
            strict=True,
        )
    )


def _columns(left: Sequence[str], right: Sequence[str], width: int) -> list[str]:
    """Two columns drawn with blanks. Marks count for nothing in the width."""
    return [
        (one + " " * max(3, width - _width(one)) + other).rstrip()
        for one, other in _pairs(left, right)
    ]


def _width(text: str) -> int:
    inside, width = 0, 0
    for sign in text:
        if sign == "{":
            inside += 1
        elif sign == ":" and inside:
            inside -= 1
        elif sign != "}" and not inside:
            width += 1
    return width
