"""How far each unit has got with a superior's plan."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from thidua.cascade.models import Launch, Rollout
from thidua.cascade.queries.received import receivers_below
from thidua.core.keys import these
from thidua.documents.models import Direction, DocumentStatus
from thidua.org.models import Unit
from thidua.plans.models import Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRow:
    """One unit on its way; a day is None while the step is not done.

    `own_plan` is issued or on its way: its document says which; one put away is none.
    `launched_on` is the launch of the phase that holds the day asked for, else the last one.
    """

    unit: Unit
    sent_on: date
    opened_on: date | None = None
    acknowledged_on: date | None = None
    own_plan: Plan | None = None
    launched_on: date | None = None


def steps_of(plan: Plan, day: date) -> list[StepRow]:
    """Every unit below that got the plan, by name; a paper taken in has only its own unit.

    Four questions to the database, however many units.
    """
    arrived = _arrived(plan, day)
    units = {unit.pk for unit, _sent, _opened in arrived}
    answered = Rollout.objects.filter(plan=plan, unit__in=these(units))
    rollouts = {row.unit_id: row for row in answered.select_related("own_plan__document")}
    launches = _launches(plan, units, rollouts.values(), day)
    return [
        _row(unit, sent, opened, rollouts.get(unit.pk), launches.get(unit.pk))
        for unit, sent, opened in arrived
    ]


def living_plan(rollout: Rollout) -> Plan | None:
    """The unit's own plan, unless its draft was put away."""
    own = rollout.own_plan
    return None if own is None or own.document.status == DocumentStatus.DISCARDED else own


def _arrived(plan: Plan, day: date) -> list[tuple[Unit, date, date | None]]:
    """Unit, day sent, day opened; several lines to one unit count as one arrival."""
    paper = plan.document
    if paper.direction == Direction.IN:
        came = paper.received_on or day
        return [(paper.unit, came, came)]
    found: dict[int, tuple[Unit, date, date | None]] = {}
    for row in receivers_below(plan, day):
        if row.unit is None or row.sent_at is None:
            continue
        sent = timezone.localtime(row.sent_at).date()
        opened = timezone.localtime(row.opened_at).date() if row.opened_at else None
        _unit, first, earlier = found.get(row.unit.pk, (row.unit, sent, None))
        days = [one for one in (opened, earlier) if one]
        found[row.unit.pk] = (row.unit, min(sent, first), min(days) if days else None)
    return list(found.values())


def _row(
    unit: Unit, sent: date, opened: date | None, rollout: Rollout | None, launched: date | None
) -> StepRow:
    moment = rollout.acknowledged_at if rollout else None
    return StepRow(
        unit=unit,
        sent_on=sent,
        opened_on=opened,
        acknowledged_on=timezone.localtime(moment).date() if moment else None,
        own_plan=living_plan(rollout) if rollout else None,
        launched_on=launched,
    )


def _launches(
    plan: Plan, units: Collection[int], rollouts: Iterable[Rollout], day: date
) -> dict[int, date]:
    """By unit the day of the launch that matters on `day`, of this plan or of the unit's own."""
    own = {row.own_plan_id: row.unit_id for row in rollouts if row.own_plan_id}
    rows = Launch.objects.filter(
        phase__plan__in=these([plan.pk, *own]), unit__in=these(units)
    ).select_related("phase")
    by_unit: defaultdict[int, list[Launch]] = defaultdict(list)
    for row in rows:
        # A plan of one's own counts for its unit only.
        if row.phase.plan_id == plan.pk or own[row.phase.plan_id] == row.unit_id:
            by_unit[row.unit_id].append(row)
    return {unit: _that_matters(those, day).launched_on for unit, those in by_unit.items()}


def _that_matters(launches: list[Launch], day: date) -> Launch:
    """The launch of the running phase, else the last."""
    return max(
        launches,
        key=lambda row: (row.phase.starts_on <= day <= row.phase.ends_on, row.launched_on),
    )
