"""Questions about certificates. Nothing here writes."""

from collections.abc import Collection
from datetime import date
from functools import partial

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.awards.models import Award
from thidua.certificates.models import Certificate
from thidua.documents.models import Document
from thidua.notify.tasks import Task
from thidua.org.actor import Actor
from thidua.org.happened import Holding
from thidua.org.holdings import counted, holdings
from thidua.org.models import Placement
from thidua.org.queries import units_served
from thidua.org.remembered import remembered
from thidua.org.rights import Right

VALID = Q(revoked_at=None)


@remembered
def certificates_visible_to(actor: Actor) -> QuerySet[Certificate]:
    """What their units, or units below, gave; and what their units had put forward."""
    return Certificate.objects.filter(
        Q(award__unit__in=_overseen(actor))
        | Q(award__nomination__unit__in=units_served(actor, Right.AWARD_NOMINATE).values("pk"))
    ).select_related("award__decision", "award__kind", "award__unit", "pdf")


@remembered
def decisions_visible_to(actor: Actor) -> QuerySet[Document]:
    """The decisions of their units, or of units below, that awarded somebody; newest first.

    Each says how many it awarded, for how many a certificate was made, and how many valid ones
    were handed over.
    """
    awards = Award.objects.filter(decision=OuterRef("pk"))
    valid = Q(awards__certificates__isnull=False, awards__certificates__revoked_at=None)
    handed = valid & Q(awards__certificates__handed_on__isnull=False)
    return (
        Document.objects.filter(Exists(awards), unit__in=_overseen(actor))
        .select_related("unit")
        .annotate(
            awarded=Count("awards", distinct=True),
            made=Count("awards", filter=Q(awards__certificates__isnull=False), distinct=True),
            valid=Count("awards", filter=valid, distinct=True),
            handed=Count("awards", filter=handed, distinct=True),
        )
        .order_by("-dated", "-pk")
    )


def _overseen(actor: Actor) -> QuerySet[Placement, int]:
    return Placement.objects.filter(actor.reach(Right.AWARD_REVIEW, "")).values_list(
        "unit", flat=True
    )


def received_by(actor: Actor) -> QuerySet[Certificate]:
    """Valid certificates of what their units had put forward, those still to be handed over first.

    What their units decide themselves stands under its decision.
    """
    return (
        Certificate.objects.filter(
            VALID,
            award__nomination__unit__in=units_served(actor, Right.AWARD_NOMINATE).values("pk"),
        )
        .exclude(award__unit__in=units_served(actor, Right.AWARD_REVIEW).values("pk"))
        .select_related("award__decision", "award__kind", "award__unit")
        .order_by("handed_on", "-award__decided_on", "pk")
    )


def awards_of(decision: Document) -> QuerySet[Award]:
    """Everybody on the decision, in the order of the award book."""
    return (
        Award.objects.filter(decision=decision)
        .select_related("decision", "kind", "unit")
        .order_by("book_year", "book_number")
    )


def without_certificate(decision: Document) -> QuerySet[Award]:
    """For whom none was made yet; a revoked one is replaced one by one, on purpose."""
    made = Certificate.objects.filter(award=OuterRef("pk"))
    return awards_of(decision).filter(~Exists(made))


def certificates_of(decision: Document) -> QuerySet[Certificate]:
    """All of the decision, revoked ones too, in the order of the award book."""
    return (
        Certificate.objects.filter(award__decision=decision)
        .select_related("award__decision", "award__kind", "award__unit")
        .order_by("award__book_year", "award__book_number", "-pk")
    )


def certificates_for(award: Award) -> QuerySet[Certificate]:
    """The valid one and those before it, newest first."""
    return Certificate.objects.filter(award=award).order_by("-pk")


def certificate_by_code(code: str) -> Certificate | None:
    """For the public page: who knows the code may know what the paper says."""
    return (
        Certificate.objects.filter(code=code)
        .select_related("award__decision", "award__kind", "award__unit", "award__nomination")
        .first()
    )


def tasks_of(actor: Actor) -> list[Task]:
    """Certificates to make after a decision, and to hand over; one task per decision."""
    if not actor.holding(Right.AWARD_REVIEW):
        return []
    units = units_served(actor, Right.AWARD_REVIEW).values("pk")
    never = ~Exists(Certificate.objects.filter(award=OuterRef("pk")))
    waiting = Exists(Certificate.objects.filter(VALID, award=OuterRef("pk"), handed_on=None))
    rows = (
        Award.objects.filter(unit__in=units)
        .alias(never=never, waiting=waiting)
        .filter(Q(never) | Q(waiting))
        .order_by("decision")
        .values_list("decision", "decided_on", "decision__full_number", "decision__title")
        .annotate(to_make=Count("pk", filter=Q(never)), to_hand=Count("pk", filter=Q(waiting)))
    )
    tasks = []
    for decision, since, number, title, to_make, to_hand in rows:
        named = _("theo Quyết định %(number)s") % {"number": number} if number else title
        one = partial(_task, actor, decision, title, since)
        if to_make:
            words = ngettext("Làm %(count)s giấy khen", "Làm %(count)s giấy khen", to_make)
            tasks.append(one(f"{words % {'count': to_make}} {named}", _("Làm giấy khen")))
        if to_hand:
            words = ngettext("Trao %(count)s giấy khen", "Trao %(count)s giấy khen", to_hand)
            tasks.append(one(f"{words % {'count': to_hand}} {named}", _("Ghi ngày trao")))
    return tasks


def _task(actor: Actor, decision: int, detail: str, since: date, title: str, act: str) -> Task:
    return Task(
        title=title,
        detail=detail,
        url=reverse("certificates:decision", args=[decision]),
        act=act,
        holder=str(actor.user),
        mine=True,
        since=since,
        room="certificates",
    )


def held_by(units: Collection[int], _day: date) -> list[Holding]:
    """Valid certificates that the units gave; those nobody has handed over yet are open."""
    given = Certificate.objects.filter(VALID)
    made = counted(given, units, "award__unit", open_=Q(handed_on=None))
    return holdings(Holding(what=_("giấy khen"), count=made["count"], open_=made["open_"]))
