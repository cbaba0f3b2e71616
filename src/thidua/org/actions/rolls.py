"""Members gained and lost: dated facts, done for many people at once, each deed undone whole.

What the law ended is no resignation, so every end has its own reason (ORG-05).
"""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.org.actions.possible import require_possible
from thidua.org.actor import Actor, within
from thidua.org.models import (
    Delegation,
    EndReason,
    JoinedBy,
    Membership,
    Person,
    Post,
    RollAct,
    RollKind,
    Unit,
)
from thidua.org.noted import Notes, take_back
from thidua.org.orders import Order
from thidua.org.policies.giving import may_end_post
from thidua.org.policies.people import may_keep_people, may_take_from
from thidua.org.policies.rolls import may_undo_roll
from thidua.org.queries.unions import union_of

EVENTS = {
    RollKind.ADMIT: "person.admitted",
    RollKind.TRANSFER: "person.transferred",
    RollKind.DROP: "person.dropped",
}
NAMED = 3
"""So many names stand in a refusal; of the others, the number."""


@transaction.atomic
def admit(
    *, people: Sequence[Person], unit: Unit, order: Order, by: Actor, at: datetime
) -> RollAct:
    """Take known people onto the list of `unit`, beside any other union they are in.

    Raises `DomainError` naming those who are in the union already, be it in one of its groups:
    from group to group one is transferred.
    """
    require(may_keep_people(by, unit))
    require_possible(unit, order.on, by.day)
    chosen = _locked(people)
    _refuse_admitted(chosen, unit, by.day)
    notes = Notes()
    _join(notes, chosen, unit, JoinedBy.ADMITTED, order)
    return _kept(RollKind.ADMIT, notes, chosen, unit, None, order, by, at)


@transaction.atomic
def transfer(
    *, people: Sequence[Person], unit: Unit, to: Unit, order: Order, by: Actor, at: datetime
) -> RollAct:
    """End what they are members of in `unit` or below it, and begin in `to` on the same day.

    Rightless posts there end with it; for one that gives rights somebody above is needed.
    """
    require_possible(to, order.on, by.day)
    chosen, notes = _locked(people), Notes()
    order = Order(on=order.on, decision=order.decision, reason=EndReason.TRANSFERRED)
    rows = _leaving(chosen, unit, order, by)
    for left in _units(rows):
        require(may_take_from(by, left))
    if to.pk in {left.pk for left in _units(rows)}:
        raise DomainError(_("Nơi chuyển đến trùng với nơi đang sinh hoạt. Hãy chọn đơn vị khác."))
    _refuse_members(chosen, to)
    _leave(notes, chosen, rows, order, by)
    _join(notes, chosen, to, JoinedBy.MOVED, order)
    return _kept(RollKind.TRANSFER, notes, chosen, unit, to, order, by, at)


@transaction.atomic
def drop(*, people: Sequence[Person], unit: Unit, order: Order, by: Actor, at: datetime) -> RollAct:
    """Take people off the lists of `unit` and of what stands below it, with the reason."""
    chosen, notes = _locked(people), Notes()
    rows = _leaving(chosen, unit, order, by)
    for left in _units(rows):
        require(may_keep_people(by, left))
    _leave(notes, chosen, rows, order, by)
    return _kept(RollKind.DROP, notes, chosen, unit, None, order, by, at)


@transaction.atomic
def undo_roll(*, act: RollAct, by: Actor, at: datetime) -> RollAct:
    """Put back exactly what the deed changed.

    Raises `DomainError` where one of these memberships has changed since.
    """
    act = RollAct.objects.select_for_update(of=("self",)).select_related("unit").get(pk=act.pk)
    require(may_undo_roll(by, act))
    take_back(act.noted)
    act.undone_by, act.undone_at = by.user, at
    act.save(update_fields=["undone_by", "undone_at"])
    record("roll.undone", on=act, by=by, unit=act.unit, at=at, people=act.people)
    return act


def _locked(people: Sequence[Person]) -> list[Person]:
    """The people under lock in one order, so that two officers never wait for each other."""
    keys = sorted({person.pk for person in people})
    living = Person.objects.select_for_update().filter(pk__in=keys, merged_into=None)
    chosen = list(living.order_by("pk"))
    if not chosen:
        raise DomainError(_("Chưa chọn ai."))
    return chosen


def _members(people: Sequence[Person], unit: Unit) -> QuerySet[Membership]:
    rows = Membership.objects.filter(person__in=[one.pk for one in people], unit=unit)
    return rows.select_related("person")


def _refuse_members(people: Sequence[Person], unit: Unit) -> None:
    """Nothing is done for anybody while one of them is on the list already."""
    _refuse_named([row.person.name for row in _members(people, unit).filter(ends_on=None)], unit)


