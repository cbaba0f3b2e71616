"""Writing the difference that the acts of a decision make, through the journal."""

from thidua.org.happened import Happened
from thidua.org.journal import Journal
from thidua.org.models import Act, Succession, Unit, UnitName
from thidua.org.reorganising.counts import add_up_counts
from thidua.org.reorganising.effects import Planned
from thidua.org.reorganising.followers import end_posts, move_members
from thidua.org.reorganising.places import write_kept, write_line
from thidua.org.reorganising.telling import happenings
from thidua.org.reorganising.wanted import NAMING
from thidua.org.reorganising.world import Standing


def write(planned: Planned, journal: Journal) -> list[Happened]:
    """Write everything, inside the caller's transaction; what the rooms above are to hear of it."""
    _establish(planned, journal)
    _write_names(planned, journal)
    write_line(planned.world, journal)
    write_kept(planned.world, journal)
    _write_successions(planned, journal)
    add_up_counts(planned, journal)
    move_members(planned, journal)
    end_posts(planned, journal)
    return happenings(planned)


def _establish(planned: Planned, journal: Journal) -> None:
    new = _new(planned)
    made = journal.create([Unit(key=unit.key, kind_id=unit.kind, name=unit.name) for unit in new])
    for unit, row in zip(new, made, strict=True):
        unit.pk = row.pk
    journal.create([_named(unit, planned) for unit in new], unchanged=["ends_on"])
    acts = {effect.wanted.unit: effect.wanted.act for effect in planned.effects}
    for unit in new:
        act = acts[unit.key]
        if act is not None:
            journal.change(Act.objects.filter(pk=act), unit_id=unit.pk)


def _new(planned: Planned) -> list[Standing]:
    world = planned.world
    return [unit for key, unit in world.units.items() if key not in world.before]


def _named(unit: Standing, planned: Planned) -> UnitName:
    fields = {field: getattr(unit, field) for field in NAMING}
    return UnitName(
        unit_id=unit.pk, kind_id=unit.kind, starts_on=planned.world.day, ends_on=None, **fields
    )


def _write_names(planned: Planned, journal: Journal) -> None:
    """A name that began on the very day is replaced; any other is closed, a new one opened."""
    for key, was in planned.world.before.items():
        unit = planned.world.units[key]
        if all(getattr(unit, field) == getattr(was, field) for field in ("kind", *NAMING)):
            continue
        current = UnitName.objects.filter(unit=unit.pk, ends_on=None)
        if was.named_since == planned.world.day:
            fields = {field: getattr(unit, field) for field in NAMING}
            journal.change(current, kind_id=unit.kind, **fields)
        else:
            journal.change(current, ends_on=planned.world.day)
            journal.create([_named(unit, planned)], unchanged=["ends_on"])
        journal.change(
            Unit.objects.filter(pk=unit.pk),
            name=unit.name,
            kind_id=unit.kind,
        )


def _write_successions(planned: Planned, journal: Journal) -> None:
    units = planned.world.units
    pairs = {
        (units[effect.wanted.unit].pk, units[effect.target].pk): None
        for effect in planned.effects
        if effect.succession
    }
    known = set(
        Succession.objects.filter(before__in={before for before, _after in pairs}).values_list(
            "before", "after"
        )
    )
    journal.create(
        [
            Succession(before_id=before, after_id=after, on=planned.world.day)
            for before, after in pairs
            if (before, after) not in known
        ]
    )
