"""The phases that units live by."""

from datetime import date

from django.db.models import Q, QuerySet

from thidua.documents.models import (
    FROZEN,
    Delivery,
    Direction,
    DocumentStatus,
)
from thidua.org.actor import Actor
from thidua.plans.models import Phase, Plan
from thidua.plans.queries.plans import received


def phases_around(actor: Actor, day: date) -> list[Phase]:
    """The phases of the issued plans that their units live by in the year of `day`.

    A unit that has no plan of its own for that year lives by the plans it received, a group by
    those of its union.
    """
    in_year = Q(starts_on__year__lte=day.year, ends_on__year__gte=day.year)
    phases = Phase.objects.filter(in_year).select_related("plan__document").order_by("starts_on")
    mine = phases.filter(
        plan__document__unit__in=actor.unit_ids,
        plan__document__direction=Direction.OUT,
        plan__document__status=DocumentStatus.ISSUED,
    )
    from_above = Plan.objects.filter(received(actor), document__status__in=FROZEN)
    return (
        list(mine)
        or list(phases.filter(plan__in=from_above))
        or list(phases.filter(plan__in=_of_the_union(actor)) if actor.union_keys else ())
    )


def _of_the_union(actor: Actor) -> QuerySet[Plan]:
    """What the unions of their groups issued or received."""
    sent = Delivery.objects.filter(unit__key__in=actor.union_keys, sent_at__isnull=False)
    own = Q(document__unit__key__in=actor.union_keys, document__status__in=FROZEN)
    return Plan.objects.filter(own | Q(document__in=sent.values("recipient__document")))
