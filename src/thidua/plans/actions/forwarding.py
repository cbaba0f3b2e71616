"""Moving last year's plan to another year: a draft, with every change and open question beside."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.plans import policies
from thidua.plans.actions.drafting import PaperHead, ReadyWords, Words, begun_on, start_plan
from thidua.plans.models import MoveNote, NoteState, Plan
from thidua.plans.moving import Moved


@transaction.atomic
def move_forward(
    *, unit: Unit, head: PaperHead, moved: Moved, once: str = "", by: Actor, at: datetime
) -> Plan:
    """Begin the draft of the new year with the words that were moved; flags wait to be settled."""
    begun = begun_on(once, by)
    if begun is not None:
        return begun
    read = moved.read
    if not read.blocks:
        raise DomainError(_("Văn bản này không có nội dung để chuyển sang năm khác."))
    words = [Words(block.marker, block.text) for block in read.blocks]
    ready = ReadyWords(words, list(read.recipients))
    plan = start_plan(unit=unit, head=head, ready=ready, once=once, by=by, at=at)
    clauses = list(plan.clauses.order_by("position"))
    MoveNote.objects.bulk_create(
        MoveNote(
            plan=plan,
            position=place,
            flag=note.flag,
            old=note.old,
            new=note.new,
            why=note.why,
            before=note.before,
            after=note.after,
            clause=clauses[note.block] if note.block is not None else None,
        )
        for place, note in enumerate(moved.notes)
    )
    years: dict[str, Any] = {"old": moved.old_year, "new": moved.new_year, "flags": moved.flags}
    record("plan.moved", on=plan, by=by, unit=unit, at=at, **years)
    return plan


@transaction.atomic
def settle_flag(
    *, plan: Plan, note: MoveNote, state: NoteState, by: Actor, at: datetime
) -> MoveNote:
    """Say what became of an open question: dealt with, kept as it is, or open again."""
    require(policies.may_edit(by, plan))
    note = MoveNote.objects.select_for_update().get(pk=note.pk, plan=plan, flag=True)
    note.state = state
    open_again = state == NoteState.OPEN
    note.settled_by, note.settled_at = (None, None) if open_again else (by.user, at)
    note.save(update_fields=["state", "settled_by", "settled_at"])
    record("plan.flag_settled", on=plan, by=by, unit=plan.document.unit, at=at, state=str(state))
    return note
