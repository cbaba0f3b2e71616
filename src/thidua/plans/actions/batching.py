"""Giving many files to be read, stopping and going on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from thidua.audit.actions import record
from thidua.core.verdict import require
from thidua.documents.queries import same_file
from thidua.files.actions import keep
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.plans import jobs, policies, queries
from thidua.plans.models import Batch, BatchFile, FileState


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One file as it was sent; `problem` tells why it is not even kept."""

    name: str
    data: bytes = b""
    media_type: str = "application/octet-stream"
    problem: str = ""


@transaction.atomic
def give_files(
    *, unit: Unit, files: Sequence[Given], once: str = "", by: Actor, at: datetime
) -> Batch:
    """Keep the files and have them read one after the other; each is a row of the batch.

    `once` names the page they were chosen on: what comes from there in several parts, or twice,
    is one batch, and a file of the same name and bytes is one row.
    """
    unit = Unit.objects.select_for_update().get(pk=unit.pk)
    require(policies.may_take_in(by, unit))
    key = f"{by.user.pk}.{once}" if once else None
    batch = Batch.objects.filter(once=key, unit=unit).first() if key else None
    if batch is None:
        batch = Batch.objects.create(unit=unit, started_by=by.user, started_at=at, once=key)
        record("batch.given", on=batch, by=by, unit=unit, at=at)
    known = set(batch.files.values_list("name", "file__sha256"))
    place = batch.files.count()
    for given in files:
        row = _row(batch, given, place, at)
        if (row.name, row.file.sha256 if row.file else None) in known:
            continue
        row.save()
        place += 1
        if row.state == FileState.WAITING:
            jobs.read_file.enqueue(row.pk)
    return batch


def _row(batch: Batch, given: Given, place: int, at: datetime) -> BatchFile:
    row = BatchFile(batch=batch, position=place, name=given.name[-_LONGEST:])
    if given.problem:
        row.state, row.problem = FileState.REFUSED, given.problem[:_SENTENCE]
        return row
    row.file = keep(data=given.data, media_type=given.media_type, unit=batch.unit, at=at)
    row.document = same_file(batch.unit, row.file.sha256)
    row.reading = queries.waiting_reading(batch.unit, row.file.sha256)
    if row.document or row.reading:
        row.state = FileState.KNOWN
    return row


_LONGEST, _SENTENCE = 255, 1000
