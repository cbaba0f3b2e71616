"""Taking the trail away and checking its seals are deeds themselves."""

from datetime import datetime

from django.db import transaction

from thidua.audit.actions import record, start_check
from thidua.audit.models import TrailCheck
from thidua.core.verdict import require
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.org.rights import Right
from thidua.oversight.policies import trail as policies


@transaction.atomic
def note_export(*, rows: int, asked: str, by: Actor, at: datetime) -> None:
    """Keep who took how much of the trail away, and which part of it was `asked` for."""
    require(policies.may_read(by))
    unit = _seat(by)
    record("trail.exported", on=unit, by=by, unit=unit, at=at, rows=rows, asked=asked)


@transaction.atomic
def ask_for_check(*, by: Actor, at: datetime) -> TrailCheck:
    """Have all seals looked at."""
    require(policies.may_check(by))
    check = start_check(by=by.user, at=at)
    if check.started_at == at:
        unit = _seat(by)
        record("trail.checked", on=unit, by=by, unit=unit, at=at)
    return check


def _seat(by: Actor) -> Unit:
    """The unit in which they read the trail, the highest first."""
    return Unit.objects.get(pk=by.seat({Right.AUDIT_READ}))
