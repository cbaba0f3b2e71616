"""Pieces of a printed page → lines in reading order.

A page of a union document is one column, except where the letterhead and the signature block
stand in two. There the left column is read to its end before the right one.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from vanban.sources.layout import begins_block, belongs_to_layout

_SAME_LINE = 0.5
_GUTTER_POINTS = 3.0
_FAR_BELOW = 8.0
"""The room for a hand and a seal above a name is up to so many times as high as its letters."""
_PARAGRAPH_GAP = 1.22


@dataclass(frozen=True, slots=True)
class Fragment:
    """Words on one line without a wide gap between them. `baseline` grows upwards, as in PDF."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    confidences: tuple[float, ...] = ()
    """How certain each word is, where words were recognised in a picture."""

    def beside(self, other: "Fragment") -> bool:
        """Do both stand on the same line?"""
        return abs(self.baseline - other.baseline) <= _SAME_LINE * max(self.size, other.size)


Row = list[Fragment]


def lines_of(fragments: list[Fragment]) -> list[str]:
    """The lines of a page; an empty one stands where the gap is wider than between lines."""
    return [" ".join(piece.text for piece in row) for row in rows_of(fragments)]


def rows_of(fragments: list[Fragment]) -> list[Row]:
    """The lines of a page in pieces, in reading order; a wider gap is a row without pieces."""
    rows = _rows(sorted(fragments, key=lambda piece: -piece.baseline))
    if not any(_bands(rows)):
        return _spaced(_rows(fragments))
    return _spaced(_ordered(rows))


def _ordered(rows: list[Row]) -> list[Row]:
    """Rows from top to bottom, but where two columns stand the left one before the right one."""
    bands = list(_bands(rows))
    ordered: list[Row] = []
    place = 0
    for first, last, gutter in bands:
        ordered += rows[place:first]
        for left in (True, False):
            ordered += _side(rows[first:last], gutter, left=left)
        place = last
    return ordered + rows[place:]


def _rows(fragments: Iterable[Fragment]) -> list[Row]:
    """Neighbours in the given order that stand on the same line."""
    rows: list[Row] = []
    for piece in fragments:
        if rows and rows[-1][0].beside(piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda piece: piece.left) for row in rows]


@dataclass(frozen=True, slots=True)
class _Gutter:
    """The empty strip between two columns."""

    left: float
    right: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    def narrowed(self, row: Row) -> "_Gutter | None":
        """What is left of the strip when `row` must not reach into it."""
        left, right = self.left, self.right
        for piece in row:
            if (piece.left + piece.right) / 2 < self.middle:
                left = max(left, piece.right)
            else:
                right = min(right, piece.left)
        return _Gutter(left, right) if right - left >= _GUTTER_POINTS else None


def _bands(rows: list[Row]) -> Iterator[tuple[int, int, _Gutter]]:
    """Runs of rows in two columns: first row, row after the last, and the strip between."""
    place = 0
    while place < len(rows):
        band = _band(rows, place) if len(rows[place]) > 1 else None
        if band is None:
            place += 1
        else:
            yield band
            place = band[1]


def _band(rows: list[Row], seed: int) -> tuple[int, int, _Gutter] | None:
    row = rows[seed]
    gaps = [_Gutter(one.right, other.left) for one, other in pairwise(row)]
    gutter = max(gaps, key=lambda gap: gap.right - gap.left)
    first, last = seed, seed + 1
    while (
        first > 0
        and not begins_block(rows[first][0].text)
        and (narrowed := _extended(gutter, rows[first], rows[first - 1]))
    ):
        gutter, first = narrowed, first - 1
    while (
        last < len(rows)
        and not begins_block(rows[last][0].text)
        and (narrowed := _extended(gutter, rows[last - 1], rows[last]))
    ):
        gutter, last = narrowed, last + 1
    text = "\n".join(piece.text for row in rows[first:last] for piece in row)
    return (first, last, gutter) if last - first > 1 and belongs_to_layout(text) else None


def _extended(gutter: _Gutter, edge: Row, beyond: Row) -> _Gutter | None:
    distance = abs(edge[0].baseline - beyond[0].baseline)
    return gutter.narrowed(beyond) if distance <= _FAR_BELOW * edge[0].size else None


def _side(rows: list[Row], gutter: _Gutter, *, left: bool) -> list[Row]:
    """One of two columns; it may hold two again, where two bodies sign."""
    halves = ([piece for piece in row if (piece.right <= gutter.middle) == left] for row in rows)
    return _ordered([half for half in halves if half])


def _spaced(rows: list[Row]) -> list[Row]:
    steps = [above[0].baseline - below[0].baseline for above, below in pairwise(rows)]
    usual = _usual([step for step in steps if step > 0])
    lines: list[Row] = []
    for row, step in zip(rows, [0.0, *steps], strict=False):
        if step < 0 or step > _PARAGRAPH_GAP * usual > 0:
            lines.append([])
        lines.append(row)
    return lines


def _usual(steps: list[float]) -> float:
    """The step from line to line inside a paragraph: of the smaller ones, for many end one."""
    return sorted(steps)[len(steps) // 3] if steps else 0.0
