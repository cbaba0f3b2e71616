"""Things of the room `councils` for the addresses that name one; its pages that name none."""

from collections.abc import Callable

from access.secret import SECRET
from factories import DAY, NOON, UserFactory
from thidua.councils.models import Council, Item, Seat, Session, SessionStatus
from thidua.files.actions import keep
from thidua.org.models import Person, Unit


def council(unit: Unit) -> Council:
    return Council.objects.get_or_create(unit=unit, name=SECRET, defaults={"starts_on": DAY})[0]


def seat(unit: Unit) -> Seat:
    known = council(unit).seats.first()
    person = Person.objects.create(name=SECRET) if known is None else known.person
    return known or Seat.objects.create(council=council(unit), person=person, starts_on=DAY)


def session(unit: Unit) -> Session:
    return council(unit).sessions.first() or Session.objects.create(
        council=council(unit), held_on=DAY, place=SECRET, opened_at=NOON, opened_by=UserFactory()
    )


def closed(unit: Unit) -> Session:
    """A session whose minutes have been made."""
    paper = keep(data=SECRET.encode(), media_type="application/pdf", unit=None, at=NOON)
    user = UserFactory()
    return Session.objects.create(
        council=council(unit),
        held_on=DAY,
        place=SECRET,
        opened_at=NOON,
        opened_by=user,
        status=SessionStatus.CLOSED,
        closed_at=NOON,
        closed_by=user,
        minutes=paper,
    )


def item(unit: Unit) -> Item:
    return Item.objects.get_or_create(
        session=session(unit), position=1, defaults={"subject": SECRET}
    )[0]


THINGS: dict[str, Callable[..., object]] = {
    "councils:council": council,
    "councils:end": council,
    "councils:add_seat": council,
    "councils:open_session": council,
    "councils:end_seat": seat,
    "councils:count": item,
    **{f"councils:{name}": session for name in ("session", "attend", "close")},
    "councils:minutes": closed,
}
LISTS: set[str] = {"councils:list", "councils:new"}
