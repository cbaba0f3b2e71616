"""Writing a decision about the organisation down: its head and its acts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.org.actor import Actor
from thidua.org.models import Act, Reorganisation, Unit
from thidua.org.policies import may_reorganise
from thidua.oversight.policies.reorganising import may_edit
from thidua.oversight.reorganising.new_act import NewAct


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What the decision is called, and from when it is in force."""

    title: str
    type_name: str
    number: str
    dated_on: date | None
    issuer: str
    on: date


@transaction.atomic
def draft(*, unit: Unit, head: Head, by: Actor, at: datetime) -> Reorganisation:
    """Begin a decision for the part of the organisation that `unit` heads."""
    require(may_reorganise(by, unit))
    one = Reorganisation.objects.create(
        unit=unit, drafted_by=by.user, drafted_at=at, **_columns(head)
    )
    record("reorganisation.drafted", on=one, by=by, unit=unit, at=at, title=one.title)
    return one


@transaction.atomic
def edit(*, reorganisation: Reorganisation, head: Head, by: Actor, at: datetime) -> Reorganisation:
    """Change what the decision is called or from when it is in force."""
    one = _draft(reorganisation, by)
    columns = _columns(head)
    changes = {name: (getattr(one, name), value) for name, value in columns.items()}
    for name, value in columns.items():
        setattr(one, name, value)
    one.save(update_fields=list(columns))
    record(
        "reorganisation.edited",
        on=one,
        by=by,
        unit=one.unit,
        at=at,
        changes=changes,
        title=one.title,
    )
    return one


@transaction.atomic
def discard(*, reorganisation: Reorganisation, by: Actor, at: datetime) -> None:
    """Throw a draft away."""
    one = _draft(reorganisation, by)
    record("reorganisation.discarded", on=one, by=by, unit=one.unit, at=at, title=one.title)
    one.delete()


@transaction.atomic
def add_acts(
    *, reorganisation: Reorganisation, acts: Sequence[NewAct], by: Actor, at: datetime
) -> list[Act]:
    """Put acts at the end, in their order."""
    one = _draft(reorganisation, by)
    last = one.acts.aggregate(last=Max("position"))["last"] or 0
    made = Act.objects.bulk_create(
        [_row(one, act, position) for position, act in enumerate(acts, last + 1)], batch_size=500
    )
    pointing = []
    for row, act in zip(made, acts, strict=True):
        if act.establishing is not None:
            row.target_act = made[act.establishing]
            pointing.append(row)
    Act.objects.bulk_update(pointing, ["target_act"], batch_size=500)
    record(
        "reorganisation.acts_added",
        on=one,
        by=by,
        unit=one.unit,
        at=at,
        title=one.title,
        acts=len(made),
    )
    return made


@transaction.atomic
def remove_act(*, act: Act, by: Actor, at: datetime) -> None:
    """Take one act out of the draft, unless another one needs the unit that it establishes."""
    one = _draft(act.reorganisation, by)
    needing = one.acts.filter(target_act=act).first()
    if needing is not None:
        raise DomainError(
            _("Việc số %(position)s cần đơn vị thành lập ở việc này. Hãy bỏ việc đó trước.")
            % {"position": needing.position}
        )
    one.acts.filter(pk=act.pk).delete()
    record(
        "reorganisation.act_removed",
        on=one,
        by=by,
        unit=one.unit,
        at=at,
        title=one.title,
        position=act.position,
    )


def _draft(reorganisation: Reorganisation, by: Actor) -> Reorganisation:
    rows = Reorganisation.objects.select_for_update(of=("self",)).select_related("unit")
    one = rows.get(pk=reorganisation.pk)
    require(may_edit(by, one))
    return one


def _columns(head: Head) -> dict[str, Any]:
    names = ("title", "type_name", "number", "dated_on", "issuer", "on")
    return {name: getattr(head, name) for name in names}


def _row(one: Reorganisation, act: NewAct, position: int) -> Act:
    return Act(
        reorganisation=one,
        position=position,
        kind=act.kind,
        unit=act.unit,
        target=act.target,
        target_act=act.target_act,
        unit_kind=act.unit_kind,
        naming=act.naming,
        listed=list(act.listed),
        ends_below=act.ends_below,
        reason=act.reason,
    )
