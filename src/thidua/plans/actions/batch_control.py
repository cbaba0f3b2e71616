"""Stopping the reading of files, and going on."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.org.actor import Actor
from thidua.plans import jobs, policies
from thidua.plans.models import LOST, Batch, BatchFile, FileState


@transaction.atomic
def stop_reading(*, batch: Batch, row: BatchFile | None, by: Actor, at: datetime) -> int:
    """Stop one file, or all that are not done; what was read stays. The answer is how many."""
    require(policies.may_take_in(by, batch.unit))
    going = batch.files.filter(state__in=(FileState.WAITING, FileState.RUNNING))
    if row is not None:
        going = going.filter(pk=row.pk)
    stopped = going.update(state=FileState.STOPPED)
    if not stopped:
        raise DomainError(_("Không còn tệp nào đang chờ đọc để dừng."))
    record("batch.stopped", on=batch, by=by, unit=batch.unit, at=at, files=stopped)
    return stopped


@transaction.atomic
def go_on_reading(*, batch: Batch, by: Actor, at: datetime) -> int:
    """Have read what was stopped, and what has lost its worker. The answer is how many files."""
    require(policies.may_take_in(by, batch.unit))
    lost = Q(state=FileState.RUNNING, beat_at__lt=at - LOST)
    rows = list(
        batch.files.select_for_update().filter(
            Q(state__in=(FileState.STOPPED, FileState.WAITING)) | lost
        )
    )
    if not rows:
        raise DomainError(_("Không còn tệp nào đã dừng để đọc tiếp."))
    keys = [row.pk for row in rows]
    BatchFile.objects.filter(pk__in=keys).update(state=FileState.WAITING, page=0, beginnings=0)
    record("batch.resumed", on=batch, by=by, unit=batch.unit, at=at, files=len(keys))
    for key in keys:
        jobs.read_file.enqueue(key)
    return len(keys)
