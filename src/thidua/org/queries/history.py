"""What a unit was called, what it was, where it stood and what came of it, by day (ORG-01..03)."""

from dataclasses import dataclass
from datetime import date

from thidua.org.actor import above
from thidua.org.models import Placement, Succession, Tree, Unit, UnitName
from thidua.org.queries.tree import names_on


@dataclass(frozen=True, slots=True)
class Stay:
    """Under which superior the unit stood, from one day until another."""

    superior: str
    starts_on: date
    ends_on: date | None


def names_of(unit: Unit) -> list[UnitName]:
    """Every name and kind the unit had, the latest first."""
    return list(unit.names.select_related("kind").order_by("-starts_on"))


def stays_of(unit: Unit) -> list[Stay]:
    """Every superior the unit had, the latest first, called as on the day it began there."""
    places = list(unit.placements.filter(tree=Tree.LINE).order_by("-starts_on"))
    keys = {_superior_key(place) for place in places}
    units = dict(Unit.objects.filter(key__in=keys).values_list("key", "pk"))
    return [
        Stay(_name(units.get(_superior_key(place)), place), place.starts_on, place.ends_on)
        for place in places
    ]


def before_and_after(unit: Unit) -> tuple[list[Succession], list[Succession]]:
    """What the unit goes on with, and what goes on with it."""
    before = list(unit.inheritances.select_related("before").order_by("on"))
    return before, list(unit.successions.select_related("after").order_by("on"))


def _superior_key(place: Placement) -> str:
    return above(place.path).strip("/").split("/")[-1]


def _name(unit: int | None, place: Placement) -> str:
    return names_on([unit], place.starts_on)[unit] if unit else ""
