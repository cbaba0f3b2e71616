"""What launching gives to count (IND-011): the units that launched."""

from collections.abc import Collection
from datetime import date
from decimal import Decimal

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from thidua.cascade.models import Launch
from thidua.cascade.queries.chain import counts_for
from thidua.plans.models import Plan
from thidua.rulebook.facts import FactLine

LAUNCHED_UNITS = "IND-011"


def facts_of(
    unit_ids: Collection[int], first: date, last: date, plan: Plan | None = None
) -> dict[str, Decimal]:
    """How many of these units launched in those days, each counted once.

    Of one `plan` counts what belongs to no other one.

    Groups are no units of this count: *CĐCS phát động thi đua*.
    """
    units = _launches(unit_ids, first, last, plan).values("unit").distinct().count()
    return {LAUNCHED_UNITS: Decimal(units)} if units else {}


def facts_behind(
    code: str, unit_ids: Collection[int], first: date, last: date, plan: Plan | None = None
) -> list[FactLine]:
    """The first launch of each of these units in those days."""
    if code != LAUNCHED_UNITS:
        return []
    rows = _launches(unit_ids, first, last, plan).select_related("unit", "phase")
    found: dict[int, FactLine] = {}
    for row in rows.order_by("launched_on", "pk"):
        title = _("%(unit)s phát động %(phase)s") % {"unit": row.unit, "phase": row.phase}
        line = FactLine(title, row.launched_on, Decimal(1), row.get_absolute_url())
        found.setdefault(row.unit_id, line)
    return list(found.values())


def _launches(
    unit_ids: Collection[int], first: date, last: date, plan: Plan | None
) -> QuerySet[Launch]:
    launches = Launch.objects.filter(
        unit__in=unit_ids, unit__kind__keeps_register=True, launched_on__range=(first, last)
    )
    return launches.filter(counts_for(plan, "phase__plan", "unit")) if plan else launches
