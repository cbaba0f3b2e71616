from datetime import date
from functools import partial

import pytest
from django.apps import apps

from factories import (
    CHAIR,
    CLERK,
    COMMITTEE,
    DAY,
    KEEPER,
    LONG_AGO,
    NOON,
    UnitFactory,
    UserFactory,
    actor_as,
    post_kind,
    user_as,
)
from org.any_row import any_row
from org.people_cases import member
from thidua.audit.models import AuditEvent
from thidua.core.errors import Denied, DomainError
from thidua.councils.models import Council, Seat
from thidua.org.actions.merging import merge_people, undo_merge
from thidua.org.models import Membership, Person, PersonMerge, Post, User
from thidua.org.queries import members_of
from thidua.org.queries.doubles import pairs_among
from thidua.org.tables import pointing_at_people
from thidua.pledges.models import Pledge

BORN = date(1984, 8, 5)
TABLES = [pytest.param(*one, id=one[0]._meta.label) for one in pointing_at_people()]
NEEDS = {"org.person": {"name": "Lê Văn Ba"}}
"""What a made-up row of a table must hold to be allowed by its constraints."""


@pytest.fixture
def kept(workplace):
    return member(workplace, "Nguyễn Thị Hoa", birth_on=BORN, code="ĐV1")


@pytest.fixture
def gone(workplace):
    return member(workplace, "Nguyễn Thị Hoà", birth_on=BORN, phone="0912345678", since=DAY)


@pytest.fixture
def clerk(workplace):
    return actor_as(CLERK, workplace, "Văn Thư")


@pytest.fixture
def joined(clerk, workplace, kept, gone):
    return partial(
        merge_people,
        kept=kept,
        gone=gone,
        facts={},
        account=None,
        unit=workplace,
        by=clerk,
        at=NOON,
    )


def everything():
    """All rows of all tables but the trail and the merges themselves."""
    left_out = {"auditevent", "unsealedevent", "personmerge"}
    return {
        model._meta.label: list(model._default_manager.order_by("pk").values())
        for model in apps.get_models()
        if model._meta.model_name not in left_out
    }


@pytest.mark.parametrize(("model", "column"), TABLES)
def test_every_table_follows_and_comes_back_exactly(
    workplace, clerk, kept, joined, gone, model, column
):
    row = any_row(model, **NEEDS.get(model._meta.label_lower, {}) | {column: gone.pk})
    before = everything()

    merge = joined()

    row.refresh_from_db()
    assert getattr(row, column) == kept.pk
    undo_merge(merge=merge, unit=workplace, by=clerk, at=NOON)
    assert everything() == before


def test_of_two_memberships_in_one_unit_the_longer_goes_on(workplace, clerk, kept, gone, joined):
    Membership.objects.filter(person=gone).update(starts_on=date(2019, 1, 1))
    assert members_of(workplace, DAY).count() == 2

    joined()

    row = Membership.objects.get()
    assert (row.person, row.starts_on, row.ends_on) == (kept, date(2019, 1, 1), None)
    assert list(members_of(workplace, DAY)) == [kept]


def test_two_posts_of_one_kind_become_one(province, workplace, kept, gone, joined):
    for person in (kept, gone):
        Post.objects.create(
            person=person, unit=workplace, kind=post_kind(COMMITTEE), starts_on=LONG_AGO
        )

    joined(by=actor_as(KEEPER, province, "Quản Trị"))

    assert Post.objects.get(kind__code=COMMITTEE).person == kept


def test_what_counts_stays_counted_once_for_each_row(workplace, clerk, kept, gone, joined):
    """Both had signed the same sheet: the total stands, the second pledge stays where it is."""
    first = any_row(Pledge, person=kept)
    second = any_row(Pledge, person=gone, sheet=first.sheet)
    elsewhere = any_row(Pledge, person=gone)

    merge = joined()

    assert Pledge.objects.filter(sheet=first.sheet, state="counted").count() == 2
    second.refresh_from_db()
    elsewhere.refresh_from_db()
    assert (second.person, elsewhere.person) == (gone, kept)
    assert merge.left == [{"what": "giao ước thi đua", "count": 1}]
    undo_merge(merge=merge, unit=workplace, by=clerk, at=NOON)
    elsewhere.refresh_from_db()
    assert elsewhere.person == gone


def test_a_seat_in_one_council_is_not_doubled(kept, gone, joined):
    council = any_row(Council)
    for person in (kept, gone):
        Seat.objects.create(council=council, person=person, starts_on=DAY)

    assert joined().left == [{"what": "thành viên hội đồng", "count": 1}]


def test_the_better_facts_are_taken_and_the_name_sorts_anew(kept, gone, joined):
    joined(facts={"name": "Nguyễn Thị Hòa Bình", "phone": "0912345678"})

    kept.refresh_from_db()
    assert (kept.phone, kept.given, kept.folded) == (
        "0912345678",
        "binh nguyen thi hoa",
        "nguyen thi hoa binh",
    )


