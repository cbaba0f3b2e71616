"""What each paragraph of the content is, by which it gets its look."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from vanban.language.forms import is_upper
from vanban.reading.model import Block
from vanban.writing.tables import is_row, is_table

Role = Literal[
    "division",
    "heading1",
    "heading2",
    "heading3",
    "center",
    "address",
    "addresses",
    "addressee",
    "basis",
    "text",
    "row",
]

_HEADINGS: dict[int, Role] = {1: "heading1", 2: "heading2", 3: "heading3"}
_DEEPEST_HEADING = 3
_RESOLVING = ("quyết định", "nghị quyết", "quy chế", "quy định", "chỉ thị")
"""Kinds whose lines in capitals stand in the middle."""
_GROUNDS = ("Căn cứ", "Xét ", "Theo đề nghị ")
_ADDRESS = "Kính gửi:"
_DIVISION = re.compile(r"(?:Phần|Chương) ", re.IGNORECASE)
_ARTICLE = re.compile(r"Điều \d+\.")
_POINT = re.compile(r"[^\W\d_][.)/]|\W+")
"""Letters of points and dashes never stand in bold, whatever follows below them."""
_CAPITAL_PART = re.compile(r"[A-ZĐ]\.?")


@dataclass(frozen=True, slots=True)
class Placed:
    """A block with its words as printed, its role, and how many first letters are bold."""

    block: Block
    text: str
    role: Role
    bold: int = 0


def placed(blocks: Iterable[tuple[Block, str]], doc_type: str, *, decides: bool) -> list[Placed]:
    """Give every block its role; `decides` tells that a collective decides in the document."""
    resolving = decides or doc_type.lower() in _RESOLVING
    found: list[Placed] = []
    for of_rows, group in groupby(blocks, lambda pair: is_row(pair[1])):
        run = list(group)
        if of_rows and is_table([text for _, text in run]):
            found += [Placed(block, text, "row") for block, text in run]
            continue
        for block, text in run:
            role = _role(block, found, resolving=resolving)
            found.append(Placed(block, text, role, _bold(text) if role == "text" else 0))
    return found


def _bold(text: str) -> int:
    article = _ARTICLE.match(text)
    return article.end() if article else 0


def _role(block: Block, found: list[Placed], *, resolving: bool) -> Role:
    last = found[-1] if found else None
    if block.depth == 0:
        return _role_of_plain(block, last, resolving=resolving)
    if _DIVISION.match(block.marker):
        return "division"
    if last and _is_addressee(block, last):
        return "addressee"
    if not block.heading or _is_point(block.marker) or _only_leads(block, found):
        return "text"
    return _HEADINGS[min(block.depth, _DEEPEST_HEADING)]


def _only_leads(block: Block, found: list[Placed]) -> bool:
    """``4. Nội dung:`` among ``3. Chủ trì: …``: no title, since the one before it is none."""
    if not block.text.endswith(":"):
        return False
    for before in reversed(found):
        if 0 < before.block.depth <= block.depth:
            return before.block.depth == block.depth and not before.block.heading
    return False


def _is_point(marker: str) -> bool:
    return _POINT.fullmatch(marker) is not None and not _CAPITAL_PART.match(marker)


def _is_addressee(block: Block, last: Placed) -> bool:
    return last.role in {"addresses", "addressee"} and block.marker in {"-", "–"}


def _role_of_plain(block: Block, last: Placed | None, *, resolving: bool) -> Role:
    text = block.text.strip()
    if text.startswith(_ADDRESS):
        return "addresses" if text == _ADDRESS else "address"
    titles_division = last is not None and last.role == "division" and not last.block.text
    if block.heading or (resolving and is_upper(text)):
        return "center" if resolving or titles_division else "heading1"
    grounds = _GROUNDS if resolving else _GROUNDS[:1]
    if text.startswith(grounds) and text.endswith((";", ".", ",")):
        return "basis"
    return "text"
