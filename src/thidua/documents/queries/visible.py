"""What somebody may know exists. Every view starts from here."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from thidua.core.in_any import in_any
from thidua.documents.models import (
    Delivery,
    Document,
    DocumentFile,
    DocumentStatus,
    FileRole,
    Recipient,
)
from thidua.org.actor import Actor
from thidua.org.models import Placement, Post, Unit
from thidua.org.queries import units_served
from thidua.org.remembered import remembered
from thidua.org.rights import Right, Signing


@remembered
def documents_visible_to(actor: Actor) -> QuerySet[Document]:
    """Papers of their own units in any state, issued ones of units below, and what reached them.

    Of an ended unit whose records are kept in theirs they read everything, as its own people did.
    """
    reading = units_served(actor, Right.DOCUMENT_READ).values("pk")
    below = Placement.objects.filter(actor.reach(Right.DOCUMENT_READ, "")).values("unit")
    sent = Delivery.objects.filter(sent_at__isnull=False).values("recipient__document")
    seen = in_any(
        Document.objects.filter(unit__in=reading).values("pk"),
        Document.objects.filter(status=DocumentStatus.ISSUED, unit__in=below).values("pk"),
        sent.filter(_addressed_to(actor)),
        sent.filter(unit__in=reading),
    )
    return Document.objects.filter(seen).select_related("unit")


def as_issued(document: Document) -> Document:
    """The paper of the sender from which an arrival was entered, else the paper itself."""
    if document.arrived_through_id is None:
        return document
    papers = Document.objects.filter(recipients__deliveries=document.arrived_through_id)
    return papers.select_related("plan").get()


def own_documents(actor: Actor) -> QuerySet[Document]:
    """Papers in the hands of the units in which they read papers, ended ones kept there too."""
    reading = units_served(actor, Right.DOCUMENT_READ).values("pk")
    return Document.objects.filter(unit__in=reading).select_related("unit")


def files_visible_to(actor: Actor) -> QuerySet[DocumentFile]:
    """The files of papers they may see."""
    return _open_files(actor).filter(document__in=documents_visible_to(actor).values("pk"))


def files_of(document: Document, actor: Actor) -> QuerySet[DocumentFile]:
    """Its files, for a reader who is known to see the paper."""
    if actor.can(Right.DOCUMENT_READ, document.unit):
        return DocumentFile.objects.filter(document=document).select_related("file")
    return _open_files(actor).filter(document=document)


def _open_files(actor: Actor) -> QuerySet[DocumentFile]:
    """What a paper was drafted from is the affair of its unit; others get what it issued."""
    written = DocumentFile.objects.filter(
        document=OuterRef("document"), role__in=(FileRole.WORD, FileRole.PDF)
    )
    others = ~Q(document__unit__in=units_served(actor, Right.DOCUMENT_READ).values("pk"))
    return DocumentFile.objects.exclude(
        Exists(written), others, role=FileRole.ORIGINAL
    ).select_related("file", "document")


def recipients_visible_to(actor: Actor) -> QuerySet[Recipient]:
    """The lines of *Nơi nhận* of papers of their own units."""
    return Recipient.objects.filter(
        document__unit__in=units_served(actor, Right.DOCUMENT_READ).values("pk")
    ).select_related("document__unit__kind")


@remembered
def deliveries_visible_to(actor: Actor) -> QuerySet[Delivery]:
    """What their units send, and what was sent to their units or to themselves."""
    served = units_served(actor, Right.DOCUMENT_READ).values("pk")
    sent_here = (_addressed_to(actor) | Q(unit__in=served)) & Q(sent_at__isnull=False)
    sent_by_us = Q(recipient__document__unit__in=served)
    return Delivery.objects.filter(sent_here | sent_by_us).select_related(
        "recipient__document__unit", "unit", "person", "outside"
    )


@remembered
def arrivals_for(actor: Actor) -> QuerySet[Delivery]:
    """What was sent to their units or to themselves, the newest first."""
    return (
        Delivery.objects.filter(_addressed_to(actor), sent_at__isnull=False)
        .select_related("recipient__document", "unit")
        .order_by("-sent_at", "-pk")
    )


def ended_signing_post(actor: Actor, unit: Unit) -> Post | None:
    """The post with which they signed for `unit` until lately."""
    ended = Post.objects.filter(unit=unit, person__user=actor.user, ends_on__lte=actor.day)
    signing = ended.exclude(kind__signs_as=Signing.NONE).select_related("kind", "person")
    return signing.order_by("-ends_on").first()


def _addressed_to(actor: Actor) -> Q:
    ours = Q(unit__in=actor.holding(Right.DOCUMENT_READ))
    person = actor.user.person_id
    return ours | Q(person=person) if person else ours
