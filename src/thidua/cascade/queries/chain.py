"""Which plans carry out a plan, at whatever remove."""

from typing import Any

from django.db.models import F, Q, QuerySet

from thidua.cascade.models import Rollout
from thidua.core.in_any import in_any
from thidua.plans.models import Plan

STEPS = 4
"""From the national union down: province, union above the grassroots, grassroots, its parts."""


def carries_out(plan: Plan, path: str) -> Q:
    """Rows whose plan, found at `path` (``phase__plan``), is this one or carries it out."""
    found, via = Q(**{path: plan}), path
    for _step in range(STEPS):
        via += "__rollout__plan"
        found |= Q(**{via: plan})
    return found


def carried_out_through(plan: Plan, path: str) -> Q:
    """The same from above: first the plans, level by level, through an index at each.

    For rows of a whole province or country; for a few rows `carries_out` is the shorter question.
    """
    level: QuerySet[Any, Any] = Plan.objects.filter(pk=plan.pk).values("pk")
    levels = [level]
    for _step in range(STEPS):
        below = Rollout.objects.filter(plan__in=level, own_plan__isnull=False)
        level = below.values("own_plan")
        levels.append(level)
    return in_any(*levels, via=path)


def counts_for(plan: Plan, path: str, unit: str) -> Q:
    """Rows of the unit at `unit` that a report about `plan` counts: nothing of another plan.

    A plan that the unit wrote and nobody has linked to any other yet is given the benefit of the
    doubt: what its members did must not be missing because a link is.
    """
    own = Q(**{f"{path}__rollout__isnull": True, f"{path}__document__unit": F(unit)})
    return carries_out(plan, path) | own & ~Q(**{unit: plan.document.unit_id})
