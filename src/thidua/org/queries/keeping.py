"""Ended units: how long they lasted, and whose posts put in order what they left."""

from datetime import date, timedelta

from django.db.models import Q, QuerySet

from thidua.org.actor import Actor
from thidua.org.models import Tree, Unit
from thidua.org.rights import Right


def units_served(actor: Actor, *rights: Right) -> QuerySet[Unit]:
    """The units in which a post of theirs grants one of `rights`, and the ended ones kept there.

    For questions what they may see; what they may do in those, policies say.
    """
    units = frozenset[int]().union(*(actor.holding(right) for right in rights))
    return Unit.objects.filter(Q(pk__in=units) | Q(kept_by__in=units))


def acts_for(actor: Actor, right: Right, unit: Unit) -> bool:
    """Does a post in `unit`, or in the unit that keeps its records, grant `right`?

    `Actor.can` lets keepers use a few rights only. This is for single acts that somebody must be
    able to do after a unit has ended, such as revoking a certificate it gave.
    """
    held = actor.holding(right)
    return unit.pk in held or (unit.kept_by_id is not None and unit.kept_by_id in held)


def ended_on(unit: Unit) -> date | None:
    """The first day on which the unit stood nowhere any more; None while it lives."""
    if unit.kept_by_id is None:
        return None
    last = unit.placements.filter(tree=Tree.LINE).order_by("-starts_on").first()
    return last.ends_on if last else None


def day_within(unit: Unit, day: date) -> date:
    """`day`, or the last day of a unit that had ended by then: what stood below it is asked for
    as it was."""
    ended = ended_on(unit)
    return ended - timedelta(days=1) if ended and ended <= day else day
