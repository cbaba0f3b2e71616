"""Reading from the database the part of the tree that some acts touch."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from os.path import commonpath
from typing import Any

from django.db.models import Max, Min, Q

from thidua.org.actor import above
from thidua.org.models import ActKind, Placement, Tree, Unit, UnitName
from thidua.org.reorganising.wanted import NAMING, Wanted
from thidua.org.reorganising.world import Standing, World

CHUNK = 500
PREFIXES = 40
"""More places in the tree than these are read as one: everything below what they have in common."""
WITH_ALL_BELOW = {
    ActKind.MOVE,
    ActKind.MERGE,
    ActKind.SPLIT,
    ActKind.END,
    ActKind.TRANSFER,
}
COLUMNS = ("unit", "unit__key", "unit__name", "unit__kind", "unit__kept_by__key")


def load_world(scope: Unit, acts: Collection[Wanted], day: date) -> World:
    """Every unit that the acts name, their superiors, and all below those that change place.

    What lies outside `scope` is not there.
    """
    inside = scope.path_on(day)
    named = {key for act in acts for key in (act.unit, act.target, *act.listed) if key}
    rows = _Rows()
    rows.read(_by_keys(named), inside)
    rows.read(_prefixes(rows.paths(_shaken(acts))), inside)
    rows.read(_by_keys(rows.missing_superiors()), inside)
    _with_names(rows, named)
    _with_days(rows, day)
    return World(rows.units.values(), rows.bases(), day)


class _Rows:
    """The open placements as they come in, each unit once."""

    def __init__(self) -> None:
        self.units: dict[str, Standing] = {}
        self.line: dict[str, str] = {}

    def read(self, conditions: Iterable[Q], inside: str) -> None:
        for condition in conditions:
            found = Placement.objects.filter(condition, ends_on=None, path__startswith=inside)
            for row in found.values_list(*COLUMNS, "tree", "path", "starts_on"):
                self._take(*row)

    def _take(self, pk: int, key: str, name: str, kind: int, keeper: Any, *place: Any) -> None:
        tree, path, since = place
        unit = Standing(key=key, name=name, kind=kind, pk=pk)
        if tree == Tree.LINE:
            unit.parent, unit.since = _superior(path), since
            self.line[key] = path
        else:
            unit.keeper, unit.kept_since, unit.ended = keeper or "", since, since
        self.units.setdefault(key, unit)

    def paths(self, keys: Iterable[str]) -> list[str]:
        return [self.line[key] for key in keys if key in self.line]

    def missing_superiors(self) -> set[str]:
        superiors = {unit.parent for unit in self.units.values() if unit.lives and unit.parent}
        return superiors - self.units.keys()

    def bases(self) -> dict[str, str]:
        return {_superior(path): above(path) for path in self.line.values()}


def _superior(path: str) -> str:
    return above(path).strip("/").split("/")[-1]


def _shaken(acts: Iterable[Wanted]) -> set[str]:
    return {act.unit for act in acts if act.kind in WITH_ALL_BELOW}


def _by_keys(keys: Collection[str]) -> Iterator[Q]:
    ordered = sorted(keys)
    for start in range(0, len(ordered), CHUNK):
        yield Q(unit__key__in=ordered[start : start + CHUNK])


def _prefixes(paths: Iterable[str]) -> Iterator[Q]:
    topmost: list[str] = []
    for path in sorted(paths):
        if not topmost or not path.startswith(topmost[-1]):
            topmost.append(path)
    if len(topmost) > PREFIXES:
        topmost = [commonpath(topmost).rstrip("/") + "/"]
    if topmost:
        below = Q(pk__in=[])
        for path in topmost:
            below |= Q(path__startswith=path)
        yield below


def _with_names(rows: _Rows, named: Collection[str]) -> None:
    """How the named units sign, and since when they are called as they are."""
    for keys in _by_keys(named):
        found = UnitName.objects.filter(keys, ends_on=None)
        for row in found.values("unit__key", "starts_on", *NAMING):
            unit = rows.units.get(row.pop("unit__key"))
            if unit is not None:
                unit.named_since = row.pop("starts_on")
                for field, text in row.items():
                    setattr(unit, field, text)


def _with_days(rows: _Rows, day: date) -> None:
    """Since when those stand that changed after `day`, and on which day the ended ones ended."""
    asked = [
        unit.pk
        for unit in rows.units.values()
        if not unit.lives or (unit.since is not None and unit.since > day)
    ]
    for start in range(0, len(asked), CHUNK):
        placed = Placement.objects.filter(unit__in=asked[start : start + CHUNK], tree=Tree.LINE)
        known = (
            placed.values_list("unit__key").annotate(Min("starts_on"), Max("ends_on")).order_by()
        )
        for key, first, last in known:
            unit = rows.units[key]
            unit.founded = first
            if not unit.lives:
                unit.ended = last or unit.ended
