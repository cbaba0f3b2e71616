"""Rows such as ``| a | b |``, as the readers of files give them → tables that can be drawn."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Literal

from vanban.language.forms import one_line
from vanban.sources.layout import belongs_to_layout
from vanban.writing.numbers import with_end_mark

TABLE_PT = 13.0

_ROW = re.compile(r"\|\s(?P<cells>.*)(?<=\s)\|", re.DOTALL)
_BETWEEN_CELLS = re.compile(r"(?<!\S)\|(?=\s)")
"""A bar without blanks around it is a sign of its cell."""
_SHORT = re.compile(r"[\d.,/%:–x-]{1,12}\s?%?|[IVX]{1,5}\.?")
_FEWEST_COLUMNS = 2
_LAYOUT_COLUMNS = 3
_LAYOUT_ROWS = 6
"""Up to this size a table may be taken for a letterhead or a signature block."""
_LETTERS_OF_A_LINE = 72
"""What a line of `TABLE_PT` holds between the usual margins."""
_LETTERS_ACROSS = 110
"""The same on a sheet that lies across."""
_ROOM_AT_SIDES = 3
"""In letters; capitals in bold, such as ``STT``, need some of it."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the content. A row may be short: its last cell then reaches to the right edge.

    `shares` are the widths of the columns, one in all. With `header` the first row is repeated
    on every page. `centred` are the columns of numbers, dates and the like.
    """

    rows: tuple[tuple[str, ...], ...]
    shares: tuple[float, ...]
    header: bool
    centred: tuple[bool, ...]
    role: Literal["table"] = "table"


def is_row(text: str) -> bool:
    """Is the text a row with at least one word in its cells?"""
    return any(_cells(text))


def is_table(texts: Sequence[str]) -> bool:
    """Do rows that follow each other make a table, and will a reader of the file see one?

    A single column is none, nor is a small one with the words of a letterhead or a signature.
    """
    rows = [_cells(text) for text in texts]
    widest = max(len(row) for row in rows)
    if widest > _LAYOUT_COLUMNS or len(rows) > _LAYOUT_ROWS:
        return True
    return widest >= _FEWEST_COLUMNS and not any(
        belongs_to_layout(cell) for row in rows for cell in row
    )


def table_of(texts: Sequence[str], *, landscape: bool = False) -> Table:
    """The table that the rows make. The first row is its header, unless it is counted."""
    rows = tuple(_cells(text) for text in texts)
    header = len(rows) > 1 and not rows[0][0].rstrip(".").isdigit()
    shares = _shares(rows, _LETTERS_ACROSS if landscape else _LETTERS_OF_A_LINE)
    body = rows[1:] if header else rows
    columns = [[row[n] for row in body if n < len(row)] for n in range(len(shares))]
    return Table(rows, shares, header, tuple(map(_is_short, columns)))


def _is_short(cells: list[str]) -> bool:
    """Numbers, amounts, dates, signs: what is compared rather than read."""
    filled = [cell for cell in cells if cell]
    return bool(filled) and all(_SHORT.fullmatch(cell) for cell in filled)


def closed_row(text: str) -> str:
    """The row with the end mark in its last cell that has words, where the content ends with it."""
    cells = list(_cells(text))
    last = max(place for place, cell in enumerate(cells) if cell)
    cells[last] = with_end_mark(cells[last])
    return one_line(f"| {' | '.join(cells)} |")


def _cells(text: str) -> tuple[str, ...]:
    found = _ROW.fullmatch(text)
    if found is None:
        return ()
    return tuple(cell.strip() for cell in _BETWEEN_CELLS.split(found["cells"]))


def _shares(rows: tuple[tuple[str, ...], ...], letters: int) -> tuple[float, ...]:
    """Where every cell fits on one line, as much as each column needs.

    Otherwise room for the longest word of each column; of the rest, more for columns with more
    words, by the root of their length, so that one long cell does not crowd out the others.
    """
    count = max(len(row) for row in rows)
    columns = [
        [row[place] for row in rows if place < len(row) - 1 or len(row) == count]
        for place in range(count)
    ]
    whole = [_longest(cells) + _ROOM_AT_SIDES for cells in columns]
    if sum(whole) <= letters:
        return tuple(round(width / sum(whole), 4) for width in whole)
    words = [_longest(" ".join(cells).split()) for cells in columns]
    least = [word + _ROOM_AT_SIDES for word in words]
    more = [sqrt(_longest(cells) - word) for cells, word in zip(columns, words, strict=True)]
    rest = max(0, letters - sum(least)) / (sum(more) or 1)
    widths = [word + rest * further for word, further in zip(least, more, strict=True)]
    return tuple(round(width / sum(widths), 4) for width in widths)


def _longest(texts: Sequence[str]) -> int:
    return max(map(len, texts), default=0)
