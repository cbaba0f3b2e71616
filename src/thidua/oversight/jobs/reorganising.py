"""Large decisions about the organisation, carried out or undone behind the scenes."""

from django.db import transaction
from django_tasks import task

from thidua.core import clock
from thidua.core.errors import Denied, DomainError
from thidua.core.verdict import require
from thidua.org.actor import Actor
from thidua.org.policies import may_carry_out, may_undo
from thidua.oversight.models import GOING, Run, RunState, Work
from thidua.oversight.reorganising.executing import (
    carry_out_now,
    locked,
    planned_well,
    undo_now,
)


@task()
def run_reorganisation(run_id: int) -> None:
    """Carry out or undo, once. Judged anew by what is true now.

    A worker that is killed leaves nothing behind, because all of it is one transaction; whoever
    begins it again waits for the lock on the run and finds it going, or done.
    """
    going = Run.objects.filter(pk=run_id, state__in=GOING)
    if not going.update(state=RunState.RUNNING, begun_at=clock.now()):
        return
    try:
        _in_one_piece(run_id)
    except (DomainError, Denied) as refusal:
        going.update(state=RunState.REFUSED, problem=str(refusal)[:1000], ended_at=clock.now())


@transaction.atomic
def _in_one_piece(run_id: int) -> None:
    rows = Run.objects.select_for_update(of=("self",)).select_related("asked_by__person")
    run = rows.get(pk=run_id)
    if run.state not in GOING:
        return
    by, at = Actor.of(run.asked_by, clock.today()), clock.now()
    reorganisation = locked(run.reorganisation_id)
    if run.work == Work.CARRY_OUT:
        require(may_carry_out(by, reorganisation))
        counts = carry_out_now(reorganisation, planned_well(reorganisation), by=by, at=at)
    else:
        require(may_undo(by, reorganisation))
        counts = undo_now(reorganisation, reason=run.reason, by=by, at=at)
    Run.objects.filter(pk=run.pk).update(state=RunState.DONE, counts=counts, ended_at=clock.now())
