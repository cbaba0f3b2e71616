"""Decisions about the organisation, and what they meant for one unit."""

from django.db.models import Q, QuerySet

from thidua.org.actor import Actor
from thidua.org.models import Act, Reorganisation, State, Tree, Unit
from thidua.org.rights import Right

SEEING = (Right.UNIT_REORGANISE, Right.UNIT_MANAGE)


def reorganisations_visible_to(actor: Actor) -> QuerySet[Reorganisation]:
    """The decisions about parts of the tree that they keep."""
    return Reorganisation.objects.filter(actor.reach_by(SEEING)).select_related("unit")


def acts_of(unit: Unit) -> QuerySet[Act]:
    """What was carried out with this unit, the latest first.

    Acts that name it on either side, and those by which a unit above it took it along: these are
    of a day on which its own place began or ended.
    """
    places = unit.placements.filter(tree=Tree.LINE).values_list("path", "starts_on", "ends_on")
    above, days = set(), set()
    for path, starts_on, ends_on in places:
        above |= set(path.strip("/").split("/"))
        days |= {starts_on, ends_on}
    named = Q(unit=unit) | Q(target=unit) | Q(target_act__unit=unit)
    along = Q(unit__key__in=above, reorganisation__on__in=days - {None})
    return (
        Act.objects.filter(named | along, reorganisation__state=State.DONE)
        .select_related("reorganisation", "unit", "target", "target_act__unit", "unit_kind")
        .order_by("-reorganisation__on", "-reorganisation", "position")
    )
