"""How many members a unit had on a day: given, corrected, taken away."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.org.actor import Actor
from thidua.org.models import Headcount, Unit
from thidua.org.policies.units import may_keep

GIVEN, CORRECTED, DROPPED = "headcount.given", "headcount.corrected", "headcount.dropped"


@transaction.atomic
def give_headcount(
    *, unit: Unit, on: date, members: int, women: int | None, by: Actor, at: datetime
) -> Headcount:
    """Say how many members `unit` had on a day; a later word on the same day corrects it."""
    require(may_keep(by, unit))
    if on > by.day:
        raise DomainError(_("Chưa đến ngày này: số đoàn viên chỉ ghi cho hôm nay hoặc trước đó."))
    unit = Unit.objects.select_for_update(of=("self",)).get(pk=unit.pk)
    known = Headcount.objects.filter(unit=unit, on=on).first()
    if known is None:
        count = Headcount.objects.create(unit=unit, on=on, members=members, women=women)
        record(GIVEN, on=count, by=by, unit=unit, at=at, members=members, day=on.isoformat())
        return count
    changes = {"members": (known.members, members), "women": (known.women, women)}
    known.members, known.women = members, women
    known.save(update_fields=["members", "women"])
    record(CORRECTED, on=known, by=by, unit=unit, at=at, changes=changes, day=on.isoformat())
    return known


@transaction.atomic
def drop_headcount(*, count: Headcount, by: Actor, at: datetime) -> None:
    """Take away a count that was given for the wrong day."""
    rows = Headcount.objects.select_for_update(of=("self",)).select_related("unit")
    count = rows.get(pk=count.pk)
    require(may_keep(by, count.unit))
    record(
        DROPPED,
        on=count,
        by=by,
        unit=count.unit,
        at=at,
        members=count.members,
        day=count.on.isoformat(),
    )
    count.delete()
