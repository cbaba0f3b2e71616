"""The members of several units at once."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from posixpath import commonpath
from typing import TypeVar

from django.db.models import F, Q

from thidua.core.dated import in_force
from thidua.core.keys import these
from thidua.org.actor import and_above
from thidua.org.models import Headcount, Membership, Placement, Tree
from thidua.org.queries.tree import counting, placed

Key = TypeVar("Key")


def paths_of(unit_ids: Collection[int], day: date) -> dict[int, str]:
    """Where the units stand that day."""
    placed = Placement.objects.filter(in_force(day), tree=Tree.LINE, unit__in=these(unit_ids))
    return dict(placed.values_list("unit", "path"))


def headcounts(paths: Mapping[int, str], day: date) -> dict[int, int]:
    """The members of the units, which stand at `paths`, by the last count up to the day.

    A superior that never counted has the members of its unions; a union or a group that never did
    has whoever is on its list. Nobody goes through the lists of a whole province.
    """
    counted = Headcount.objects.filter(unit__in=these(paths), on__lte=day).order_by("on")
    known = dict(counted.values_list("unit", "members"))
    unknown = {path for unit, path in paths.items() if unit not in known}
    heads = _added_up(unknown, day) if unknown else {}
    return {unit: known[unit] if unit in known else heads[path] for unit, path in paths.items()}


def _added_up(paths: Collection[str], day: date) -> dict[str, int]:
    """For each path the members of the unions at and below it; of a group those on its list."""
    unions = dict(
        counting(placed(day).filter(beneath(paths, "")), day)
        .annotate(last=F("members"))
        .values_list("path", "last")
    )
    sums = dict.fromkeys(paths, 0)
    with_unions = {above for path in unions for above in and_above(path)}
    without = {path for path in paths if path not in with_unions}
    without |= {path for path, members in unions.items() if members is None}
    lists = listed({path: path for path in without}, day) if without else {}
    for path, members in unions.items():
        heads = lists[path] if members is None else members
        for above in and_above(path):
            if above in sums:
                sums[above] += heads
    return sums | {path: lists[path] for path in paths if path not in with_unions}


def listed(paths: Mapping[Key, str], day: date) -> dict[Key, int]:
    """Everybody once, also who belongs to two groups of the unit."""
    rows = (
        Membership.objects.filter(
            in_force(day),
            in_force(day, "unit__placements__"),
            beneath(paths.values(), "unit__placements__"),
            unit__placements__tree=Tree.LINE,
        )
        .order_by()
        .values_list("unit__placements__path", "person")
    )
    persons: dict[str, set[int]] = defaultdict(set)
    for path, person in rows:
        persons[path].add(person)
    within: dict[str, set[int]] = defaultdict(set)
    for path, held in persons.items():
        for above in and_above(path):
            within[above] |= held
    return {unit: len(within[path]) for unit, path in paths.items()}


def beneath(paths: Collection[str], via: str) -> Q:
    """Filter: what stands at or below one of the paths is among it. Use it with the day at once.

    A few paths are asked for one by one; of many only what they have in common is, and whoever
    reads the rows leaves out what stands elsewhere.
    """
    roots = _roots(paths)
    if len(roots) > ASKED_ONE_BY_ONE:
        roots = [commonpath(roots)]
    within = Q(pk__in=[])
    for root in roots:
        within |= Q(**{f"{via}path__startswith": root})
    return within


def _roots(paths: Collection[str]) -> list[str]:
    """The paths that lie below no other of them."""
    found: list[str] = []
    for path in sorted(paths):
        if not (found and path.startswith(found[-1])):
            found.append(path)
    return found


ASKED_ONE_BY_ONE = 5
