"""How many members a union has from the day on which others go on in it (ORG-05)."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from thidua.core.dated import in_force
from thidua.core.keys import these
from thidua.org.journal import Journal
from thidua.org.models import Headcount, Membership, Sex, UnitKind
from thidua.org.reorganising.effects import Planned
from thidua.org.reorganising.followers import final_units


@dataclass(frozen=True, slots=True)
class _Members:
    """`women` is None where a union has not said how many they are."""

    members: int
    women: int | None


def add_up_counts(planned: Planned, journal: Journal) -> None:
    """Count the members of merged unions with those of the union in which they go on.

    A total goes by the last count, and nobody counts anew on the day of a decision. Where none of
    them has ever counted, their lists are counted as before. To be called while memberships last.
    """
    counted_kinds = set(_counted_kinds())
    going: dict[str, list[int]] = defaultdict(list)
    for pk, to in final_units(planned).items():
        if to and planned.world.units[to].kind in counted_kinds:
            going[to].append(pk)
    if not going:
        return
    day = planned.world.day
    successors = {to: planned.world.units[to].pk for to in going}
    concerned = {*successors.values(), *(pk for pks in going.values() for pk in pks)}
    last = _last_counts(concerned, day)
    listed = _listed(concerned - last.keys(), day)
    for to, pks in going.items():
        united = [successors[to], *pks]
        if any(pk in last for pk in united):
            _write(successors[to], [(last | listed)[pk] for pk in united], day, journal)


def _write(unit: int, parts: list[_Members], day: date, journal: Journal) -> None:
    known = [part.women for part in parts if part.women is not None]
    members = sum(part.members for part in parts)
    women = sum(known) if len(known) == len(parts) else None
    of_the_day = Headcount.objects.filter(unit=unit, on=day)
    if of_the_day.exists():
        journal.change(of_the_day, members=members, women=women)
    else:
        journal.create([Headcount(unit_id=unit, on=day, members=members, women=women)])


def _counted_kinds() -> "Collection[int]":
    return UnitKind.objects.filter(above_grassroots=False, keeps_register=True).values_list(
        "pk", flat=True
    )


def _last_counts(units: Collection[int], day: date) -> dict[int, _Members]:
    rows = Headcount.objects.filter(unit__in=these(units), on__lte=day).order_by("on")
    return {row.unit_id: _Members(row.members, row.women) for row in rows}


def _listed(units: Collection[int], day: date) -> dict[int, _Members]:
    rows = Membership.objects.filter(in_force(day), unit__in=these(units)).order_by()
    found = rows.values("unit").annotate(
        members=Count("pk"), women=Count("pk", filter=Q(person__sex=Sex.FEMALE))
    )
    told = {row["unit"]: _Members(row["members"], row["women"]) for row in found}
    return {unit: told.get(unit, _Members(0, 0)) for unit in units}
