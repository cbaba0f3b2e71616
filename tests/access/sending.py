"""What an address must be sent before it can do anything at all."""

from collections.abc import Callable

from access import things_born, things_units
from factories import LONG_AGO
from thidua.core import clock
from thidua.org.models import Responsibility, Unit

Fields = dict[str, object]


def plan_to_link(unit: Unit) -> Fields:
    return {"own": things_born.plan(unit).pk}


def headcount(unit: Unit) -> Fields:
    return {"count": things_units.counted(unit).headcounts.get().pk}


def area(unit: Unit) -> Fields:
    row, _created = Responsibility.objects.get_or_create(
        unit=unit, area=things_units.area(unit), defaults={"starts_on": LONG_AGO}
    )
    return {"area": row.pk}


def member(unit: Unit) -> Fields:
    return {"member": things_units.grouping(unit).members.get().pk}


SENT: dict[str, Callable[[Unit], Fields]] = {
    "language": lambda _unit: {"language": "vi"},
    "home:sample_day": lambda _unit: {"day": clock.SAMPLE_DAYS[0].isoformat()},
    "cascade:link": plan_to_link,
    "org:drop_headcount": headcount,
    "org:leave_area": area,
    "org:leave_grouping": member,
    "org:switch": lambda unit: {"unit": unit.pk},
    "oversight:import_pattern": lambda _unit: {"kind": "members"},
    "plans:settle": lambda _unit: {"state": "kept"},
}
