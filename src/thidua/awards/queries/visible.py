"""What somebody may know exists. Every view starts from here."""

from django.db.models import Q, QuerySet

from thidua.awards.models import Award, AwardList, Nomination, NominationStatus, Praise
from thidua.core.in_any import in_any
from thidua.councils.queries import sessions_visible_to
from thidua.documents.models import DocumentStatus
from thidua.documents.queries import documents_visible_to
from thidua.org.actor import Actor
from thidua.org.models import Post, Unit
from thidua.org.queries import units_served
from thidua.org.remembered import remembered
from thidua.org.rights import Right


@remembered
def nominations_visible_to(actor: Actor) -> QuerySet[Nomination]:
    """Those of their units, those sent to units where they review, those before their councils.

    Nobody else reads what is said about a person. For an ended unit its keeper does.
    """
    ours = units_served(actor, Right.AWARD_NOMINATE, Right.AWARD_REVIEW).values("pk")
    reviewing = units_served(actor, Right.AWARD_REVIEW).values("pk")
    sessions = sessions_visible_to(actor).select_related(None).values("pk")
    every = Nomination.objects.values("pk")
    sent = every.exclude(status=NominationStatus.DRAFT)
    seen = in_any(
        every.filter(unit__in=ours),
        sent.filter(decided_by__in=reviewing),
        every.filter(item__session__in=sessions),
    )
    return whole_nominations().filter(seen)


def whole_nominations() -> QuerySet[Nomination]:
    """With what their lines and pages name."""
    return Nomination.objects.select_related(
        "unit", "decided_by__kind", "phase__plan__document", "kind", "item__session__council"
    )


def submitted_to(unit: Unit) -> QuerySet[Nomination]:
    """What waits for the reviewer of the deciding unit."""
    return _of(unit).filter(status=NominationStatus.SUBMITTED)


def ready_for(unit: Unit) -> QuerySet[Nomination]:
    """What a council has recommended and no decision lists yet."""
    return _of(unit).filter(status=NominationStatus.RECOMMENDED, line=None)


def _of(unit: Unit) -> QuerySet[Nomination]:
    return (
        Nomination.objects.filter(decided_by=unit)
        .select_related(
            "unit", "decided_by", "kind", "phase__plan__document", "item__session__council"
        )
        .order_by("unit__alphabetical", "subject_name")
    )


@remembered
def lists_visible_to(actor: Actor) -> QuerySet[AwardList]:
    """The lists whose decision they may see."""
    seen = documents_visible_to(actor).select_related(None).values("pk")
    return AwardList.objects.filter(document__in=seen).select_related(
        "document__unit__kind", "kind"
    )


def lists_to_act_on(actor: Actor) -> QuerySet[AwardList]:
    """Those, and what awaits signing in a unit their term has left: the policy then says so."""
    left = Post.objects.filter(person__user=actor.user, ends_on__lte=actor.day)
    waiting = Q(
        document__unit__in=left.values("unit"),
        document__status__in=(DocumentStatus.SUBMITTED, DocumentStatus.SIGNED),
    )
    return AwardList.objects.filter(
        Q(document__in=documents_visible_to(actor)) | waiting
    ).select_related("document__unit__kind", "kind")


def book_units(actor: Actor) -> QuerySet[Unit]:
    """The units whose award book they may open, ended ones that are kept in theirs among them."""
    rights = (Right.AWARD_NOMINATE, Right.AWARD_REVIEW, Right.DOCUMENT_READ)
    return units_served(actor, *rights).order_by("alphabetical")


def awards_of(unit: Unit, year: int) -> QuerySet[Award]:
    """The book of one unit and year, in the order of its numbers."""
    return (
        Award.objects.filter(unit=unit, book_year=year)
        .select_related("decision", "kind")
        .order_by("book_number")
    )


def praises_of(unit: Unit, year: int) -> QuerySet[Praise]:
    """Praise of one unit and year, with what was taken back."""
    return unit.praises.filter(praised_on__year=year).select_related("phase")


def praises_visible_to(actor: Actor) -> QuerySet[Praise]:
    """Praise of the units whose book they may open."""
    return Praise.objects.filter(unit__in=book_units(actor).values("pk")).select_related("unit")
