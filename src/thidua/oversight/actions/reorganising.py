"""Carrying out a decision about the organisation, and undoing it."""

from datetime import datetime

from django.db import transaction

from thidua.audit.actions import record
from thidua.core.seen import require_as_seen
from thidua.core.verdict import require
from thidua.org.actor import Actor
from thidua.org.models import Reorganisation
from thidua.oversight.jobs import reorganising as jobs
from thidua.oversight.models import Run, RunState, Work
from thidua.oversight.policies import reorganising as policies
from thidua.oversight.reorganising.executing import (
    carry_out_now,
    locked,
    planned_well,
    shown_of,
    undo_now,
)
from thidua.oversight.reorganising.sizing import is_large, was_large


@transaction.atomic
def carry_out(
    *, reorganisation: Reorganisation, seen: str | None = None, by: Actor, at: datetime
) -> Run:
    """Do everything the decision orders, in every room, or nothing.

    A large one is done behind the scenes; the answer says which. Raises `DomainError` with the
    reasons where an act is impossible or something has to be finished first. Of two officers at
    once the second hears what the first has changed.

    `seen` is the mark of the preview that was agreed to: what became something else since then,
    because an act was added or a unit came under one of these, is not done.
    """
    reorganisation = locked(reorganisation.pk)
    require(policies.may_start(by, reorganisation))
    planned = planned_well(reorganisation)
    require_as_seen(seen, *shown_of(reorganisation, planned))
    if is_large(planned):
        return _queued(reorganisation, Work.CARRY_OUT, "", by, at)
    counts = carry_out_now(reorganisation, planned, by=by, at=at)
    return _done(reorganisation, Work.CARRY_OUT, "", counts, by, at)


@transaction.atomic
def undo(*, reorganisation: Reorganisation, reason: str, by: Actor, at: datetime) -> Run:
    """Put every row back as it was before the decision, as long as nothing depends on it."""
    reorganisation = locked(reorganisation.pk)
    require(policies.may_take_back(by, reorganisation))
    if was_large(reorganisation):
        return _queued(reorganisation, Work.UNDO, reason, by, at)
    counts = undo_now(reorganisation, reason=reason, by=by, at=at)
    return _done(reorganisation, Work.UNDO, reason, counts, by, at)


@transaction.atomic
def go_on(*, run: Run, by: Actor, at: datetime) -> Run:
    """Begin again what was cut off; harmless should somebody still be at it."""
    run = Run.objects.select_related("reorganisation__unit").get(pk=run.pk)
    one = run.reorganisation
    require(policies.may_begin_again(by, run, at))
    word = str(run.get_work_display())
    record(
        "reorganisation.resumed", on=one, by=by, unit=one.unit, at=at, title=one.title, work=word
    )
    jobs.run_reorganisation.enqueue(run.pk)
    return run


def _queued(
    reorganisation: Reorganisation, work: Work, reason: str, by: Actor, at: datetime
) -> Run:
    run = Run.objects.create(
        reorganisation=reorganisation, work=work, reason=reason, asked_by=by.user, asked_at=at
    )
    record(
        "reorganisation.asked",
        on=reorganisation,
        by=by,
        unit=reorganisation.unit,
        at=at,
        title=reorganisation.title,
        work=str(work.label),
        reason=reason,
    )
    jobs.run_reorganisation.enqueue(run.pk)
    return run


def _done(
    reorganisation: Reorganisation,
    work: Work,
    reason: str,
    counts: dict[str, int],
    by: Actor,
    at: datetime,
) -> Run:
    return Run.objects.create(
        reorganisation=reorganisation,
        work=work,
        state=RunState.DONE,
        reason=reason,
        counts=counts,
        asked_by=by.user,
        asked_at=at,
        begun_at=at,
        ended_at=at,
    )
