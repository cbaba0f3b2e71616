"""Questions about what was done. Nothing here writes."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import Count as NumberOf
from django.db.models import Q, QuerySet, Sum
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.activities.models import Activity, ActivityKind, Count, Evidence
from thidua.cascade.queries import phases_for
from thidua.core.dated import in_force
from thidua.notify.tasks import Task
from thidua.org.actor import Actor
from thidua.org.happened import Holding
from thidua.org.holdings import counted, holdings
from thidua.org.models import Placement, Unit
from thidua.org.queries import name_then
from thidua.org.remembered import remembered
from thidua.org.rights import Right
from thidua.plans.models import Clause, Phase
from thidua.plans.queries import phases_around
from thidua.rulebook.facts import FactLine

QUIET_DAYS = 14
"""So long after a phase began nobody wonders that nothing has been recorded."""


@remembered
def activities_visible_to(actor: Actor) -> QuerySet[Activity]:
    """What the units of their posts did, and all below them; cancelled ones too."""
    within = actor.reach_by((Right.ACTIVITY_RECORD, Right.DOCUMENT_READ), "")
    return Activity.objects.filter(unit__in=Placement.objects.filter(within).values("unit"))


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a list: what was done, what it counted (value and unit), how many pictures."""

    activity: Activity
    counts: list[tuple[int, str]]
    pictures: int


def rows_of(activities: Sequence[Activity]) -> list[Row]:
    """The lines for one page of a list; two questions, however many there are."""
    counts: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
    counted = Count.objects.filter(activity__in=activities, value__gt=0).order_by("measure")
    for pk, value, unit_name in counted.values_list("activity", "value", "measure__unit_name"):
        counts[pk].append((value, unit_name))
    shown = Evidence.objects.filter(activity__in=activities).order_by("activity")
    pictures = dict(shown.values_list("activity").annotate(NumberOf("pk")))
    return [Row(one, counts[one.pk], pictures.get(one.pk, 0)) for one in activities]


def pictures_of(activities: QuerySet[Activity]) -> QuerySet[Evidence]:
    """The pictures of these activities that were not cancelled, the newest activity first."""
    shown = activities.filter(cancelled_at=None).order_by().values("pk")
    return Evidence.objects.filter(activity__in=shown).order_by(
        "-activity__done_on", "-activity_id", "position"
    )


def whole_pictures() -> QuerySet[Evidence]:
    """Pictures with what is written below them."""
    return Evidence.objects.select_related("picture", "activity__kind").annotate(
        unit_then=name_then("activity__done_on", "activity__unit")
    )


def kinds_on(day: date) -> QuerySet[ActivityKind]:
    """The kinds of activities in use on that day; those without a first day always were."""
    always = Q(starts_on=None) & (Q(ends_on=None) | Q(ends_on__gt=day))
    return ActivityKind.objects.filter(in_force(day) | always)


def units_recording(actor: Actor) -> QuerySet[Unit]:
    """The units for which they may record."""
    return Unit.objects.filter(pk__in=actor.holding(Right.ACTIVITY_RECORD)).order_by("alphabetical")


def phase_on(unit: Unit, day: date) -> Phase | None:
    """The phase that ran in the unit on that day.

    Beside a strand that runs all year, the phase that began last is meant.
    """
    running = [one for one in phases_for(unit, day) if one.starts_on <= day <= one.ends_on]
    return max(running, key=lambda phase: (phase.starts_on, phase.position), default=None)


def contents_of(phase: Phase | None) -> QuerySet[Clause]:
    """The contents of the plan under which an activity of that phase may stand."""
    if phase is None:
        return Clause.objects.none()
    return Clause.objects.filter(plan=phase.plan_id, content=True).order_by("position")


def phases_listed(phases: Collection[int]) -> QuerySet[Phase]:
    """These phases with the papers they are from, the latest first."""
    return (
        Phase.objects.filter(pk__in=phases)
        .select_related("plan__document")
        .order_by("-starts_on", "plan")
    )


def phases_of_plans(actor: Actor) -> QuerySet[Phase]:
    """The phases of the plans that the units of their posts issued themselves, the latest first."""
    return (
        Phase.objects.filter(plan__document__unit__in=actor.unit_ids)
        .select_related("plan__document")
        .order_by("-starts_on", "plan")
    )


def facts_of(unit_ids: Collection[int], first: date, last: date) -> dict[str, Decimal]:
    """By indicator what these very units recorded in those days."""
    sums = (
        _counted(unit_ids, first, last)
        .filter(measure__indicator__isnull=False)
        .values_list("measure__indicator__code")
        .annotate(Sum("value"))
        .order_by("measure__indicator__code")
    )
    return {code: Decimal(value) for code, value in sums}


def facts_behind(code: str, unit_ids: Collection[int], first: date, last: date) -> list[FactLine]:
    """The activities that such a sum counts, in the order of their days."""
    counts = (
        _counted(unit_ids, first, last)
        .filter(measure__indicator__code=code, value__gt=0)
        .select_related("activity")
        .order_by("activity__done_on", "activity")
    )
    return [
        FactLine(
            count.activity.title,
            count.activity.done_on,
            Decimal(count.value),
            count.activity.get_absolute_url(),
        )
        for count in counts
    ]


def _counted(unit_ids: Collection[int], first: date, last: date) -> QuerySet[Count]:
    return Count.objects.filter(
        activity__unit__in=unit_ids,
        activity__done_on__range=(first, last),
        activity__cancelled_at=None,
    )


def tasks_of(actor: Actor) -> list[Task]:
    """A phase that has run for a while in which neither their units nor those below did anything.

    Groups are not asked: what they do counts for the union they belong to.
    """
    posts = [post for post in actor.posts if Right.ACTIVITY_RECORD in post.rights]
    if not any(post.keeps_register for post in posts):
        return []
    long_ago = actor.day - timedelta(days=QUIET_DAYS)
    running = [
        phase
        for phase in phases_around(actor, actor.day)
        if phase.starts_on <= long_ago and actor.day <= phase.ends_on
    ]
    return [_task(actor, phase) for phase in running if not _done_in(actor, phase)]


def _done_in(actor: Actor, phase: Phase) -> bool:
    within = Q(pk__in=[])
    for post in actor.posts:
        if Right.ACTIVITY_RECORD in post.rights:
            within |= Q(unit_path__startswith=post.path)
    days = (phase.starts_on, phase.ends_on)
    return Activity.objects.filter(within, done_on__range=days, cancelled_at=None).exists()


def _task(actor: Actor, phase: Phase) -> Task:
    return Task(
        title=_("Ghi hoạt động của %(phase)s") % {"phase": phase},
        detail=_("Chưa có hoạt động nào được ghi trong %(phase)s của %(plan)s")
        % {"phase": phase, "plan": phase.plan},
        url=reverse("activities:new"),
        act=_("Ghi hoạt động"),
        holder=str(actor.user),
        mine=True,
        since=phase.starts_on,
        due=phase.ends_on,
        room="activities",
    )


def held_by(units: Collection[int], _day: date) -> list[Holding]:
    """What the units recorded; it stays with them, and nothing of it is unfinished."""
    done = counted(Activity.objects.filter(cancelled_at=None), units)
    return holdings(Holding(what=_("hoạt động đã ghi"), count=done["count"]))