def _refuse_admitted(people: Sequence[Person], unit: Unit, day: date) -> None:
    """The same for the whole union: the unit with the register, and the groups living with it."""
    open_ = Membership.objects.filter(person__in=people, ends_on=None, unit__kept_by=None)
    rows = open_.select_related("person", "unit__kind").order_by("person")
    units = {row.unit_id: row.unit for row in rows}
    unions = {pk: union_of(one, day) or one for pk, one in units.items()}
    union = union_of(unit, day) or unit
    _refuse_named([row.person.name for row in rows if unions[row.unit_id] == union], union)


def _refuse_named(names: Sequence[str], unit: Unit) -> None:
    if names:
        raise DomainError(
            _("Đã là đoàn viên của %(unit)s: %(names)s.") % {"unit": unit, "names": _some(names)}
        )


def _some(names: Sequence[str]) -> str:
    said = ", ".join(names[:NAMED])
    more = len(names) - NAMED
    return (
        said
        if more <= 0
        else _("%(names)s và %(more)s người khác")
        % {
            "names": said,
            "more": more,
        }
    )


def _join(
    notes: Notes, people: Sequence[Person], unit: Unit, joined_by: JoinedBy, order: Order
) -> None:
    rows = [
        Membership(
            person=person,
            unit=unit,
            joined_by=joined_by,
            decision=order.decision,
            starts_on=order.on,
        )
        for person in people
    ]
    notes.create(rows, unchanged=("unit_id", "ends_on", "starts_on"))


def _leaving(people: Sequence[Person], unit: Unit, order: Order, by: Actor) -> list[Membership]:
    """What they are members of in the unit or below it; everybody must be, since long enough."""
    here = within(by.day, unit.seat_on(by.day), "unit__placements__")
    keys = [one.pk for one in people]
    open_ = Membership.objects.filter(here, person__in=keys, ends_on=None)
    rows = list(open_.select_related("person", "unit__kind").order_by("pk"))
    found = {row.person_id for row in rows}
    absent = [one.name for one in people if one.pk not in found]
    if absent:
        raise DomainError(
            _("Hiện không phải đoàn viên của %(unit)s: %(names)s.")
            % {"unit": unit, "names": _some(absent)}
        )
    early = [row.person.name for row in rows if row.starts_on >= order.on]
    if early:
        raise DomainError(
            _("Ngày %(day)s phải sau ngày vào đơn vị của: %(names)s.")
            % {"day": f"{order.on:%d/%m/%Y}", "names": _some(early)}
        )
    return rows


def _units(rows: Sequence[Membership]) -> list[Unit]:
    return list({row.unit_id: row.unit for row in rows}.values())


def _leave(
    notes: Notes, people: Sequence[Person], rows: Sequence[Membership], order: Order, by: Actor
) -> None:
    """The memberships end, and with them the posts there and what was delegated from or to them."""
    keys, units = [one.pk for one in people], [row.unit_id for row in rows]
    posts = Post.objects.filter(person__in=keys, unit__in=units, ends_on=None)
    for post in posts.select_related("kind", "unit__kind", "person"):
        require(may_end_post(by, post))
        if post.starts_on >= order.on:
            raise DomainError(
                _("Chức vụ %(post)s của %(name)s bắt đầu từ sau ngày thôi sinh hoạt.")
                % {"post": post.kind.name, "name": post.person.name}
            )
    concerned = Q(post__in=posts) | Q(person__in=keys, post__unit__in=units)
    running = Delegation.objects.filter(concerned, starts_on__lt=order.on, ends_on__gt=order.on)
    notes.change(running, ends_on=order.on)
    notes.change(posts, ends_on=order.on, end_reason=order.reason)
    ending = Membership.objects.filter(pk__in=[row.pk for row in rows])
    notes.change(ending, ends_on=order.on, end_reason=order.reason)


def _kept(
    kind: RollKind,
    notes: Notes,
    people: Sequence[Person],
    unit: Unit,
    to: Unit | None,
    order: Order,
    by: Actor,
    at: datetime,
) -> RollAct:
    act = RollAct.objects.create(
        unit=unit,
        target=to,
        kind=kind,
        on=order.on,
        reason=order.reason,
        decision=order.decision,
        people=len(people),
        concerned=[person.pk for person in people],
        noted=notes.steps,
        done_by=by.user,
        done_at=at,
    )
    for person in people:
        record(
            EVENTS[kind],
            on=person,
            by=by,
            unit=unit,
            at=at,
            day=order.on.isoformat(),
            decision=order.decision,
            why=str(EndReason(order.reason).label) if order.reason else "",
            to=to.name if to else "",
        )
    return act
