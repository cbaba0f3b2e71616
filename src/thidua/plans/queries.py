"""Questions about plans and about readings that wait. Nothing here writes."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet
from django.db.models.fields.json import KT
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.core.dated import in_force
from thidua.core.templatetags.vn import vn_date
from thidua.documents.models import (
    FROZEN,
    Delivery,
    Direction,
    Document,
    DocumentStatus,
    ReadingStatus,
)
from thidua.documents.models import Reading as ReadingRow
from thidua.documents.naming import folded
from thidua.documents.queries import documents_visible_to, units_above
from thidua.notify.tasks import Task
from thidua.org.actor import Actor
from thidua.org.models import Post, Unit, UnitName
from thidua.org.remembered import remembered
from thidua.org.rights import Right
from thidua.plans.models import Phase, Plan
from vanban.language.names import name_in_sentence


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


def readings_visible_to(actor: Actor) -> QuerySet[ReadingRow]:
    """Readings of the units for which they may take papers in."""
    return ReadingRow.objects.filter(unit__in=actor.holding(Right.DOCUMENT_INTAKE)).select_related(
        "unit", "file", "document", "read_by__person"
    )


def listed_readings(actor: Actor) -> QuerySet[ReadingRow]:
    """The same for lists: without what was read, which may be megabytes, but for its `title`."""
    readings = readings_visible_to(actor).defer("data", "blocks", "corrections")
    return readings.annotate(title=KT("data__title"))


def waiting_reading(unit: Unit, sha256: str) -> ReadingRow | None:
    """The reading of the same bytes that still waits in this unit."""
    return ReadingRow.objects.filter(
        unit=unit, file__sha256=sha256, status=ReadingStatus.WAITING
    ).first()


def units_for(actor: Actor, right: Right) -> QuerySet[Unit]:
    """The units in which a post of theirs grants `right`."""
    return Unit.objects.filter(pk__in=actor.holding(right)).order_by("name")


def official_name(printed: str, unit: Unit, day: date) -> str:
    """The name of the unit that a letterhead prints, as the organisation knows it on that day.

    `unit` and those above it come first, since many units have one short name; a name of nobody
    we know is written as inside a sentence.
    """
    wanted = folded(printed)
    near = [one.named_on(day) for one in (unit, *units_above(unit, day))]
    known = [(name.name, name.short_name) for name in near]
    own = [full for full, short in known if wanted in {folded(full), folded(short)}]
    rows = UnitName.objects.filter(in_force(day)).values_list("name", "short_name")
    found = own[:1] or {full for full, short in rows if wanted in {folded(full), folded(short)}}
    return next(iter(found)) if len(found) == 1 else name_in_sentence(printed)


def held_papers(unit: Unit, numbers: Iterable[str]) -> dict[str, list[Document]]:
    """The frozen papers in the hands of `unit` that bear one of these numbers."""
    found: dict[str, list[Document]] = {}
    wanted = {number for number in numbers if number}
    for paper in Document.objects.filter(unit=unit, full_number__in=wanted, status__in=FROZEN):
        found.setdefault(paper.full_number, []).append(paper)
    return found


def receivers(paper: Document) -> int:
    """To how many units, persons and outside bodies the paper was sent."""
    sent = Delivery.objects.filter(recipient__document=paper, sent_at__isnull=False)
    return sent.values("unit", "person", "outside").distinct().count()


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


def tasks_of(actor: Actor) -> list[Task]:
    """What the room of documents does not know of: readings that wait for an officer."""
    waiting = (
        readings_visible_to(actor)
        .filter(status=ReadingStatus.WAITING)
        .select_related(None)
        .select_related("unit", "read_by__person")
        .defer("data", "blocks", "corrections")
        .order_by("read_at")
    )
    return [_task(reading, actor) for reading in waiting]


def _task(reading: ReadingRow, actor: Actor) -> Task:
    return Task(
        title=_("Xem và nhận kết quả đọc “%(file)s”") % {"file": reading.filename},
        detail=_("%(unit)s · %(who)s đọc ngày %(day)s")
        % {"unit": reading.unit, "who": reading.read_by, "day": vn_date(reading.read_at)},
        url=reverse("plans:reading", args=[reading.pk]),
        act=_("Xem kết quả đọc"),
        holder=str(actor.user),
        mine=True,
        since=reading.read_at.date(),
        room="reading",
    )
