"""One-time links and the corrections asked for through them. Nothing here writes."""

from datetime import date, datetime

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from thidua.core.dated import in_force
from thidua.org.actor import Actor
from thidua.org.models import (
    Correction,
    LinkBatch,
    Membership,
    OneTimeLink,
    Person,
    Post,
    Unit,
)
from thidua.org.queries.people import keeping


def link_batches_visible_to(actor: Actor) -> QuerySet[LinkBatch]:
    """Batches of the units whose people they keep by a post there, ended ones in their keep too."""
    return LinkBatch.objects.filter(_kept(actor)).select_related("unit", "made_by__person")


def batches_left_in(unit: Unit, actor: Actor, now: datetime) -> QuerySet[LinkBatch]:
    """Of ended units whose records `unit` keeps: batches of which some paper still opens a page."""
    left = OneTimeLink.objects.filter(
        batch=OuterRef("pk"), revoked_at=None, expires_at__gt=now, uses__lt=F("most_uses")
    )
    batches = link_batches_visible_to(actor).filter(Exists(left), unit__kept_by=unit)
    return batches.order_by("-made_at", "-pk")


def links_visible_to(actor: Actor) -> QuerySet[OneTimeLink]:
    return OneTimeLink.objects.filter(_kept(actor)).select_related("person", "unit")


def links_in(batch: LinkBatch) -> QuerySet[OneTimeLink]:
    return batch.links.select_related("person", "unit").order_by("person__alphabetical", "pk")


def live_links(unit: Unit, purpose: str, persons: list[int]) -> dict[int, OneTimeLink]:
    """The link that each of these persons has for the purpose."""
    links = OneTimeLink.objects.filter(
        unit=unit, purpose=purpose, person__in=persons, revoked_at=None
    )
    return {link.person_id: link for link in links}


def corrections_visible_to(actor: Actor) -> QuerySet[Correction]:
    """What members of their units asked for, the oldest waiting one first."""
    return (
        Correction.objects.filter(_kept(actor))
        .select_related("person", "unit", "settled_by__person")
        .order_by("asked_at", "pk")
    )


def home_unit_of(person: Person, day: date) -> Unit | None:
    """The unit that keeps the person's data: where they are a member, or hold a post."""
    for rows in (Membership.objects, Post.objects):
        found = rows.filter(in_force(day), person=person).select_related("unit").first()
        if found is not None:
            return found.unit
    return None


def memberships_of(person: Person) -> QuerySet[Membership]:
    return person.memberships.select_related("unit").order_by("-starts_on")


def posts_of(person: Person) -> QuerySet[Post]:
    return person.posts.select_related("unit", "kind").order_by("-starts_on")


def _kept(actor: Actor) -> Q:
    units = keeping(actor)
    return Q(unit__in=units) | Q(unit__kept_by__in=units)
