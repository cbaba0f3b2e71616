"""What has to be done about plans below: units that are overdue wait for a word."""

from collections import defaultdict
from datetime import date, datetime, time, timedelta

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.cascade.models import Launch, Rollout, Timetable
from thidua.documents.models import Delivery, Direction, DocumentStatus
from thidua.notify.tasks import Task
from thidua.org.actor import Actor
from thidua.org.rights import Right
from thidua.plans.models import Plan
from thidua.progress.models import Reminder
from thidua.progress.queries.visible import plans_followed

REST = timedelta(days=7)
"""So long after a reminder nobody is asked to remind the same unit again."""
NAMED = 3


def tasks_of(actor: Actor) -> list[Task]:
    """A task for each plan with units that are overdue and were not reminded lately.

    The days of the timetable only: late reports stand in the tasks of those who review them.
    Two questions to the database.
    """
    plans = list(_behind_time(actor))
    if not plans:
        return []
    late: defaultdict[int, set[str]] = defaultdict(set)
    for row in _overdue(plans, actor):
        late[row.recipient.document.plan.pk].add(str(row.unit))
    return [_task(plan, sorted(late[plan.pk]), actor) for plan in plans if plan.pk in late]


def _behind_time(actor: Actor) -> QuerySet[Plan]:
    """Followed plans some of whose days are over, until the unit issues the plan that follows."""
    day = actor.day
    over = (
        Q(timetable__acknowledge_by__lt=day)
        | Q(timetable__own_plan_by__lt=day)
        | Q(timetable__launch_by__lt=day)
    )
    following = Plan.objects.filter(
        document__unit=OuterRef("document__unit"),
        document__direction=Direction.OUT,
        document__status=DocumentStatus.ISSUED,
        starts_on__gt=OuterRef("starts_on"),
        starts_on__lte=day,
    )
    return plans_followed(actor).filter(over, Q(ends_on__gte=day) | ~Exists(following))


def _overdue(plans: list[Plan], actor: Actor) -> QuerySet[Delivery]:
    """The arrivals at units below that lack a step whose day is over."""
    plan, day = OuterRef("recipient__document__plan"), actor.day
    rollouts = Rollout.objects.filter(plan=plan, unit=OuterRef("unit"))
    launches = Launch.objects.filter(
        Q(phase__plan=plan) | Q(phase__plan__rollout__plan=plan), unit=OuterRef("unit")
    )
    rested = timezone.make_aware(datetime.combine(day - REST + timedelta(days=1), time.min))
    reminders = Reminder.objects.filter(plan=plan, unit=OuterRef("unit"), sent_at__gte=rested)
    acknowledged = Exists(rollouts.filter(acknowledged_at__isnull=False))
    own_plan = Exists(rollouts.filter(own_plan__document__status=DocumentStatus.ISSUED))
    lacks = (
        Q(~acknowledged, **_over("acknowledge_by", day))
        | Q(~own_plan, **_over("own_plan_by", day))
        | Q(~Exists(launches), **_over("launch_by", day))
    )
    return (
        Delivery.objects.filter(
            actor.reach(Right.CASCADE_WATCH, "unit__placements__"),
            recipient__document__plan__in=plans,
            sent_at__isnull=False,
        )
        .exclude(unit=F("recipient__document__unit"))
        .filter(lacks, ~Exists(reminders))
        .select_related("unit", "recipient__document__plan")
        .distinct()
    )


def _over(name: str, day: date) -> dict[str, date]:
    return {f"recipient__document__plan__timetable__{name}__lt": day}


def _task(plan: Plan, units: list[str], actor: Actor) -> Task:
    words = ngettext(
        "Nhắc %(count)s đơn vị quá hạn theo %(plan)s",
        "Nhắc %(count)s đơn vị quá hạn theo %(plan)s",
        len(units),
    )
    rest = len(units) - NAMED
    named = ", ".join(units[:NAMED])
    return Task(
        title=words % {"count": len(units), "plan": plan},
        detail=_("%(names)s và %(count)s đơn vị khác") % {"names": named, "count": rest}
        if rest > 0
        else named,
        url=f"{reverse('progress:plan', args=[plan.pk])}?loc=qua-han",
        act=_("Xem và nhắc"),
        holder=str(actor.user),
        mine=True,
        since=_first_over(plan.timetable, actor.day),
        room="progress",
    )


def _first_over(timetable: Timetable, day: date) -> date:
    """The day after the first of its days that is over."""
    days = (timetable.acknowledge_by, timetable.own_plan_by, timetable.launch_by)
    return min(one for one in days if one and one < day) + timedelta(days=1)
