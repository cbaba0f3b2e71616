"""The plans they may know exist, and whose they are."""

from django.db.models import Q, QuerySet

from thidua.documents.models import (
    Delivery,
    Direction,
    Document,
    DocumentStatus,
)
from thidua.documents.queries import documents_visible_to
from thidua.org.actor import Actor
from thidua.org.models import Post, Unit
from thidua.org.remembered import remembered
from thidua.org.rights import Right
from thidua.plans.models import FollowUp, Plan


@remembered
def plans_visible_to(actor: Actor) -> QuerySet[Plan]:
    """The plans they may know exist: those whose paper they may see."""
    seen = documents_visible_to(actor).select_related(None).values("pk")
    return Plan.objects.filter(document__in=seen).select_related("document__unit")


def plans_to_act_on(actor: Actor) -> QuerySet[Plan]:
    """Those they may see, and those that await signing or issuing in a unit their term has left.

    Between opening a page and pressing its button a term may end: the policy then says so.
    """
    left = Post.objects.filter(person__user=actor.user, ends_on__lte=actor.day)
    waiting = Q(
        document__unit__in=left.values("unit"),
        document__status__in=(DocumentStatus.SUBMITTED, DocumentStatus.SIGNED),
    )
    return Plan.objects.filter(
        Q(document__in=documents_visible_to(actor)) | waiting
    ).select_related("document__unit")


def own(actor: Actor) -> Q:
    """Filter: plans that a unit of theirs wrote, in any state."""
    return Q(document__unit__in=actor.unit_ids, document__direction=Direction.OUT)


def received(actor: Actor) -> Q:
    """Filter: plans of others that came to a unit of theirs, or to them."""
    mine = actor.unit_ids
    arrived = Q(document__unit__in=mine, document__direction=Direction.IN)
    to = Q(unit__in=mine)
    if actor.user.person_id:
        to |= Q(person=actor.user.person_id)
    sent = Delivery.objects.filter(to, sent_at__isnull=False)
    reached = Q(document__in=sent.values("recipient__document"))
    return arrived | (reached & ~Q(document__unit__in=mine))


def below(actor: Actor) -> Q:
    """Filter: issued plans of the units below theirs."""
    beneath = Unit.objects.filter(actor.reach(Right.DOCUMENT_READ, "placements__"))
    return Q(document__unit__in=beneath.exclude(pk__in=actor.unit_ids))


def follow_ups_visible_to(actor: Actor) -> QuerySet[FollowUp]:
    """Papers born from plans, as far as they may see the paper."""
    seen = documents_visible_to(actor).select_related(None).values("pk")
    return FollowUp.objects.filter(document__in=seen).select_related(
        "document__unit__kind", "plan__document", "edited_by__person"
    )


def units_for(actor: Actor, right: Right) -> QuerySet[Unit]:
    """The units in which a post of theirs grants `right`."""
    return Unit.objects.filter(pk__in=actor.holding(right)).order_by("alphabetical")


def receivers(paper: Document) -> int:
    """To how many units, persons and outside bodies the paper was sent."""
    sent = Delivery.objects.filter(recipient__document=paper, sent_at__isnull=False)
    return sent.values("unit", "person", "outside").distinct().count()
