"""Units and their members on a day."""

from datetime import date

from django.db.models import QuerySet

from thidua.core.dated import in_force
from thidua.org.actor import above, standing
from thidua.org.models import Person, Tree, Unit
from thidua.org.queries.heads import headcounts


def members_of(unit: Unit, day: date) -> QuerySet[Person]:
    """Everybody on the unit's list that day, those of the groups below it too, each once."""
    inside = standing(day, unit.path_on(day), "memberships__unit__placements__")
    return Person.objects.filter(in_force(day, "memberships__"), inside).distinct()


def headcount_on(unit: Unit, day: date) -> int:
    """The members of the unit: `headcounts` of one."""
    return headcounts({unit.pk: unit.path_on(day)}, day)[unit.pk]


def parent_of(unit: Unit, day: date) -> Unit | None:
    """The direct superior that day; None for a root."""
    keys = above(unit.path_on(day)).strip("/").split("/")
    return Unit.objects.filter(key=keys[-1]).first() if keys[-1] else None


def units_within(unit: Unit, day: date) -> QuerySet[Unit]:
    """The unit and everything that stood below it that day."""
    return Unit.objects.filter(standing(day, unit.path_on(day)), placements__tree=Tree.LINE)


def first_unit() -> Unit:
    """The unit with which the installation began: what holds for everybody is recorded there."""
    return Unit.objects.earliest("pk")
