"""A file comes in, is read, and waits for an officer; or is put aside."""

from datetime import datetime

from django.db import transaction

from thidua.audit.actions import record
from thidua.core.verdict import require
from thidua.documents.models import Reading, ReadingStatus
from thidua.files.actions import keep
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.plans import policies, queries
from thidua.plans.keeping import keep_reading, sha256_of
from thidua.plans.opening import Opened


@transaction.atomic
def take_in(
    *,
    unit: Unit,
    data: bytes,
    filename: str,
    media_type: str,
    read: Opened,
    by: Actor,
    at: datetime,
) -> Reading:
    """Keep the file byte for byte with what was understood of it.

    A double press is harmless: the same bytes that already wait in the unit are not taken again.
    """
    unit = Unit.objects.select_for_update().get(pk=unit.pk)
    require(policies.may_take_in(by, unit))
    waiting = queries.waiting_reading(unit, sha256_of(data))
    if waiting is not None:
        return waiting
    file = keep(data=data, media_type=media_type, unit=unit, at=at)
    return keep_reading(unit=unit, file=file, filename=filename, opened=read, by=by, at=at)


@transaction.atomic
def drop_reading(*, reading: Reading, by: Actor, at: datetime) -> Reading:
    """Put a reading aside. Its file stays, and the reading can be picked up again."""
    reading = locked(reading)
    require(policies.may_handle(by, reading))
    reading.status = ReadingStatus.DROPPED
    reading.save(update_fields=["status"])
    record("reading.dropped", on=reading, by=by, unit=reading.unit, at=at)
    return reading


@transaction.atomic
def pick_up_reading(*, reading: Reading, by: Actor, at: datetime) -> Reading:
    """Undo the dropping of a reading."""
    reading = locked(reading)
    require(policies.may_pick_up(by, reading))
    reading.status = ReadingStatus.WAITING
    reading.save(update_fields=["status"])
    record("reading.picked_up", on=reading, by=by, unit=reading.unit, at=at)
    return reading


def locked(reading: Reading) -> Reading:
    """Read the row again under a lock, so that policies judge what is true now."""
    return (
        Reading.objects.select_for_update(of=("self",))
        .select_related("unit", "file")
        .get(pk=reading.pk)
    )
