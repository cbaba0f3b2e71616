"""Which units somebody may know of."""

from django.db.models import QuerySet

from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.org.remembered import remembered
from thidua.org.rights import Right


@remembered
def units_visible_to(actor: Actor) -> QuerySet[Unit]:
    """The units where a post gives any right and all below, ended ones with their records there.

    Their superiors are not among them: of those a page may say the name, nothing else.
    """
    return Unit.objects.filter(actor.reach_by(tuple(Right), "placements__")).select_related("kind")


@remembered
def units_managed_by(actor: Actor) -> QuerySet[Unit]:
    """The part of the organisation that somebody keeps, each unit once."""
    return Unit.objects.filter(actor.reach(Right.UNIT_MANAGE, "placements__")).distinct()
