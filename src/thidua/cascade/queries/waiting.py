"""What units have to do with the plans they live by: acknowledge, make their own, launch."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import F, FilteredRelation, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.cascade.models import Rollout, Timetable
from thidua.cascade.queries.received import FROZEN, nearest_first, superior_keys
from thidua.core.links import path_to
from thidua.core.templatetags.vn import vn_date
from thidua.documents.models import Delivery, Direction, DocumentStatus
from thidua.notify.tasks import Task
from thidua.org.actor import Actor
from thidua.org.rights import Right
from thidua.plans.models import Phase, Plan

SOON = timedelta(days=14)
"""So long before a phase begins its launch is prepared."""


@dataclass(slots=True)
class Desk:
    """Everything one unit lives by on the day, as three questions to the database bring it."""

    unit: int
    keys: list[str]
    plans: dict[int, Plan] = field(default_factory=dict)
    phases: dict[int, Phase] = field(default_factory=dict)
    launched: set[int] = field(default_factory=set)
    sent: dict[int, date] = field(default_factory=dict)
    rollouts: dict[int, Rollout] = field(default_factory=dict)
    """By the superior's plan."""

    def came(self, plan: Plan) -> date:
        """The day a plan came; for an own one the day it bears."""
        paper = plan.document
        return self.sent.get(plan.pk) or paper.received_on or paper.dated or date.min


def tasks_of(actor: Actor) -> list[Task]:
    """What the units in which they handle plans have to do; three questions to the database."""
    units = actor.holding(Right.CASCADE_HANDLE)
    if not units:
        return []
    desks = _desks(actor, units)
    return [task for desk in desks for task in _of_one(desk, actor)]


def _desks(actor: Actor, units: frozenset[int]) -> list[Desk]:
    paths = {post.unit_id: post.path for post in actor.posts if post.unit_id in units}
    desks = {unit: Desk(unit, superior_keys(path)) for unit, path in paths.items()}
    for row in _deliveries(units, actor.day):
        desk, paper = desks[row.unit_id or 0], row.recipient.document
        if row.sent_at and paper.unit.key in desk.keys:
            day = timezone.localtime(row.sent_at).date()
            desk.sent[paper.plan.pk] = min(day, desk.sent.get(paper.plan.pk, day))
    for phase in _phases(units, desks, actor.day):
        for desk in desks.values():
            if phase.plan_id in desk.sent or phase.plan.document.unit_id == desk.unit:
                desk.plans[phase.plan_id] = phase.plan
                desk.phases[phase.pk] = phase
        launched_by = getattr(phase, "launched_by", None)
        if launched_by in desks:
            desks[launched_by].launched.add(phase.pk)
    for rollout in _rollouts(units, actor.day):
        desks[rollout.unit_id].rollouts[rollout.plan_id] = rollout
    return list(desks.values())


def _deliveries(units: frozenset[int], day: date) -> Iterator[Delivery]:
    """Plans sent to one of the units; whether by a superior is seen later."""
    rows = Delivery.objects.filter(
        ends_or_asks(day, "recipient__document__plan__"),
        unit__in=units,
        sent_at__isnull=False,
        recipient__document__status=DocumentStatus.ISSUED,
    )
    return rows.select_related("recipient__document__plan", "recipient__document__unit").iterator()


def _phases(units: frozenset[int], desks: dict[int, Desk], day: date) -> Iterator[Phase]:
    """Of every plan that they live by, once for each of the units that launched it."""
    reached = {plan for desk in desks.values() for plan in desk.sent}
    own = Q(plan__document__unit__in=units, plan__document__status__in=FROZEN)
    ours = FilteredRelation("launches", condition=Q(launches__unit__in=units))
    return (
        Phase.objects.filter(own | Q(plan__in=reached), ends_or_asks(day, "plan__"))
        .annotate(ours=ours, launched_by=F("ours__unit"))
        .select_related("plan__document__unit", "plan__document__issuer", "plan__timetable")
        .order_by("starts_on", "position")
        .iterator()
    )


def _rollouts(units: frozenset[int], day: date) -> Iterator[Rollout]:
    rows = Rollout.objects.filter(ends_or_asks(day, "plan__"), unit__in=units)
    return rows.select_related("own_plan__document", "plan__timetable").iterator()


def _of_one(desk: Desk, actor: Actor) -> Iterator[Task]:
    for plan in desk.plans.values():
        own = plan.document.unit_id == desk.unit and plan.document.direction == Direction.OUT
        if own or desk.came(plan) > actor.day or _followed(plan, desk, actor.day):
            continue
        rollout = desk.rollouts.get(plan.pk)
        if rollout is None or rollout.acknowledged_at is None:
            yield _acknowledge(desk, plan, actor)
        elif _wants_own_plan(desk, plan, rollout):
            yield _own_plan(desk, plan, rollout, actor)
    yield from _launches(desk, actor)


def ends_or_asks(day: date, via: str = "") -> Q:
    """Filter: plans that are not over, and those over of which something was asked by a day."""
    asked = Q()
    for name in ("acknowledge_by", "own_plan_by", "launch_by"):
        asked |= Q(**{f"{via}timetable__{name}__isnull": False})
    return Q(**{f"{via}ends_on__gte": day}) | asked


def _followed(plan: Plan, desk: Desk, day: date) -> bool:
    """Is the plan over, and has its issuer sent the next one? Until then nothing of it lapses."""
    if plan.ends_on is None or plan.ends_on >= day:
        return False
    return any(
        other.document.unit_id == plan.document.unit_id
        and (other.starts_on or date.min) > (plan.starts_on or date.min)
        and desk.came(other) <= day
        for other in desk.plans.values()
    )


