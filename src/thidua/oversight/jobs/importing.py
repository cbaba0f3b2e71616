"""Checking, taking over and undoing a list, each of which takes up to a minute."""

from collections.abc import Callable

from django.db.models import F, Q
from django_tasks import task
from django_tasks.base import Task, TaskContext

from thidua.core import clock
from thidua.core.errors import DomainError
from thidua.oversight.importing.applying import apply
from thidua.oversight.importing.checking import check
from thidua.oversight.importing.refusals import Refused
from thidua.oversight.importing.undoing import undo
from thidua.oversight.models import Import, ImportState, RowState
from thidua.oversight.models.importing import LOST


class Outrun(Exception):
    """Another worker has taken this import up, or somebody dropped it."""


@task(takes_context=True)
def check_import(context: TaskContext, pk: int) -> None:
    """Read and judge the whole file, unless somebody else is at it."""
    owner = _claimed(context, pk, ImportState.CHECKING)
    if owner is None:
        return
    try:
        counts = check(owner, clock.today(), _beat(owner))
    except Outrun:
        return
    except (Refused, DomainError) as refusal:
        _end(owner, ImportState.REFUSED, problem=str(refusal)[:500])
        return
    _end(owner, ImportState.READY, counts=dict(counts))


@task(takes_context=True)
def apply_import(context: TaskContext, pk: int) -> None:
    """Take over what is in order and not taken over yet."""
    _carried_out(context, pk, ImportState.APPLYING, ImportState.DONE, _apply)


@task(takes_context=True)
def undo_import(context: TaskContext, pk: int) -> None:
    """Take back what was taken over and not taken back yet."""
    _carried_out(context, pk, ImportState.UNDOING, ImportState.UNDONE, undo)


def _apply(owner: Import, beat: Callable[[int], None]) -> None:
    apply(owner, clock.today(), beat)


def _carried_out(
    context: TaskContext,
    pk: int,
    during: ImportState,
    after: ImportState,
    work: Callable[[Import, Callable[[int], None]], None],
) -> None:
    owner = _claimed(context, pk, during)
    if owner is None:
        return
    try:
        work(owner, _beat(owner))
    except Outrun:
        return
    _end(owner, after)


def _claimed(context: TaskContext, pk: int, state: ImportState) -> Import | None:
    """Of two workers one goes on; a silent one may be overtaken, and one that was killed is.

    A job that the queue hands out again has lost its worker. Should that one live after all, it
    finds at its next beat that it was overtaken.
    """
    mine = Import.objects.filter(pk=pk, state=state)
    if context.attempt == 1:
        silent = Q(beat_at=None) | Q(beat_at__lt=clock.now() - LOST) | Q(beat_at__gt=clock.now())
        mine = mine.filter(silent)
    if not mine.update(beat_at=clock.now(), beginnings=F("beginnings") + 1):
        return None
    return Import.objects.select_related("unit", "file", "started_by").get(pk=pk)


def _ours(owner: Import) -> Q:
    return Q(pk=owner.pk, state=owner.state, beginnings=owner.beginnings)


def _beat(owner: Import) -> Callable[[int], None]:
    def beat(done: int) -> None:
        mine = Import.objects.filter(_ours(owner))
        if not mine.update(done=done, beat_at=clock.now()):
            raise Outrun

    return beat


def _end(owner: Import, state: ImportState, **fields: object) -> None:
    Import.objects.filter(_ours(owner)).update(state=state, beat_at=None, **fields)


def waiting_lines(owner: Import) -> bool:
    """Is anything in order that is not taken over yet?"""
    mended = owner.rows.filter(state=RowState.MENDED)
    return owner.parts.filter(made__isnull=True).exists() or mended.exists()


def lines_for(owner: Import, state: ImportState) -> int:
    """How many lines the job will go through, for its progress."""
    wanted = RowState.MENDED if state == ImportState.APPLYING else RowState.DONE
    counts: dict[str, int] = owner.counts
    rows = owner.rows.filter(state=wanted).count()
    return rows + sum(counts.get(key, 0) for key in ("new", "known", "changed"))


JOBS: dict[ImportState, Task[..., None]] = {
    ImportState.CHECKING: check_import,
    ImportState.APPLYING: apply_import,
    ImportState.UNDOING: undo_import,
}
