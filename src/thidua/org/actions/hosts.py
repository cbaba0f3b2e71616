"""What is known of the place of work behind a unit (ORG-06)."""

from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from thidua.audit.actions import record
from thidua.core.verdict import require
from thidua.org.actor import Actor
from thidua.org.models import Host, Unit
from thidua.org.policies.units import may_keep

DESCRIBED = "host.described"


@transaction.atomic
def describe_host(
    *,
    unit: Unit,
    starts_on: date,
    ownership: str,
    self_financing: Decimal | None,
    decision: str,
    by: Actor,
    at: datetime,
) -> Host:
    """Say of what sort the place of work is from a day on; the same day again corrects it."""
    unit = Unit.objects.select_for_update(of=("self",)).get(pk=unit.pk)
    require(may_keep(by, unit))
    known = Host.objects.filter(unit=unit, starts_on=starts_on).first()
    host = known or Host(unit=unit, starts_on=starts_on)
    changes = {
        "ownership": (host.ownership, ownership),
        "self_financing": (host.self_financing, self_financing),
        "decision": (host.decision, decision),
    }
    host.ownership, host.self_financing, host.decision = ownership, self_financing, decision
    if known:
        host.save(update_fields=["ownership", "self_financing", "decision"])
    else:
        host.save()
    record(DESCRIBED, on=host, by=by, unit=unit, at=at, changes=changes)
    return host
