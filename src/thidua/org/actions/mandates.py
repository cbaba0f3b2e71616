"""Entering for a unit that cannot do it itself (*nhập hộ*): never without a reason and an end."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.org.actor import Actor
from thidua.org.models import Mandate, Person, Unit
from thidua.org.policies.mandates import may_enter_for, may_stop_entering
from thidua.org.rights import ENTERING, Right

MOST_DAYS = 31


@transaction.atomic
def enter_for(
    *, unit: Unit, rights: Collection[Right], reason: str, days: int, by: Actor, at: datetime
) -> Mandate:
    """Let the actor enter for `unit` from today for so many days, at most `MOST_DAYS`.

    Raises `DomainError` for a right that is no entering, for no right, and where the actor enters
    for the unit already.
    """
    unit = Unit.objects.select_for_update(of=("self",)).get(pk=unit.pk)
    require(may_enter_for(by, unit))
    if not rights or set(rights) - set(ENTERING) or not 0 < days <= MOST_DAYS:
        raise DomainError(
            _("Hãy chọn việc nhập hộ và số ngày, nhiều nhất %(most)s ngày.") % {"most": MOST_DAYS}
        )
    running = Mandate.objects.filter(unit=unit, person=by.user.person, ends_on__gt=by.day)
    if running.exists():
        raise DomainError(_("Bạn đang nhập hộ %(unit)s. Hãy dừng lần đó trước.") % {"unit": unit})
    mandate = Mandate.objects.create(
        person=Person.objects.get(user=by.user),
        unit=unit,
        rights=sorted(rights),
        reason=reason,
        starts_on=by.day,
        ends_on=by.day + timedelta(days=days),
    )
    until = mandate.ends_on - timedelta(days=1)
    record(
        "mandate.begun", on=mandate, by=by, unit=unit, at=at, reason=reason, until=until.isoformat()
    )
    return mandate


@transaction.atomic
def stop_entering(*, mandate: Mandate, by: Actor, at: datetime) -> Mandate:
    """From today nothing more is entered by it; what was entered stays."""
    rows = Mandate.objects.select_for_update(of=("self",)).select_related("unit")
    mandate = rows.get(pk=mandate.pk)
    require(may_stop_entering(by, mandate))
    mandate.ends_on = max(by.day, mandate.starts_on)
    mandate.save(update_fields=["ends_on"])
    record("mandate.stopped", on=mandate, by=by, unit=mandate.unit, at=at)
    return mandate
