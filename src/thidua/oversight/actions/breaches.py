"""Incidents with personal data: written down, told to the agency, closed (PDP-06)."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.audit.plain import differences
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.oversight.models import Breach
from thidua.oversight.policies.breaches import may_keep_breaches, may_work_on

HOURS = timedelta(hours=72)


@transaction.atomic
def note_breach(*, unit: Unit, facts: Mapping[str, Any], by: Actor, at: datetime) -> Breach:
    """From the moment of discovery 72 hours run."""
    require(may_keep_breaches(by, unit))
    found = facts["discovered_at"]
    if found > at:
        raise DomainError(_("Thời điểm phát hiện chưa tới. Hãy xem lại ngày, giờ."))
    breach = Breach.objects.create(
        unit=unit, due_at=found + HOURS, entered_by=by.user, entered_at=at, **facts
    )
    record("breach.noted", on=breach, by=by, unit=unit, at=at)
    return breach


@transaction.atomic
def mend_breach(*, breach: Breach, facts: Mapping[str, Any], by: Actor, at: datetime) -> Breach:
    """More becomes known about it; the trail keeps what stood there before."""
    breach = _locked(breach)
    require(may_work_on(by, breach))
    if facts["discovered_at"] > at:
        raise DomainError(_("Thời điểm phát hiện chưa tới. Hãy xem lại ngày, giờ."))
    values = {**facts, "due_at": facts["discovered_at"] + HOURS}
    changes = differences(breach, facts)
    for name, value in values.items():
        setattr(breach, name, value)
    breach.save(update_fields=list(values))
    record("breach.edited", on=breach, by=by, unit=breach.unit, at=at, changes=changes)
    return breach


@transaction.atomic
def report_breach(
    *,
    breach: Breach,
    number: str,
    reported_at: datetime,
    told_on: date | None,
    by: Actor,
    at: datetime,
) -> Breach:
    """The notice went to the agency; and when the people concerned were told."""
    breach = _locked(breach)
    require(may_work_on(by, breach))
    if reported_at > at or reported_at < breach.discovered_at:
        raise DomainError(
            _(
                "Thời điểm gửi thông báo phải sau thời điểm phát hiện và không sau hiện tại. Hãy "
                "xem lại ngày, giờ."
            )
        )
    breach.report_number, breach.reported_at = number, reported_at
    breach.told_people_on = told_on
    breach.save(update_fields=["report_number", "reported_at", "told_people_on"])
    record("breach.reported", on=breach, by=by, unit=breach.unit, at=at, number=number)
    return breach


@transaction.atomic
def close_breach(*, breach: Breach, reason: str, by: Actor, at: datetime) -> Breach:
    """Done with; where the agency was not told, `reason` says why it need not be."""
    breach = _locked(breach)
    require(may_work_on(by, breach))
    if breach.reported_at is None and not reason:
        raise DomainError(
            _("Chưa ghi đã thông báo cơ quan chuyên trách. Hãy ghi lý do không cần thông báo.")
        )
    breach.no_report_reason, breach.closed_at = reason, at
    breach.save(update_fields=["no_report_reason", "closed_at"])
    record("breach.closed", on=breach, by=by, unit=breach.unit, at=at, reason=reason)
    return breach


def _locked(breach: Breach) -> Breach:
    rows = Breach.objects.select_for_update(of=("self",)).select_related("unit")
    return rows.get(pk=breach.pk)
