"""A batch as its page shows it: one row for each file, and how far all of it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count
from django.utils.translation import gettext as _

from thidua.documents.places import place_of
from thidua.plans.models import LOST, Batch, BatchFile, FileState

CODES = {
    FileState.WAITING: "wait",
    FileState.RUNNING: "run",
    FileState.READ: "ok",
    FileState.KNOWN: "none",
    FileState.REFUSED: "bad",
    FileState.STOPPED: "none",
}


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file, what has become of it in words, and where it can be looked at."""

    file: BatchFile
    code: str
    word: str
    url: str
    going: bool


@dataclass(frozen=True, slots=True)
class Progress:
    """How many files are done; `minutes` is a guess of what is left, 0 for none."""

    done: int
    total: int
    refused: int
    stopped: int
    going: bool
    lost: bool
    minutes: int


def batch_rows(files: Sequence[BatchFile], now: datetime) -> list[FileRow]:
    return [_row(file, now) for file in files]


def _row(file: BatchFile, now: datetime) -> FileRow:
    state = FileState(file.state)
    word, code = str(state.label), CODES[state]
    if state == FileState.RUNNING and is_lost(file, now):
        word, code = _("Bị ngắt giữa chừng"), "warn"
    elif state == FileState.RUNNING and file.pages:
        word = _("Đang nhận dạng, xong trang %(page)s/%(pages)s") % {
            "page": file.page,
            "pages": file.pages,
        }
    url = ""
    if file.document:
        url = place_of(file.document)
    elif file.reading:
        url = file.reading.get_absolute_url()
    return FileRow(file, code, word, url, state in _GOING)


def is_lost(file: BatchFile, now: datetime) -> bool:
    """Has the worker that read it been silent for too long?"""
    return file.beat_at is not None and now - file.beat_at > LOST


def progress_of(batch: Batch, now: datetime) -> Progress:
    counts = dict(batch.files.order_by().values_list("state").annotate(Count("pk")))
    total = sum(counts.values())
    left = sum(counts.get(state, 0) for state in _GOING)
    stopped = counts.get(FileState.STOPPED, 0)
    running = batch.files.filter(state=FileState.RUNNING).only("beat_at")
    done = total - left - stopped
    return Progress(
        done=done,
        total=total,
        refused=counts.get(FileState.REFUSED, 0),
        stopped=stopped,
        going=left > 0,
        lost=any(is_lost(file, now) for file in running),
        minutes=_minutes(batch, done, left, now),
    )


def _minutes(batch: Batch, done: int, left: int, now: datetime) -> int:
    """As fast as until now; nothing is guessed from the first few files."""
    if done < _ENOUGH or not left:
        return 0
    return max(1, round((now - batch.started_at).total_seconds() / done * left / 60))


_GOING = (FileState.WAITING, FileState.RUNNING)
_ENOUGH = 3
