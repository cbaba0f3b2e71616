"""Writing a decision about the organisation down: its head and its acts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import F, Max, Min
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.audit.plain import differences
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
    changes = differences(one, columns)
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


@transaction.atomic
def move_act(*, act: Act, to: int, by: Actor, at: datetime) -> int:
    """Put an act of the draft into place `to`, those between move up; the place it got.

    Acts are carried out in this order, so one that needs a unit stays behind the act that
    establishes it.
    """
    one = _draft(act.reorganisation, by)
    act = one.acts.get(pk=act.pk)
    ends = one.acts.aggregate(first=Min("position"), last=Max("position"))
    to = min(max(to, ends["first"]), ends["last"])
    if to == act.position:
        return to
    _refuse_before_its_unit(act, to)
    upwards = to < act.position
    between = (to, act.position - 1) if upwards else (act.position + 1, to)
    step = 1 if upwards else -1
    # A place is taken once at any moment, so the others step aside before they move up.
    last = ends["last"]
    passed = one.acts.filter(position__range=between)
    passed.update(position=F("position") + last)
    one.acts.filter(pk=act.pk).update(position=to)
    one.acts.filter(position__gt=last).update(position=F("position") - last + step)
    record(
        "reorganisation.act_moved",
        on=one,
        by=by,
        unit=one.unit,
        at=at,
        title=one.title,
        position=act.position,
        to=to,
    )
    return to


def _refuse_before_its_unit(act: Act, to: int) -> None:
    """Neither past the act that establishes its target, nor past one that needs its own unit."""
    first = act.target_act.position if act.target_act else 0
    needing = act.reorganisation.acts.filter(target_act=act).order_by("position").first()
    if to <= first:
        raise DomainError(
            _("Việc này cần đơn vị thành lập ở việc số %(position)s nên phải đứng sau việc đó.")
            % {"position": first}
        )
    if needing is not None and to >= needing.position:
        raise DomainError(
            _("Việc số %(position)s cần đơn vị thành lập ở việc này nên phải đứng sau.")
            % {"position": needing.position}
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
