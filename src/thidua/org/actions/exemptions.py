"""Declaring that in a tiny unit one person may propose and approve, and taking that back."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.org.actor import Actor
from thidua.org.models import Exemption, Unit
from thidua.org.policies.two_people import MOST_DAYS, exemptions_on, may_declare


@transaction.atomic
def declare_exemption(
    *, unit: Unit, reason: str, until: date, by: Actor, at: datetime
) -> Exemption:
    """From today, until and without `until`, at most a year: then it has to be thought over."""
    unit = Unit.objects.select_for_update(of=("self",)).get(pk=unit.pk)
    require(may_declare(by, unit))
    if not 0 < (until - by.day).days <= MOST_DAYS:
        raise DomainError(_("Ngoại lệ phải kết thúc sau hôm nay và trong vòng một năm."))
    if exemptions_on(by.day, unit).exists():
        raise DomainError(
            _("%(unit)s đang có ngoại lệ còn hiệu lực. Hãy kết thúc ngoại lệ đó trước.")
            % {"unit": unit}
        )
    exemption = Exemption.objects.create(
        unit=unit, reason=reason, declared_by=by.user, starts_on=by.day, ends_on=until
    )
    record(
        "exemption.declared",
        on=exemption,
        by=by,
        unit=unit,
        at=at,
        reason=reason,
        until=until.isoformat(),
    )
    return exemption


@transaction.atomic
def end_exemption(*, exemption: Exemption, by: Actor, at: datetime) -> Exemption:
    """From today proposer and approver are two people again."""
    rows = Exemption.objects.select_for_update(of=("self",)).select_related("unit")
    exemption = rows.get(pk=exemption.pk)
    require(may_declare(by, exemption.unit))
    if exemption.ends_on <= by.day:
        raise DomainError(_("Ngoại lệ này đã hết hiệu lực."))
    exemption.ends_on = max(by.day, exemption.starts_on)
    exemption.save(update_fields=["ends_on"])
    record("exemption.ended", on=exemption, by=by, unit=exemption.unit, at=at)
    return exemption
