"""Names of the text matched to the catalogues, letter by letter or nearly so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from vanban.language.forms import fold
from vanban.reading import catalogue
from vanban.reading.model import Match

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vanban.reading.model import Commemoration, Reading

_NOT_LETTERS = re.compile(r"[\W_]+")
_BRACKETS = re.compile(r"\([^)]*\)")
_LEADING = re.compile(r"^(?:phong trao|thi dua|ngay|ky niem|cuoc van dong|chuong trinh) ")
_ALIKE = 0.8
"""Two names that share fewer of their letter pairs are not taken for the same."""
_LEAST = 0.5
"""One name of half the other's length cannot be so much alike."""


@dataclass(frozen=True, slots=True)
class _Row:
    key: str
    name: str
    letters: str
    pairs: frozenset[str]


def matches_of(reading: Reading) -> tuple[Match, ...]:
    """What the movements, days and bodies of a reading are in the catalogues.

    How alike two names are is counted in pairs of letters without diacritics, so that lost marks,
    other signs and a slip or two do no harm.
    """
    return tuple(_matches(reading))


def _matches(reading: Reading) -> Iterator[Match]:
    for path, kind, name in _names(reading):
        row, score = _nearest(kind, name)
        if row is not None:
            yield Match(path, kind, row.key, row.name, round(score, 3), name)


def _names(reading: Reading) -> Iterator[tuple[str, str, str]]:
    for place, name in enumerate(reading.movements_named):
        yield f"movements_named[{place}]", "movements", name
    yield from _days("commemorations", reading.commemorations)
    for place, phase in enumerate(reading.phases):
        yield from _days(f"phases[{place}].commemorations", phase.commemorations)
    for path in ("issuing_body", "parent_body"):
        body = getattr(reading, path)
        if body:
            yield path, "bodies", body


def _days(path: str, days: tuple[Commemoration, ...]) -> Iterator[tuple[str, str, str]]:
    for place, day in enumerate(days):
        yield f"{path}[{place}]", "anniversaries", day.name


def _nearest(kind: str, name: str) -> tuple[_Row | None, float]:
    if kind == "bodies":
        return _body(name)
    letters = _letters(name)
    if not letters:
        return None, 0.0
    pairs = _pairs(letters)
    best, score = None, _ALIKE
    for row in _rows(kind):
        if row.letters == letters:
            return row, 1.0
        if not _LEAST <= len(row.letters) / len(letters) <= 1 / _LEAST:
            continue
        alike = 2 * len(pairs & row.pairs) / ((len(pairs) + len(row.pairs)) or 1)
        if alike > score:
            best, score = row, alike
    return best, score


def _body(name: str) -> tuple[_Row | None, float]:
    """The kind of body that the name begins with; the longest name of a kind is the right one."""
    folded = fold(name)
    fitting = [row for row in _rows("bodies") if folded.startswith(row.letters)]
    return max(fitting, key=lambda row: len(row.letters), default=None), 1.0


@cache
def _rows(kind: str) -> tuple[_Row, ...]:
    if kind == "bodies":
        rows = [row for row in catalogue.rows("bodies") if row["kind"] == "union"]
        return tuple(
            _Row(row["name"], row["name"], fold(printed), frozenset())
            for row in rows
            for printed in (row["name"], row["abbreviation"])
            if printed
        )
    return tuple(
        _Row(row["id"], row["name_vi"], letters, _pairs(letters))
        for row in catalogue.rows(kind)
        for letters in [_letters(_BRACKETS.sub("", row["name_vi"]))]
    )


def _letters(name: str) -> str:
    return _NOT_LETTERS.sub("", _LEADING.sub("", fold(name)))


def _pairs(letters: str) -> frozenset[str]:
    return frozenset(letters[place : place + 2] for place in range(len(letters) - 1))