@pytest.mark.parametrize("chosen", ["kept", "gone"])
def test_of_two_accounts_the_chosen_one_goes_on_and_the_other_is_closed(
    request, workplace, clerk, kept, gone, joined, chosen
):
    accounts = {"kept": UserFactory(person=kept), "gone": UserFactory(person=gone)}
    before = list(User.objects.order_by("pk").values())

    merge = joined(account=accounts[chosen])

    for account in accounts.values():
        account.refresh_from_db()
    other = accounts["gone" if chosen == "kept" else "kept"]
    assert (accounts[chosen].person, accounts[chosen].is_active) == (kept, True)
    assert (other.person, other.is_active) == (gone, False)
    undo_merge(merge=merge, unit=workplace, by=clerk, at=NOON)
    assert list(User.objects.order_by("pk").values()) == before


def test_a_single_account_follows(kept, gone, joined):
    account = UserFactory(person=gone)

    joined()

    account.refresh_from_db()
    assert (account.person, account.is_active) == (kept, True)


def test_nobody_merges_themselves_into_the_chair(workplace, kept, clerk, joined):
    mine = Person.objects.get(pk=clerk.user.person_id)

    with pytest.raises(Denied, match="hồ sơ của mình"):
        joined(gone=mine)


def test_rights_come_together_only_through_somebody_above(province, workplace, kept, gone, joined):
    Post.objects.create(person=gone, unit=workplace, kind=post_kind(CHAIR), starts_on=LONG_AGO)

    with pytest.raises(Denied, match="cấp trên"):
        joined()
    assert not PersonMerge.objects.exists()
    assert not AuditEvent.objects.exists()

    joined(by=actor_as(KEEPER, province, "Quản Trị"))
    assert Post.objects.get(kind__code=CHAIR, unit=workplace).person == kept


def test_a_record_elsewhere_is_not_merged(outsider, joined):
    with pytest.raises(Denied):
        joined(gone=member(outsider, "Nguyễn Thị Hoa"))


def test_nothing_is_merged_twice(kept, gone, joined):
    joined()

    with pytest.raises((Denied, DomainError)):
        joined()


def test_a_merge_that_others_built_upon_is_not_undone(workplace, clerk, kept, gone, joined):
    pledge = any_row(Pledge, person=gone)
    merge = joined()
    pledge.refresh_from_db()
    pledge.person = member(workplace, "Người Khác")
    pledge.save(update_fields=["person"])
    before = everything()

    with pytest.raises(DomainError, match="Không hoàn tác được"):
        undo_merge(merge=merge, unit=workplace, by=clerk, at=NOON)

    assert everything() == before


def test_pairs_with_doubt_are_told_with_what_is_the_same(workplace, outsider):
    first = member(workplace, "Nguyễn Thị Hoa", birth_on=BORN, phone="0912345678")
    typo = member(workplace, "Nguyễn Thi Hòa", birth_on=BORN)
    near = member(workplace, "Nguyễn Thị Hoan", birth_on=BORN)
    code = member(workplace, "Lê An", code="ĐV9")
    far = member(outsider, "Lê Anh", code="ĐV9")
    member(workplace, "Nguyễn Thị Hoa", birth_on=date(1990, 1, 1))
    people = Person.objects.filter(memberships__unit=workplace)

    pairs = pairs_among(people, Person.objects.all())

    assert {(pair.first, pair.second): pair.why for pair in pairs} == {
        (first, typo): ("cùng họ tên và ngày sinh",),
        (first, near): ("họ tên gần giống, cùng ngày sinh",),
        (typo, near): ("họ tên gần giống, cùng ngày sinh",),
        (code, far): ("cùng mã số đoàn viên",),
    }


def test_two_records_are_compared_joined_and_taken_apart_on_the_screen(
    client, workplace, kept, gone
):
    client.force_login(user_as(CLERK, workplace, "Văn Thư"))
    any_row(Pledge, person=gone)

    listed = client.get("/people/doubles/")
    sheet = client.get(f"/people/{kept.pk}/merge/{gone.pk}/")
    done = client.post(f"/people/{kept.pk}/merge/{gone.pk}/", {"name": "kept", "phone": "gone"})

    merge = PersonMerge.objects.get()
    kept.refresh_from_db()
    assert f"/people/{kept.pk}/merge/{gone.pk}/" in listed.text
    assert "Giao ước thi đua" in sheet.text
    assert done.headers["Location"] == f"/people/merges/{merge.pk}/"
    assert (kept.name, kept.phone) == ("Nguyễn Thị Hoa", "0912345678")
    assert client.get(f"/people/{gone.pk}/").headers["Location"].startswith(f"/people/{kept.pk}/")
    client.post(f"/people/merges/{merge.pk}/undo/")
    assert Person.objects.get(pk=gone.pk).merged_into is None
    assert client.get(f"/people/{gone.pk}/").status_code == 200


def test_a_merged_record_is_on_no_list(client, workplace, kept, gone, joined):
    joined()
    client.force_login(user_as(CLERK, workplace, "Văn Thư"))

    shown = client.get("/people/")

    assert [row.person for row in shown.context["rows"]] == [kept]


def test_members_of_a_group_and_of_its_union_are_one_person_after_all(
    workplace, clerk, kept, joined
):
    """Different units: both memberships go on with the one who is kept."""
    twin = member(UnitFactory(under=workplace), "Nguyễn Thị Hoa", birth_on=BORN)
    by = actor_as(KEEPER, workplace, "Quản Trị")

    joined(gone=twin, by=by)

    assert kept.memberships.count() == 2
