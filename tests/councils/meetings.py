"""Councils and sessions in each state, made by the actions of the room."""

from factories import CHAIR, DAY, NOON, OFFICER, actor_as
from thidua.councils import actions
from thidua.councils.models import SeatRole
from thidua.org.models import Person

NAMES = {
    "Bùi Thanh Tùng": SeatRole.CHAIR,
    "Trần Văn Minh": SeatRole.DEPUTY,
    "Phạm Thu Hà": SeatRole.SECRETARY,
    "Đỗ Thị Hạnh": SeatRole.MEMBER,
    "Lương Văn Khoa": SeatRole.MEMBER,
}


def keeper_of(unit):
    return actor_as(OFFICER, unit, "Phạm Thu Hà")


def council_of(unit, names=NAMES, **more):
    """A council of five with a chair, a deputy and a secretary."""
    people = {Person.objects.create(name=name).pk: role for name, role in names.items()}
    facts = {
        "unit": unit,
        "name": "Hội đồng Thi đua - Khen thưởng",
        "basis": "Quyết định số 12/QĐ-CĐGD ngày 05 tháng 01 năm 2024",
        "starts_on": DAY,
        "seats": people,
        "by": keeper_of(unit),
        "at": NOON,
    }
    return actions.set_up_council(**(facts | more))


def session_of(council, **more):
    facts = {"held_on": DAY, "place": "Phòng họp tầng 2", "at": NOON}
    keeper = more.pop("by", None) or keeper_of(council.unit)
    return actions.open_session(council=council, by=keeper, **(facts | more))


def seat_of(council, role):
    return council.seats.filter(role=role).first()


def attended(session, absent=0):
    """Everybody came but the last ones; the chair led, the secretary wrote."""
    council = session.council
    seats = list(council.seats.order_by("pk"))
    return actions.record_attendance(
        session=session,
        present=[seat.pk for seat in seats[: len(seats) - absent]],
        chaired_by=seat_of(council, SeatRole.CHAIR).pk,
        kept_by=seat_of(council, SeatRole.SECRETARY).pk,
        by=keeper_of(council.unit),
        at=NOON,
    )


def counted(item, agree, disagree=0, abstain=0):
    keeper = keeper_of(item.session.council.unit)
    return actions.count_hands(
        item=item, agree=agree, disagree=disagree, abstain=abstain, by=keeper, at=NOON
    )


def closed(session):
    return actions.close_session(session=session, by=actor_as(CHAIR, session.council.unit), at=NOON)
