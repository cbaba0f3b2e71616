"""Large decisions about the organisation, carried out or undone behind the scenes."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django_tasks import task

from thidua.core import clock
from thidua.core.errors import Denied, DomainError
from thidua.core.verdict import require
from thidua.org.actor import Actor
from thidua.org.policies import may_carry_out, may_undo
from thidua.oversight.models import Run, RunState, Work
from thidua.oversight.reorganising.executing import (
    carry_out_now,
    locked,
    planned_well,
    undo_now,
)

LOST = timedelta(minutes=10)
"""A run takes a minute at most; one that is older has lost its worker, and left nothing behind."""


@task()
def run_reorganisation(run_id: int) -> None:
    """Carry out or undo, once: of two workers one goes on. Judged anew by what is true now."""
    run = Run.objects.select_related("asked_by__person").get(pk=run_id)
    if not _claimed(run):
        return
    try:
        _in_one_piece(run)
    except (DomainError, Denied) as refusal:
        Run.objects.filter(pk=run.pk).update(
            state=RunState.REFUSED, problem=str(refusal)[:1000], ended_at=clock.now()
        )


def _claimed(run: Run) -> bool:
    lost = Q(state=RunState.RUNNING, begun_at__lt=clock.now() - LOST)
    waiting = Run.objects.filter(Q(state=RunState.WAITING) | lost, pk=run.pk)
    return bool(waiting.update(state=RunState.RUNNING, begun_at=clock.now()))


@transaction.atomic
def _in_one_piece(run: Run) -> None:
    by, at = Actor.of(run.asked_by, clock.today()), clock.now()
    reorganisation = locked(run.reorganisation_id)
    if run.work == Work.CARRY_OUT:
        require(may_carry_out(by, reorganisation))
        counts = carry_out_now(reorganisation, planned_well(reorganisation), by=by, at=at)
    else:
        require(may_undo(by, reorganisation))
        counts = undo_now(reorganisation, reason=run.reason, by=by, at=at)
    Run.objects.filter(pk=run.pk).update(state=RunState.DONE, counts=counts, ended_at=clock.now())
