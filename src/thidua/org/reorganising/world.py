"""A small copy of the tree on which acts are played before anything is written."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import dataclass
from datetime import date


@dataclass(slots=True)
class Standing:
    """A unit as it stands. `since`, `kept_since` and `named_since` are the days of its open rows.

    `pk` is 0 as long as it has no row; `parent` is the key of its superior, empty for a root;
    `keeper` is set when it has ended.
    """

    key: str
    name: str
    kind: int
    pk: int = 0
    parent: str = ""
    since: date | None = None
    founded: date | None = None
    ended: date | None = None
    keeper: str = ""
    kept_since: date | None = None
    short_name: str = ""
    symbol: str = ""
    place: str = ""
    body: str = ""
    named_since: date | None = None

    @property
    def lives(self) -> bool:
        return self.ended is None


class World:
    """The units that some acts touch, and everything below them.

    `bases` holds the paths of superiors that are not loaded because nothing happens to them.
    """

    def __init__(self, units: Iterable[Standing], bases: dict[str, str], day: date) -> None:
        self.day = day
        self.units = {unit.key: unit for unit in units}
        self.before = {key: copy(unit) for key, unit in self.units.items()}
        self.bases = bases
        self._children: dict[str, set[str]] = defaultdict(set)
        self._kept: dict[str, set[str]] = defaultdict(set)
        for unit in self.units.values():
            if unit.lives:
                self._children[unit.parent].add(unit.key)
            else:
                self._kept[unit.keeper].add(unit.key)

    def add(self, unit: Standing) -> None:
        self.units[unit.key] = unit
        self._children[unit.parent].add(unit.key)

    def children(self, key: str) -> list[str]:
        """Those directly below, in a fixed order."""
        return sorted(self._children[key], key=lambda one: (self.units[one].name, one))

    def below(self, key: str) -> Iterator[str]:
        """Everything below, each unit before its own."""
        for child in self.children(key):
            yield child
            yield from self.below(child)

    def kept_by(self, key: str) -> list[str]:
        return sorted(self._kept[key])

    def place(self, key: str, parent: str) -> None:
        unit = self.units[key]
        self._children[unit.parent].discard(key)
        unit.parent = parent
        self._children[parent].add(key)

    def end(self, key: str, keeper: str) -> None:
        """The unit ends, and what it kept goes to its keeper as well."""
        unit = self.units[key]
        self._children[unit.parent].discard(key)
        unit.ended = self.day
        for kept in (key, *self.kept_by(key)):
            self.keep(kept, keeper)

    def keep(self, key: str, keeper: str) -> None:
        unit = self.units[key]
        self._kept[unit.keeper].discard(key)
        unit.keeper = keeper
        self._kept[keeper].add(key)

    def stands_below(self, key: str, superior: str) -> bool:
        """Whether `key` is `superior` or stands below it."""
        while key in self.units and key != superior:
            key = self.units[key].parent
        return key == superior

    def paths(self) -> dict[str, str]:
        """The path of every living unit by its key, as things are played so far."""
        return _paths(self.units, self.bases)

    def paths_before(self) -> dict[str, str]:
        """The same before anything was played."""
        return _paths(self.before, self.bases)

    def path(self, key: str) -> str:
        return _path(key, self.units, self.bases, {})


def _paths(units: dict[str, Standing], bases: dict[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, unit in units.items():
        if unit.lives:
            _path(key, units, bases, found)
    return found


def _path(
    key: str, units: dict[str, Standing], bases: dict[str, str], found: dict[str, str]
) -> str:
    if key not in units:
        return bases.get(key, "/")
    if key not in found:
        found[key] = f"{_path(units[key].parent, units, bases, found)}{key}/"
    return found[key]
