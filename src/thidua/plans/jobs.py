"""Reading files one by one behind the scenes: scans take seconds a page, folders take minutes."""

from django.db import transaction
from django.db.models import F, Q
from django.utils.translation import gettext as _
from django_tasks import task
from django_tasks.base import TaskContext

from thidua.core import clock
from thidua.documents.queries import same_file
from thidua.files.queries import Damaged, content_of
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.plans import policies, queries
from thidua.plans.keeping import keep_reading
from thidua.plans.models import LOST, BatchFile, FileState
from thidua.plans.opening import Opened, opened
from vanban.sources.errors import Cancelled, Refused

BEHIND_LETTERS = -10
"""A folder of a thousand files holds up no letter: jobs of others come first."""
MOST_BEGINNINGS = 3


@task(priority=BEHIND_LETTERS, takes_context=True)
def read_file(context: TaskContext, file_id: int) -> None:
    """Read one file of a batch, unless it was stopped or somebody else reads it.

    The row is claimed before reading and no lock is held while the file is read, which may take
    minutes; what was read is kept only when the row is still ours.
    """
    row = BatchFile.objects.select_related("batch__unit", "batch__started_by", "file").get(
        pk=file_id
    )
    if not _claimed(context, row):
        return
    row.refresh_from_db()
    if row.beginnings > MOST_BEGINNINGS:
        _end(row, FileState.REFUSED, problem=_too_often())
        return
    try:
        found = opened(
            _content(row),
            row.name,
            archive=lambda: queries.archive_texts(row.batch.unit),
            progress=lambda page, pages: _beat(row, page, pages),
            cancelled=lambda: not BatchFile.objects.filter(_ours(row)).exists(),
        )
    except Cancelled:
        return
    except (Refused, Damaged) as refusal:
        _end(row, FileState.REFUSED, problem=str(refusal)[:1000])
        return
    _keep(row, found)


def _content(row: BatchFile) -> bytes:
    if row.file is None:  # held by the database: only refused files have none
        raise AssertionError("a waiting file without bytes")
    return content_of(row.file)


def _claimed(context: TaskContext, row: BatchFile) -> bool:
    """Of two workers with the same file one goes on; one that lost its worker may be begun anew.

    A job that the queue hands out again has lost its worker for certain.
    """
    lost = Q(state=FileState.RUNNING)
    if context.attempt == 1:
        lost &= Q(beat_at__lt=clock.now() - LOST)
    mine = BatchFile.objects.filter(Q(state=FileState.WAITING) | lost, pk=row.pk)
    fresh = {"state": FileState.RUNNING, "beat_at": clock.now(), "page": 0}
    return bool(mine.update(**fresh, beginnings=F("beginnings") + 1))


def _ours(row: BatchFile) -> Q:
    """The row as long as it is this beginning that runs."""
    return Q(pk=row.pk, state=FileState.RUNNING, beginnings=row.beginnings)


def _beat(row: BatchFile, page: int, pages: int) -> None:
    BatchFile.objects.filter(_ours(row)).update(page=page, pages=pages, beat_at=clock.now())


def _end(row: BatchFile, state: FileState, **fields: object) -> None:
    BatchFile.objects.filter(_ours(row)).update(state=state, **fields)


@transaction.atomic
def _keep(row: BatchFile, found: Opened) -> None:
    """Under the lock of the unit, so that the same bytes are taken in once."""
    unit = Unit.objects.select_for_update().get(pk=row.batch.unit_id)
    file = row.file
    if file is None or not BatchFile.objects.select_for_update().filter(_ours(row)).exists():
        return
    by = Actor.of(row.batch.started_by, clock.today())
    allowed = policies.may_take_in(by, unit)
    if not allowed:
        _end(row, FileState.REFUSED, problem=allowed.reason)
        return
    paper, waiting = same_file(unit, file.sha256), queries.waiting_reading(unit, file.sha256)
    if paper or waiting:
        _end(row, FileState.KNOWN, document=paper, reading=waiting)
        return
    reading = keep_reading(
        unit=unit, file=file, filename=row.name, opened=found, by=by, at=clock.now()
    )
    _end(row, FileState.READ, reading=reading)


def _too_often() -> str:
    return _(
        "Đã thử đọc tệp này nhiều lần mà việc đọc đều bị ngắt giữa chừng. "
        "Hãy chia tệp nhỏ hơn hoặc quét lại rồi gửi lại."
    )