def _wants_own_plan(desk: Desk, plan: Plan, rollout: Rollout) -> bool:
    """Asked for by a due day; without one, until the unit begins or launches the superior's."""
    status = _status(rollout)
    if status == DocumentStatus.ISSUED:
        return False
    timetable = _timetable(plan)
    if timetable and timetable.own_plan_by:
        return True
    launched = any(desk.phases[pk].plan_id == plan.pk for pk in desk.launched)
    return not launched and status in {None, DocumentStatus.DISCARDED}


def _status(rollout: Rollout | None) -> str | None:
    """How far the plan of one's own is; None where none was begun."""
    return rollout.own_plan.document.status if rollout and rollout.own_plan else None


def _timetable(plan: Plan | None) -> Timetable | None:
    return getattr(plan, "timetable", None)


def _acknowledge(desk: Desk, plan: Plan, actor: Actor) -> Task:
    timetable = _timetable(plan)
    return Task(
        title=_("Xác nhận đã nhận %(plan)s") % {"plan": plan},
        detail=f"{plan.document.issuer_name}: {plan.document.title}",
        url=place_of_unit(plan, desk.unit),
        act=_("Xem và xác nhận"),
        holder=str(actor.user),
        mine=True,
        since=desk.came(plan),
        due=timetable.acknowledge_by if timetable else None,
        room="cascade",
    )


def _own_plan(desk: Desk, plan: Plan, rollout: Rollout, actor: Actor) -> Task:
    timetable = _timetable(plan)
    begun = _status(rollout) not in {None, DocumentStatus.DISCARDED}
    title = _("Ban hành kế hoạch riêng theo %(plan)s") if begun else None
    return Task(
        title=(title or _("Lập kế hoạch riêng từ %(plan)s")) % {"plan": plan},
        detail=_("Giữ nguyên, điều chỉnh hoặc bổ sung từng nội dung của cấp trên"),
        url=place_of_unit(plan, desk.unit),
        act=_("Xem bản thảo") if begun else _("Lập kế hoạch"),
        holder=str(actor.user),
        mine=True,
        since=timezone.localtime(rollout.acknowledged_at).date(),
        due=timetable.own_plan_by if timetable else None,
        room="cascade",
    )


def _launches(desk: Desk, actor: Actor) -> Iterator[Task]:
    """The phases of the plan in force that run or are near, and those asked for by a day."""
    plan = _in_force(desk, actor.day)
    if plan is None:
        return
    superior = next((row for row in desk.rollouts.values() if row.own_plan_id == plan.pk), None)
    rollout = desk.rollouts.get(plan.pk)
    received = plan.pk in desk.sent or plan.document.direction == Direction.IN
    if received and (rollout is None or rollout.acknowledged_at is None):
        return
    if _status(rollout) not in {None, DocumentStatus.DISCARDED, DocumentStatus.ISSUED}:
        return
    # The days that a plan sets are for those below its issuer.
    asking = superior.plan if superior else plan if received else None
    timetable = _timetable(asking)
    phases = [one for one in desk.phases.values() if one.plan_id == plan.pk]
    for phase in phases:
        due = _due(phase, phases, timetable)
        near = phase.starts_on <= actor.day + SOON and (phase.ends_on >= actor.day or due)
        if near and not _is_launched(phase, desk, superior):
            yield _launch(desk, plan, phase, due, actor)


def _in_force(desk: Desk, day: date) -> Plan | None:
    """As `plan_in_force` finds it; before the year begins, the plan that is about to."""
    came = [plan for plan in desk.plans.values() if desk.came(plan) <= day]
    for moment in (day, day + SOON):
        running = [
            one
            for one in came
            if one.starts_on and one.ends_on and one.starts_on <= moment and one.ends_on >= day
        ]
        if running:
            return nearest_first(running, desk.keys)[0]
    return None


def _due(phase: Phase, phases: list[Phase], timetable: Timetable | None) -> date | None:
    """The due day belongs to the phase that holds it, else to the first."""
    day = timetable.launch_by if timetable else None
    if day is None:
        return None
    held = next((one for one in phases if one.starts_on <= day <= one.ends_on), phases[0])
    return day if held == phase else None


def _is_launched(phase: Phase, desk: Desk, superior: Rollout | None) -> bool:
    """Launched itself; or while the unit still lived by the superior's phase of these days."""
    if phase.pk in desk.launched:
        return True
    before = [desk.phases[pk] for pk in desk.launched]
    return superior is not None and any(
        one.plan_id == superior.plan_id and one.starts_on <= phase.starts_on <= one.ends_on
        for one in before
    )


def _launch(desk: Desk, plan: Plan, phase: Phase, due: date | None, actor: Actor) -> Task:
    what = _("thi đua") if phase.whole else phase.name[:1].lower() + phase.name[1:]
    return Task(
        title=_("Phát động %(phase)s theo %(plan)s") % {"phase": what, "plan": plan},
        detail=_("Từ %(start)s đến %(end)s")
        % {"start": vn_date(phase.starts_on), "end": vn_date(phase.ends_on)},
        url=reverse("cascade:launch", args=[phase.pk, desk.unit]),
        act=_("Ghi lễ phát động"),
        holder=str(actor.user),
        mine=True,
        since=max(desk.came(plan), min(phase.starts_on, actor.day)),
        due=due,
        room="cascade",
    )


def place_of_unit(plan: Plan, unit: int) -> str:
    """The page of a unit's way with a superior's plan."""
    return path_to("cascade:unit", plan.pk, unit)
