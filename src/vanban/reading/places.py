"""Collects, while a `Reading` is put together, where each value stands and how sure it is."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vanban.reading.model import Span
    from vanban.reading.paper import Found

T = TypeVar("T")

_PLACE = re.compile(r"\[\d+\]")
_WEIGHT_OF_STATED = 20
"""So many values would have to be counted to weigh as much as what the reader states itself."""
_SUREST = 0.99


@dataclass(slots=True)
class Places:
    """Field path (``phases[0].start``) → span and confidence. Methods hand the values through."""

    spans: dict[str, Span] = field(default_factory=dict)
    confidence: dict[str, float] = field(default_factory=dict)

    def one(self, path: str, found: Found[T] | None) -> T | None:
        """Note a value under its path, and answer with it; what has no place is no value."""
        if found is None or found.span[0] >= found.span[1]:
            return None
        self.spans[path] = found.span
        self.confidence[path] = calibrated(path, found.confidence)
        return found.value

    def many(self, path: str, found: Sequence[Found[T]]) -> tuple[T, ...]:
        """Note the items of a list under ``path[0]``, ``path[1]`` …, and answer with them."""
        placed = [item for item in found if item.span[0] < item.span[1]]
        for place, item in enumerate(placed):
            self.one(f"{path}[{place}]", item)
        return tuple(item.value for item in placed)


def calibrated(path: str, stated: float) -> float:
    """What a stated confidence was worth where readings were compared with the truth.

    The table counts, for each field and stated confidence, how many values there were and which
    share of them was right; what it does not know keeps what is stated.
    """
    return _worth(_PLACE.sub("", path), stated)


@cache
def _worth(name: str, stated: float) -> float:
    """More evidence is never worth less: what was not counted is at least the next below."""
    if (name, stated) in _measured():
        return _smoothed(name, stated)
    below = [level for field, level in _measured() if field == name and level < stated]
    return max([stated, *(_smoothed(name, level) for level in below)])


def _smoothed(name: str, stated: float) -> float:
    values, right = _measured()[name, stated]
    worth = (values * right + _WEIGHT_OF_STATED * stated) / (values + _WEIGHT_OF_STATED)
    return min(round(worth, 3), _SUREST)


@cache
def _measured() -> dict[tuple[str, float], tuple[int, float]]:
    table = files(__package__).joinpath("calibration.csv").read_text(encoding="utf-8")
    return {
        (row["field"], float(row["stated"])): (int(row["values"]), float(row["right"]))
        for row in csv.DictReader(table.splitlines())
    }
