"""Who reports to whom: a unit that keeps a register reports to the nearest one above that does."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.db.models import F, Q
from django.db.models.functions import Length

from thidua.core.dated import in_force
from thidua.org.actor import above
from thidua.org.models import Placement, Tree, Unit
from thidua.org.models.expressions import Above
from thidua.org.queries import day_within
from vanban.language.vietnamese import sort_key


@dataclass(frozen=True, slots=True)
class Reporter:
    """A unit that reports by itself, and where it stands."""

    unit_id: int
    name: str
    path: str


@dataclass(frozen=True, slots=True)
class Below:
    """What stands below a unit: `scope` is itself and what counts as its own, such as groups."""

    scope: frozenset[int]
    reporters: tuple[Reporter, ...]


@lru_cache(maxsize=10_000)
def by_name(name: str) -> str:
    """Where a name stands in a list; the Vietnamese order takes its time to find."""
    return sort_key(name)


def superior_of(unit: Unit, day: date) -> Unit | None:
    """The nearest unit above that keeps a register on that day; None for a root.

    Of a unit that had ended by then, its last superiors that still stand.
    """
    keys = above(unit.path_on(day)).strip("/").split("/")
    here = in_force(day, "placements__")
    keepers = Unit.objects.filter(
        here, placements__tree=Tree.LINE, key__in=keys, kind__keeps_register=True
    )
    return max(keepers, key=lambda keeper: keys.index(keeper.key), default=None)


def below(unit: Unit, day: date) -> Below:
    """The units that report directly to `unit`, and those whose work counts as its own.

    Below a unit that had ended by then, those of its last day. Goes down level by level and stops
    at every unit that reports by itself, so that the thousands of groups below those are never
    read.
    """
    scope, reporters = {unit.pk}, []
    day = day_within(unit, day)
    level = [unit.path_on(day)]
    while level:
        level, found = _step_down(level, day, scope)
        reporters += found
    return Below(frozenset(scope), tuple(sorted(reporters, key=lambda one: by_name(one.name))))


def _step_down(paths: list[str], day: date, scope: set[int]) -> tuple[list[str], list[Reporter]]:
    rows = (
        Placement.objects.annotate(above=Above("path"))
        .filter(in_force(day), above__in=paths, tree=Tree.LINE)
        .values_list("unit_id", "unit__name", "path", "unit__kind__keeps_register")
    )
    next_level, reporters = [], []
    for unit_id, name, path, keeps_register in rows:
        if keeps_register:
            reporters.append(Reporter(unit_id, name, path))
        else:
            scope.add(unit_id)
            next_level.append(path)
    return next_level, reporters


def reporters_within(path: str, day: date, among: Collection[int] | None = None) -> list[Reporter]:
    """Every unit at or below `path` that reports by itself that day, superiors before the rest.

    With `among` only of these units: a whole country is a hundred thousand.
    """
    some = Q() if among is None else Q(unit__in=among)
    rows = (
        Placement.objects.filter(
            some,
            in_force(day),
            tree=Tree.LINE,
            path__startswith=path,
            unit__kind__keeps_register=True,
        )
        .order_by(Length("path"), F("unit__name"))
        .values_list("unit_id", "unit__name", "path")
    )
    return [Reporter(*row) for row in rows]
