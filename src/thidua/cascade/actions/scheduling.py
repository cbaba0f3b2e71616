"""The days that a superior sets for the units below."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.cascade import policies
from thidua.cascade.models import Timetable
from thidua.core.errors import DomainError
from thidua.core.templatetags.vn import vn_date
from thidua.core.verdict import require
from thidua.org.actor import Actor
from thidua.plans.models import Plan

DAYS = ("acknowledge_by", "own_plan_by", "launch_by")


@transaction.atomic
def set_timetable(
    *,
    plan: Plan,
    acknowledge_by: date | None,
    own_plan_by: date | None,
    launch_by: date | None,
    by: Actor,
    at: datetime,
) -> Timetable:
    """Until when the units below acknowledge, have a plan of their own, and launch.

    A day left empty is no due day. A day may not lie outside the time of the plan.
    """
    plan = (
        Plan.objects.select_for_update(of=("self",))
        .select_related("document__unit")
        .get(pk=plan.pk)
    )
    require(policies.may_set_timetable(by, plan))
    days = {"acknowledge_by": acknowledge_by, "own_plan_by": own_plan_by, "launch_by": launch_by}
    for day in filter(None, days.values()):
        _require_inside(day, plan)
    known = Timetable.objects.filter(plan=plan).first()
    changes = {name: (getattr(known, name, None), day) for name, day in days.items()}
    row, _fresh = Timetable.objects.update_or_create(
        plan=plan, defaults={**days, "set_by": by.user, "set_at": at}
    )
    unit, about = plan.document.unit, plan.document.title
    record("timetable.set", on=row, by=by, unit=unit, at=at, changes=changes, about=about)
    return row


def _require_inside(day: date, plan: Plan) -> None:
    first = plan.document.dated or plan.starts_on
    if first and day < first:
        raise DomainError(
            _("Hạn %(day)s trước ngày của kế hoạch (%(first)s).")
            % {"day": vn_date(day), "first": vn_date(first)}
        )
    if plan.ends_on and day > plan.ends_on:
        raise DomainError(
            _("Hạn %(day)s sau ngày kế hoạch kết thúc (%(last)s).")
            % {"day": vn_date(day), "last": vn_date(plan.ends_on)}
        )
