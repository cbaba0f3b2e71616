"""The trail of a nameless person: sealed as it was, read without the name (PDP-10, PDP-11)."""

import pytest

from councils.meetings import council_of, keeper_of
from factories import CHAIR, CLERK, DAY, LONG_AGO, NOON, UserFactory, actor_as, user_as
from thidua.audit.actions import record, seal_waiting
from thidua.audit.models import AuditEvent, SealedBlock
from thidua.audit.queries import verify
from thidua.councils import actions as councils
from thidua.org.actor import Actor
from thidua.org.models import EndReason, Membership, Person
from thidua.oversight.actions.anonymising import approve, propose
from thidua.oversight.personal_data.portrait import portrait_of

pytestmark = pytest.mark.django_db
NAME, OLD = "Lò Thị Kim Mai", "Lò Thị Mai"


@pytest.fixture
def mai(workplace):
    person = Person.objects.create(name=NAME, phone="0912345678")
    Membership.objects.create(
        person=person, unit=workplace, starts_on=LONG_AGO, ends_on=DAY, end_reason=EndReason.LEFT
    )
    return person


@pytest.fixture
def account(mai):
    return UserFactory(person=mai, username="mailtk.hoalu")


@pytest.fixture
def told(mai, account, workplace):
    """A deed of hers, one with her record, one with her account, one with her seat."""
    chair = actor_as(CHAIR, workplace)
    record("unit.noted", on=workplace, by=Actor.of(account, DAY), unit=workplace, at=NOON)
    changes = {"name": (OLD, NAME), "phone": ("", "0912345678")}
    record("person.changed", on=mai, by=chair, unit=workplace, at=NOON, changes=changes)
    record("account.given", on=account, by=chair, unit=workplace, at=NOON, username="mailtk.hoalu")
    council = council_of(workplace)
    councils.add_seat(
        council=council, person=mai, role="member", on=DAY, by=keeper_of(workplace), at=NOON
    )
    seat = council.seats.get(person=mai)
    seat.ends_on = DAY.replace(year=2025)
    seat.save()
    seal_waiting(at=NOON)
    return council


def nameless(person, unit):
    hands = actor_as(CLERK, unit, "Lê Văn Bình"), actor_as(CHAIR, unit, "Đỗ Thị Hạnh")
    proposal = propose(
        person=person, unit=unit, reason="r", mentions=[], request=None, by=hands[0], at=NOON
    )
    return approve(proposal=proposal, by=hands[1], at=NOON)


def trail(client, unit, **asked):
    client.force_login(user_as(CHAIR, unit))
    return client.get("/trail/", asked)


def test_nothing_of_the_trail_reads_as_the_name(client, mai, workplace, told):
    before = trail(client, workplace).text

    done = nameless(mai, workplace)

    after = trail(client, workplace).text
    for mark in (NAME, OLD, "mailtk.hoalu", "0912345678"):
        assert mark in before
        assert mark not in after
    assert after.count(f"Người đã ẩn danh số {done.number}") >= 4


def test_the_sealed_rows_stay_as_they_were(mai, workplace, told):
    blocks = list(SealedBlock.objects.values_list("hash", flat=True))

    nameless(mai, workplace)

    assert list(SealedBlock.objects.values_list("hash", flat=True)) == blocks
    assert verify().faults == []
    assert AuditEvent.objects.filter(actor_name=NAME).exists()


def test_the_name_finds_nothing_in_the_trail_any_more(client, mai, workplace, told):
    assert trail(client, workplace, q=NAME).context["rows"]

    done = nameless(mai, workplace)

    assert not trail(client, workplace, q=NAME).context["rows"]
    assert trail(client, workplace, q=f"ẩn danh số {done.number}").context["rows"]


def test_the_name_in_a_deed_stays_where_it_may_be_somebody_else_s(client, mai, workplace, told):
    other = Person.objects.create(name=NAME)
    councils.add_seat(
        council=told, person=other, role="member", on=DAY, by=keeper_of(workplace), at=NOON
    )

    nameless(mai, workplace)

    deeds = [row.deed for row in trail(client, workplace).context["rows"]]
    assert deeds.count(f"thêm thành viên hội đồng: {NAME}") == 2


def test_what_somebody_is_given_about_themselves_tells_no_name_of_the_nameless(
    mai, account, workplace
):
    other = Person.objects.create(name="Vũ Văn Nam")
    record("person.changed", on=other, by=Actor.of(account, DAY), unit=workplace, at=NOON)

    done = nameless(mai, workplace)

    (row,) = next(part for part in portrait_of(other).parts if "Nhật ký" in part.title).rows
    assert row["người làm"] == f"Người đã ẩn danh số {done.number}"


def test_a_deed_of_two_who_become_nameless_names_neither(client, mai, account, workplace):
    second = Person.objects.create(name="Vũ Văn Nam")
    Membership.objects.create(
        person=second, unit=workplace, starts_on=LONG_AGO, ends_on=DAY, end_reason=EndReason.LEFT
    )
    by = Actor.of(account, DAY)
    record("person.changed", on=second, by=by, unit=workplace, at=NOON)

    first_done, second_done = nameless(mai, workplace), nameless(second, workplace)

    rows = trail(client, workplace).context["rows"]
    row = next(row for row in rows if row.target == f"org.person:{second.pk}")
    assert (row.who, row.thing) == (
        f"Người đã ẩn danh số {first_done.number}",
        f"Người đã ẩn danh số {second_done.number}",
    )
