"""The members of several units at once."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from posixpath import commonpath

from django.db.models import Q

from thidua.core.dated import in_force
from thidua.org.actor import and_above
from thidua.org.models import Headcount, Membership, Placement, Tree


def paths_of(unit_ids: Collection[int], day: date) -> dict[int, str]:
    """Where the units stand that day."""
    placed = Placement.objects.filter(in_force(day), tree=Tree.LINE, unit__in=unit_ids)
    return dict(placed.values_list("unit", "path"))


def headcounts(paths: Mapping[int, str], day: date) -> dict[int, int]:
    """`org.queries.headcount_on` for many units: by the last count, by the list without one."""
    counted = Headcount.objects.filter(unit__in=paths, on__lte=day).order_by("on")
    known = dict(counted.values_list("unit", "members"))
    unknown = {unit: path for unit, path in paths.items() if unit not in known}
    return known | (listed(unknown, day) if unknown else {})


def listed(paths: Mapping[int, str], day: date) -> dict[int, int]:
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
