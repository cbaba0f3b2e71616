"""Handing a plan on, through its pages."""

from thidua.plans.open_list import groups_of
from thidua.plans.understanding import understood


def post(client, plan, name, **typed):
    return client.post(f"/plans/{plan.pk}/{name}/", typed, follow=True)


def status(plan):
    plan.document.refresh_from_db()
    return plan.document.status


def mistakes(reading):
    """The open findings of a reading, those that are alike together."""
    return groups_of(understood(reading).open)
