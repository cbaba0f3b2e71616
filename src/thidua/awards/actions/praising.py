"""*Biểu dương*: praise without a decision, for a unit's own people."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.awards import policies
from thidua.awards.models import Praise
from thidua.awards.subjects import Subject, require_of_unit
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.documents.actions.locking import locked_unit
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.plans.models import Phase


@transaction.atomic
def praise(
    *,
    unit: Unit,
    phase: Phase,
    subject: Subject,
    merit: str,
    praised_on: date,
    once: str = "",
    by: Actor,
    at: datetime,
) -> Praise:
    """Praise somebody of the unit, or one of its groups. One page praises once."""
    unit = locked_unit(unit)
    require(policies.may_begin(by, unit))
    key = f"{by.user.pk}.{once}" if once else None
    said = Praise.objects.filter(once=key).first() if key else None
    if said is not None:
        return said
    if praised_on > by.day:
        raise DomainError(_("Ngày biểu dương chưa tới. Hãy xem lại ngày."))
    require_of_unit(subject, unit, praised_on)
    row = Praise.objects.create(
        unit=unit,
        unit_path=unit.path_on(praised_on),
        phase=phase,
        person=subject.person,
        subject_unit=subject.unit,
        subject_name=subject.name,
        merit=merit.strip(),
        praised_on=praised_on,
        entered_by=by.user,
        entered_at=at,
        once=key,
    )
    record("praise.given", on=row, by=by, unit=unit, at=at, who=row.subject_name)
    return row


@transaction.atomic
def withdraw_praise(*, praise: Praise, reason: str, by: Actor, at: datetime) -> Praise:
    """Take praise back that was wrong. It stays in the book, struck out, with the reason."""
    row = Praise.objects.select_for_update(of=("self",)).select_related("unit").get(pk=praise.pk)
    require(policies.may_withdraw_praise(by, row))
    if not reason.strip():
        raise DomainError(_("Chưa ghi lý do rút lời biểu dương."))
    row.withdrawn_at, row.withdraw_reason = at, reason.strip()
    row.save(update_fields=["withdrawn_at", "withdraw_reason"])
    record("praise.withdrawn", on=row, by=by, unit=row.unit, at=at, reason=row.withdraw_reason)
    return row
