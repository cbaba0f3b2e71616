"""A unit says that it has got a superior's plan, and may take that back."""

from datetime import datetime

from django.db import transaction

from thidua.audit.actions import record
from thidua.cascade import policies, queries
from thidua.cascade.models import Rollout
from thidua.core.verdict import require
from thidua.documents import actions as documents
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.plans.models import Plan


@transaction.atomic
def acknowledge(*, plan: Plan, unit: Unit, by: Actor, at: datetime) -> Rollout:
    """The unit has the plan; the paper counts as opened, if nobody has opened it yet.

    Raises `DomainError` naming whoever was first, and for a unit that the plan did not reach.
    """
    unit = Unit.objects.select_for_update(of=("self",), no_key=True).get(pk=unit.pk)
    rollout = rollout_of(plan, unit)
    require(policies.may_acknowledge(by, plan, unit, rollout))
    if rollout is None:
        rollout = Rollout(plan=plan, unit=unit)
    rollout.unit_path = unit.path_on(by.day)
    rollout.acknowledged_at, rollout.acknowledged_by = at, by.user
    rollout.save()
    for delivery in queries.deliveries_of(plan, unit).filter(opened_at=None):
        documents.open_delivery(delivery=delivery, by=by, at=at)
    record("rollout.acknowledged", on=rollout, by=by, unit=unit, at=at, plan=plan.pk)
    return rollout


@transaction.atomic
def take_back(*, rollout: Rollout, by: Actor, at: datetime) -> Rollout:
    """Undo the acknowledgement, as long as nothing followed from it. The paper stays opened."""
    rollout = locked(rollout)
    require(policies.may_take_back(by, rollout))
    rollout.choices.all().delete()
    rollout.acknowledged_at = rollout.acknowledged_by = rollout.own_plan = None
    rollout.save(update_fields=["acknowledged_at", "acknowledged_by", "own_plan"])
    record("rollout.taken_back", on=rollout, by=by, unit=rollout.unit, at=at, plan=rollout.plan_id)
    return rollout


def rollout_of(plan: Plan, unit: Unit) -> Rollout | None:
    """The unit's way with the plan under a lock, if it has begun."""
    known = Rollout.objects.filter(plan=plan, unit=unit).first()
    return locked(known) if known else None


def locked(rollout: Rollout) -> Rollout:
    """Read the row again under a lock, so that policies judge what is true now."""
    return (
        Rollout.objects.select_for_update(of=("self",))
        .select_related("unit__kind", "plan__document__unit", "own_plan__document")
        .select_related("acknowledged_by__person")
        .get(pk=rollout.pk)
    )
