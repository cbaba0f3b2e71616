"""What one line of a list of units says, asked for a whole page at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from thidua.org.actor import above
from thidua.org.models import Headcount, Placement, Tree, Unit
from thidua.org.queries.tree import names_on


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit as it stood on a day."""

    unit: Unit
    name: str
    superior: str
    members: int | None
    ended_on: date | None


def rows_of(units: Sequence[Unit], day: date) -> list[UnitRow]:
    """A line for each of the units, in four questions however many they are."""
    keys = [unit.pk for unit in units]
    places = _last_places(keys, day)
    above_them = {pk: above(place.path).strip("/").split("/")[-1] for pk, place in places.items()}
    superiors = dict(Unit.objects.filter(key__in=set(above_them.values())).values_list("key", "pk"))
    names = names_on([*keys, *superiors.values()], day)
    counts = _last_counts(keys, day)
    return [
        UnitRow(
            unit,
            names.get(unit.pk, unit.name),
            names.get(superiors.get(above_them.get(unit.pk, ""), 0), ""),
            counts.get(unit.pk),
            _ended(places.get(unit.pk), day),
        )
        for unit in units
    ]


def _last_places(units: Iterable[int], day: date) -> dict[int, Placement]:
    rows = Placement.objects.filter(unit__in=units, tree=Tree.LINE, starts_on__lte=day)
    return {place.unit_id: place for place in rows.order_by("starts_on")}


def _last_counts(units: Iterable[int], day: date) -> dict[int, int]:
    rows = Headcount.objects.filter(unit__in=units, on__lte=day).order_by("on")
    return dict(rows.values_list("unit", "members"))


def _ended(place: Placement | None, day: date) -> date | None:
    if place is None or place.ends_on is None or place.ends_on > day:
        return None
    return place.ends_on
