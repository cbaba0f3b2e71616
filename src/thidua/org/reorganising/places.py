"""Writing where the units stand, and who keeps what has ended."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from thidua.org.journal import Journal
from thidua.org.models import Placement, Tree, Unit
from thidua.org.reorganising.loading import CHUNK
from thidua.org.reorganising.world import Standing, World


def write_line(world: World, journal: Journal) -> None:
    """Close the places that changed and open the new ones, whole subtrees at once."""
    before, after = world.paths_before(), world.paths()
    changed = [key for key in {**before, **after} if before.get(key) != after.get(key)]
    since = {unit.key: unit.since for unit in world.before.values()}
    _write(world, journal, Tree.LINE, {key: after.get(key, "") for key in changed}, since)


def write_kept(world: World, journal: Journal) -> None:
    """The same in the tree of what has ended: below its keeper, wherever that stands now."""
    before, after = world.paths_before(), world.paths()
    changed: dict[str, str] = {}
    for key, unit in world.units.items():
        was = world.before.get(key)
        old = f"{before.get(was.keeper)}{key}/" if was and was.keeper else ""
        new = f"{after.get(unit.keeper)}{key}/" if unit.keeper else ""
        if old != new:
            changed[key] = new
    since = {unit.key: unit.kept_since for unit in world.before.values()}
    _write(world, journal, Tree.KEPT, changed, since)
    _write_keepers(world, journal)


def _write(
    world: World,
    journal: Journal,
    tree: Tree,
    changed: Mapping[str, str],
    since: Mapping[str, object],
) -> None:
    """`changed` gives the new path by key, empty for none. A place taken on the very day is
    replaced: no row ends on the day on which it began."""
    units = world.units
    today = [key for key in changed if since.get(key) == world.day]
    for key in today:
        row = Placement.objects.filter(unit=units[key].pk, tree=tree, ends_on=None)
        journal.change(row, path=changed[key])
    fresh = [key for key in changed if since.get(key) != world.day]
    for some in _chunks([units[key] for key in fresh if since.get(key) is not None]):
        standing = Placement.objects.filter(unit__in=some, tree=tree, ends_on=None)
        journal.change(standing, ends_on=world.day)
    rows = [
        Placement(unit_id=units[key].pk, tree=tree, path=changed[key], starts_on=world.day)
        for key in fresh
        if changed[key]
    ]
    journal.create(rows, unchanged=["ends_on"])


def _write_keepers(world: World, journal: Journal) -> None:
    handed: dict[str, list[Standing]] = defaultdict(list)
    for key, unit in world.units.items():
        was = world.before.get(key)
        if unit.keeper != (was.keeper if was else ""):
            handed[unit.keeper].append(unit)
    for keeper, units in handed.items():
        for some in _chunks(units):
            journal.change(Unit.objects.filter(pk__in=some), kept_by_id=world.units[keeper].pk)


def _chunks(units: list[Standing]) -> Iterable[list[int]]:
    keys = [unit.pk for unit in units]
    for start in range(0, len(keys), CHUNK):
        yield keys[start : start + CHUNK]
