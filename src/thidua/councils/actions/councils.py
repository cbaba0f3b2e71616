"""Setting councils up, and who sits in them."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.councils import policies
from thidua.councils.models import Council, Seat, SeatRole
from thidua.org.actor import Actor
from thidua.org.models import Person, Unit


@transaction.atomic
def set_up_council(
    *,
    unit: Unit,
    name: str,
    basis: str,
    starts_on: date,
    seats: Mapping[int, SeatRole],
    once: str = "",
    by: Actor,
    at: datetime,
) -> Council:
    """A council with its first seats, by person. It needs somebody to lead and somebody to write.

    `once` names the page it was set up on: pressed again there, the first council is the answer.
    """
    unit = Unit.objects.select_for_update().get(pk=unit.pk)
    require(policies.may_keep(by, unit))
    key = f"{by.user.pk}.{once}" if once else None
    begun = Council.objects.filter(once=key).first() if key else None
    if begun is not None:
        return begun
    _require_leaders(seats)
    council = Council.objects.create(
        unit=unit, name=name.strip(), basis=basis.strip(), starts_on=starts_on, once=key
    )
    people = Person.objects.in_bulk(list(seats))
    Seat.objects.bulk_create(
        Seat(council=council, person=people[pk], role=role, starts_on=starts_on)
        for pk, role in seats.items()
    )
    record("council.set_up", on=council, by=by, unit=unit, at=at, seats=len(seats))
    return council


def _require_leaders(seats: Mapping[int, SeatRole]) -> None:
    roles = list(seats.values())
    if roles.count(SeatRole.CHAIR) != 1:
        raise DomainError(_("Hội đồng cần đúng một Chủ tịch Hội đồng."))
    if SeatRole.SECRETARY not in roles:
        raise DomainError(_("Hội đồng chưa có thư ký nên không có người lập biên bản."))


@transaction.atomic
def add_seat(
    *, council: Council, person: Person, role: SeatRole, on: date, by: Actor, at: datetime
) -> Seat:
    """Somebody joins the council; whoever sits in it already does not get a second seat."""
    council = _locked(council)
    require(policies.may_change(by, council))
    if council.seats.filter(person=person, ends_on=None).exists():
        raise DomainError(_("%(person)s đã là thành viên của Hội đồng.") % {"person": person})
    if role == SeatRole.CHAIR and council.seats.filter(role=role, ends_on=None).exists():
        raise DomainError(_("Hội đồng đã có Chủ tịch. Hãy cho thôi người trước đã."))
    seat = Seat.objects.create(council=council, person=person, role=role, starts_on=on)
    record("council.seat_added", on=council, by=by, unit=council.unit, at=at, person=person.name)
    return seat


@transaction.atomic
def end_seat(*, seat: Seat, on: date, by: Actor, at: datetime) -> Seat:
    """The member leaves on that day; sessions held before keep them."""
    seat = Seat.objects.select_for_update(of=("self",)).select_related("person").get(pk=seat.pk)
    council = _locked(seat.council)
    require(policies.may_keep(by, council.unit))
    if seat.ends_on is not None:
        raise DomainError(_("%(person)s đã thôi là thành viên Hội đồng.") % {"person": seat.person})
    if on <= seat.starts_on:
        raise DomainError(_("Ngày thôi phải sau ngày bắt đầu tham gia Hội đồng."))
    seat.ends_on = on
    seat.save(update_fields=["ends_on"])
    name = seat.person.name
    record("council.seat_ended", on=council, by=by, unit=council.unit, at=at, person=name)
    return seat


@transaction.atomic
def end_council(*, council: Council, on: date, by: Actor, at: datetime) -> Council:
    """The council ends on that day with the seats in it, for instance with its term.

    Minutes stay, and nobody opens it again: whoever needs one sets up a new council.
    """
    council = _locked(council)
    require(policies.may_end(by, council, on))
    council.seats.filter(ends_on=None).update(ends_on=on)
    council.ends_on = on
    council.save(update_fields=["ends_on"])
    record("council.ended", on=council, by=by, unit=council.unit, at=at, day=on)
    return council


def _locked(council: Council) -> Council:
    """Read the row again under a lock, so that policies judge what is true now."""
    return Council.objects.select_for_update(of=("self",)).select_related("unit").get(pk=council.pk)
