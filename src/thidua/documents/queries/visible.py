"""What somebody may know exists. Every view starts from here."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from thidua.core.dated import in_force
from thidua.documents.models import (
    Delivery,
    Document,
    DocumentFile,
    DocumentStatus,
    FileRole,
    Recipient,
)
from thidua.org.actor import Actor
from thidua.org.models import Post, Unit
from thidua.org.rights import Right, Signing


def documents_visible_to(actor: Actor) -> QuerySet[Document]:
    """Papers of their own units in any state, issued ones of units below, and what reached them."""
    reading = actor.holding(Right.DOCUMENT_READ)
    below = Unit.objects.filter(actor.reach(Right.DOCUMENT_READ, "placements__"))
    reached = Delivery.objects.filter(_addressed_to(actor), sent_at__isnull=False)
    return Document.objects.filter(
        Q(unit__in=reading)
        | Q(status=DocumentStatus.ISSUED, unit__in=below)
        | Exists(reached.filter(recipient__document=OuterRef("pk")))
    ).select_related("unit")


def own_documents(actor: Actor) -> QuerySet[Document]:
    """Papers in the hands of the units in which they read papers."""
    return documents_visible_to(actor).filter(unit__in=actor.holding(Right.DOCUMENT_READ))


def files_visible_to(actor: Actor) -> QuerySet[DocumentFile]:
    """The files of papers they may see.

    What a paper was drafted from is the affair of its unit: others get what was issued from it.
    """
    seen = documents_visible_to(actor).values("pk")
    written = DocumentFile.objects.filter(
        document=OuterRef("document"), role__in=(FileRole.WORD, FileRole.PDF)
    )
    others = ~Q(document__unit__in=actor.holding(Right.DOCUMENT_READ))
    return (
        DocumentFile.objects.filter(document__in=seen)
        .exclude(Exists(written), others, role=FileRole.ORIGINAL)
        .select_related("file", "document")
    )


def recipients_visible_to(actor: Actor) -> QuerySet[Recipient]:
    """The lines of *Nơi nhận* of papers of their own units."""
    return Recipient.objects.filter(
        document__unit__in=actor.holding(Right.DOCUMENT_READ)
    ).select_related("document__unit__kind")


def deliveries_visible_to(actor: Actor) -> QuerySet[Delivery]:
    """What their units send, and what was sent to their units or to themselves."""
    sent_here = _addressed_to(actor) & Q(sent_at__isnull=False)
    sent_by_us = Q(recipient__document__unit__in=actor.holding(Right.DOCUMENT_READ))
    return Delivery.objects.filter(sent_here | sent_by_us).select_related(
        "recipient__document__unit", "unit", "person", "outside"
    )


def arrivals_for(actor: Actor) -> QuerySet[Delivery]:
    """What was sent to their units or to themselves, the newest first."""
    return (
        Delivery.objects.filter(_addressed_to(actor), sent_at__isnull=False)
        .select_related("recipient__document", "unit", "person", "registered_as")
        .order_by("-sent_at", "-pk")
    )


def signing_post(actor: Actor, unit: Unit) -> Post | None:
    """The post in force that day with which they sign for `unit`, the highest first (DOC-41).

    Read again from the tables: between opening a page and signing, a term may end.
    """
    held = _signing_posts(actor, unit).filter(in_force(actor.day))
    return next((post for post in held if Right.DOCUMENT_SIGN in post.kind.grants()), None)


def ended_signing_post(actor: Actor, unit: Unit) -> Post | None:
    """The post with which they signed for `unit` until lately."""
    ended = _signing_posts(actor, unit).filter(ends_on__lte=actor.day)
    return ended.order_by("-ends_on").first()


def _signing_posts(actor: Actor, unit: Unit) -> QuerySet[Post]:
    return (
        Post.objects.filter(unit=unit, person__user=actor.user)
        .exclude(kind__signs_as=Signing.NONE)
        .select_related("kind", "person")
        .order_by("kind__rank", "pk")
    )


def _addressed_to(actor: Actor) -> Q:
    ours = Q(unit__in=actor.holding(Right.DOCUMENT_READ))
    person = actor.user.person_id
    return ours | Q(person=person) if person else ours
