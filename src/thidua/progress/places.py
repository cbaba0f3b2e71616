"""Where a unit does a step: what its reminder leads to."""

from django.urls import reverse

from thidua.core.links import path_to
from thidua.plans.models import Plan
from thidua.progress.models import Step
from thidua.progress.queries import Row


def place_of(plan: Plan, row: Row, step: Step) -> str:
    """The page of the unit's way with the plan; of its pledges, or of its report."""
    if step == Step.PLEDGED:
        return reverse("pledges:list")
    if step == Step.REPORTED and row.report:
        return path_to("reports:report", row.report.period.pk, row.unit.pk)
    return path_to("cascade:unit", plan.pk, row.unit.pk)
