"""Questions about councils and their sessions. Nothing here writes."""

from collections.abc import Collection
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.core.dated import in_force
from thidua.councils.models import Council, Item, Seat, SeatRole, Session, SessionStatus
from thidua.notify.tasks import Task
from thidua.org.actor import Actor
from thidua.org.happened import Holding
from thidua.org.holdings import counted, holdings
from thidua.org.models import Unit
from thidua.org.queries import units_served
from thidua.org.remembered import remembered
from thidua.org.rights import Right


@remembered
def councils_visible_to(actor: Actor) -> QuerySet[Council]:
    """The councils of units where they keep councils or review awards, and those they sit in.

    Those of ended units are read where the records of the unit are kept.
    """
    ours = units_served(actor, Right.COUNCIL_KEEP, Right.AWARD_REVIEW).values("pk")
    mine = Seat.objects.filter(council=OuterRef("pk"), person__user=actor.user)
    return Council.objects.filter(
        Q(unit__in=ours) | Exists(mine.filter(in_force(actor.day)))
    ).select_related("unit")


@remembered
def sessions_visible_to(actor: Actor) -> QuerySet[Session]:
    """Every session of the councils they may see."""
    councils = councils_visible_to(actor).select_related(None).values("pk")
    return Session.objects.filter(council__in=councils).select_related(
        "council__unit", "chaired_by__person", "kept_by__person"
    )


def items_visible_to(actor: Actor) -> QuerySet[Item]:
    """Questions of the sessions they may see."""
    sessions = sessions_visible_to(actor).select_related(None).values("pk")
    return Item.objects.filter(session__in=sessions).select_related("session__council__unit")


def units_for(actor: Actor) -> QuerySet[Unit]:
    """The units for which they keep councils."""
    return Unit.objects.filter(pk__in=actor.holding(Right.COUNCIL_KEEP)).order_by("alphabetical")


def seats_on(council: Council, day: date) -> list[Seat]:
    """Who sat in the council that day, the chair first, then deputies, secretary, members."""
    seats = council.seats.filter(in_force(day)).select_related("person").order_by("pk")
    order = list(SeatRole)
    return sorted(seats, key=lambda seat: order.index(SeatRole(seat.role)))


def missing_roles(council: Council, day: date) -> list[SeatRole]:
    """Who is needed to lead a meeting and to write it down, and is not there that day."""
    held = set(council.seats.filter(in_force(day)).values_list("role", flat=True))
    missing = [] if held & {SeatRole.CHAIR, SeatRole.DEPUTY} else [SeatRole.CHAIR]
    return missing if SeatRole.SECRETARY in held else [*missing, SeatRole.SECRETARY]


def open_sessions(unit: Unit) -> QuerySet[Session]:
    """The meetings of the unit's councils that still take questions."""
    return Session.objects.filter(council__unit=unit, status=SessionStatus.OPEN).select_related(
        "council"
    )


def tasks_of(actor: Actor) -> list[Task]:
    """Sessions to be held and closed: for whoever keeps councils, and for those who wait for it."""
    keeping, waiting = actor.holding(Right.COUNCIL_KEEP), actor.holding(Right.AWARD_REVIEW)
    sessions = (
        Session.objects.filter(status=SessionStatus.OPEN, council__unit__in=keeping | waiting)
        .select_related("council__unit", "kept_by__person", "opened_by__person")
        .annotate(questions=Count("items"), left=Count("items", filter=Q(items__agree=None)))
        .order_by("held_on", "pk")
    )
    return [_task(session, actor, mine=session.council.unit_id in keeping) for session in sessions]


def _task(session: Session, actor: Actor, *, mine: bool) -> Task:
    left, questions = getattr(session, "left", 0), getattr(session, "questions", 0)
    counted = ngettext(
        "%(left)s trong %(count)s nội dung chưa ghi kết quả biểu quyết",
        "%(left)s trong %(count)s nội dung chưa ghi kết quả biểu quyết",
        questions,
    ) % {"left": left, "count": questions}
    if not questions:
        counted = _("chưa có đề nghị nào được đưa ra")
    holder = session.kept_by.person.name if session.kept_by else str(session.opened_by)
    return Task(
        title=_("Ghi phiên họp và lập biên bản %(session)s") % {"session": session},
        detail=f"{session.council.unit} · {counted}",
        url=session.get_absolute_url(),
        act=_("Mở phiên họp") if mine else _("Xem"),
        holder=str(actor.user) if mine else holder,
        mine=mine,
        since=timezone.localtime(session.opened_at).date(),
        due=session.held_on,
        room="councils",
    )


def held_by(units: Collection[int], _day: date) -> list[Holding]:
    """Councils of the units and their meetings. One that is being held stops the end of a unit."""
    councils = counted(Council.objects.all(), units, open_=Q(ends_on=None))
    meetings = counted(
        Session.objects.all(), units, "council__unit", open_=Q(status=SessionStatus.OPEN)
    )
    return holdings(
        Holding(what=_("hội đồng"), count=councils["count"], open_=councils["open_"]),
        Holding(
            what=_("phiên họp hội đồng"),
            count=meetings["count"],
            open_=meetings["open_"],
            blocks=_being_held(meetings["open_"]),
        ),
    )


def _being_held(count: int) -> str:
    if not count:
        return ""
    return ngettext(
        "Còn %(count)s phiên họp hội đồng chưa lập biên bản. Hãy lập biên bản trước.",
        "Còn %(count)s phiên họp hội đồng chưa lập biên bản. Hãy lập biên bản trước.",
        count,
    ) % {"count": count}
