from datetime import date

import pytest

from factories import (
    CHAIR,
    CLERK,
    COMMITTEE,
    DAY,
    KEEPER,
    LONG_AGO,
    NOON,
    UnitFactory,
    actor_as,
    post_kind,
    user_as,
)
from org.people_cases import member
from thidua.audit.models import AuditEvent
from thidua.core import clock
from thidua.core.errors import Denied, DomainError
from thidua.org.actions.rolls import admit, drop, transfer, undo_roll
from thidua.org.models import Delegation, Membership, Post, PostKind, RollAct, UnitKind
from thidua.org.orders import Order

RETIRED = Order(on=date(2024, 3, 1), reason="retired", decision="QĐ 45 ngày 28/02/2024")


def rows():
    """Everything there is about memberships, posts and letters, to compare before and after."""
    return [list(model.objects.order_by("pk").values()) for model in (Membership, Post, Delegation)]


def test_people_are_dropped_with_the_reason_and_put_back_exactly(workplace):
    clerk = actor_as(CLERK, workplace)
    people = [member(workplace, "Lê An"), member(workplace, "Lê Bình")]
    before = rows()

    act = drop(people=people, unit=workplace, order=RETIRED, by=clerk, at=NOON)
    ended = list(Membership.objects.values_list("ends_on", "end_reason"))
    undo_roll(act=act, by=clerk, at=NOON)

    assert ended == [(date(2024, 3, 1), "retired")] * 2
    assert rows() == before
    assert list(AuditEvent.objects.order_by("pk").values_list("type", flat=True)) == [
        "person.dropped",
        "person.dropped",
        "roll.undone",
    ]


def test_a_transfer_ends_here_and_begins_there_on_the_same_day(workplace, province):
    person, there = member(workplace, "Lê An"), UnitFactory(under=province)
    clerk, keeper = actor_as(CLERK, workplace), actor_as(KEEPER, province)
    before = rows()

    act = transfer(
        people=[person],
        unit=workplace,
        to=there,
        order=Order(on=date(2024, 3, 1), decision="Giấy giới thiệu 7"),
        by=clerk,
        at=NOON,
    )

    old, new = person.memberships.order_by("starts_on")
    assert (old.ends_on, old.end_reason) == (date(2024, 3, 1), "transferred")
    assert (new.unit, new.starts_on, new.joined_by) == (there, date(2024, 3, 1), "moved")
    undo_roll(act=act, by=keeper, at=NOON)
    assert rows() == before


def test_a_post_without_rights_ends_with_the_membership(workplace):
    person = member(workplace, "Lê An")
    kind = PostKind.objects.create(code="uvbnc", name="Ủy viên Ban Nữ công")
    post = Post.objects.create(person=person, unit=workplace, kind=kind, starts_on=LONG_AGO)

    act = drop(
        people=[person], unit=workplace, order=RETIRED, by=actor_as(CLERK, workplace), at=NOON
    )

    post.refresh_from_db()
    assert (post.ends_on, post.end_reason) == (date(2024, 3, 1), "retired")
    undo_roll(act=act, by=actor_as(CHAIR, workplace), at=NOON)
    post.refresh_from_db()
    assert (post.ends_on, post.end_reason) == (None, "")


def test_who_holds_a_post_with_rights_is_not_dropped_by_the_clerk(workplace):
    person, other = member(workplace, "Lê An"), member(workplace, "Lê Bình")
    kind = post_kind(CHAIR)
    Post.objects.create(person=person, unit=workplace, kind=kind, starts_on=LONG_AGO)
    before = rows()

    clerk = actor_as(CLERK, workplace)
    with pytest.raises(Denied, match="cấp trên"):
        drop(people=[other, person], unit=workplace, order=RETIRED, by=clerk, at=NOON)

    assert rows()[0] == before[0]
    assert not RollAct.objects.exists()
    assert not AuditEvent.objects.exists()


def test_all_or_nobody_when_one_is_no_member(workplace, outsider):
    people = [member(workplace, "Lê An"), member(outsider, "Lê Lạ")]

    with pytest.raises(DomainError, match="Lê Lạ"):
        drop(people=people, unit=workplace, order=RETIRED, by=actor_as(CLERK, workplace), at=NOON)

    assert not Membership.objects.exclude(ends_on=None).exists()


def test_nobody_leaves_before_they_came(workplace):
    person = member(workplace, "Lê An", since=date(2024, 3, 1))

    with pytest.raises(DomainError, match="ngày vào đơn vị"):
        drop(people=[person], unit=workplace, order=RETIRED, by=actor_as(CLERK, workplace), at=NOON)


def test_nobody_is_admitted_twice(workplace):
    person = member(workplace, "Lê An")

    with pytest.raises(DomainError, match="Đã là đoàn viên"):
        admit(
            people=[person],
            unit=workplace,
            order=Order(on=DAY),
            by=actor_as(CLERK, workplace),
            at=NOON,
        )


def test_who_is_in_a_group_of_the_union_is_admitted_already(workplace):
    groups = UnitKind.objects.create(code="to", name="Tổ công đoàn", keeps_register=False)
    first, second = (
        UnitFactory(under=workplace, kind=groups),
        UnitFactory(under=workplace, kind=groups),
    )
    person = member(first, "Lê An")
    clerk = actor_as(CLERK, workplace)

    for unit in (workplace, second):
        with pytest.raises(DomainError, match=r"Đã là đoàn viên của .*: Lê An"):
            admit(people=[person], unit=unit, order=Order(on=DAY), by=clerk, at=NOON)

    assert Membership.objects.count() == 1


def test_who_is_in_another_union_below_may_be_admitted_beside_it(workplace, province):
    person = member(workplace, "Lê An")

    admit(
        people=[person],
        unit=province,
        order=Order(on=DAY),
        by=actor_as(CLERK, province),
        at=NOON,
    )

    assert Membership.objects.filter(person=person, ends_on=None).count() == 2


def test_a_deed_that_others_built_upon_is_not_undone(workplace, province):
    clerk, there = actor_as(CLERK, workplace), UnitFactory(under=province)
    person = member(workplace, "Lê An")
    act = transfer(
        people=[person],
        unit=workplace,
        to=there,
        order=Order(on=date(2024, 3, 1)),
        by=clerk,
        at=NOON,
    )
    drop(
        people=[person],
        unit=there,
        order=Order(on=date(2024, 3, 10), reason="left"),
        by=actor_as(CLERK, there),
        at=NOON,
    )
    before = rows()

    with pytest.raises(DomainError, match="Không hoàn tác được"):
        undo_roll(act=act, by=clerk, at=NOON)

    assert rows() == before


def test_nothing_is_undone_twice(workplace):
    clerk, person = actor_as(CLERK, workplace), member(workplace, "Lê An")
    act = drop(people=[person], unit=workplace, order=RETIRED, by=clerk, at=NOON)
    undo_roll(act=act, by=clerk, at=NOON)

    with pytest.raises(DomainError, match="đã được hoàn tác"):
        undo_roll(act=act, by=clerk, at=NOON)


@pytest.mark.parametrize(
    ("post", "held_in", "may_drop", "may_move"),
    [
        (CLERK, "workplace", True, True),
        (COMMITTEE, "workplace", False, False),
        (CHAIR, "province", False, True),
        (KEEPER, "province", True, True),
        (CHAIR, "outsider", False, False),
    ],
)
def test_who_may_drop_and_who_may_move(request, workplace, post, held_in, may_drop, may_move):
    actor = actor_as(post, request.getfixturevalue(held_in))
    moved, dropped, there = member(workplace, "A B"), member(workplace, "C D"), UnitFactory()
    order = {"unit": workplace, "by": actor, "at": NOON}

    def done(act):
        try:
            act()
        except Denied:
            return False
        return True

    assert done(lambda: drop(people=[dropped], order=RETIRED, **order)) is may_drop
    assert (
        done(lambda: transfer(people=[moved], to=there, order=Order(on=DAY), **order)) is may_move
    )


def test_several_are_picked_from_the_list_and_dropped_at_once_with_undo(client, workplace):
    client.force_login(user_as(CLERK, workplace))
    people = [member(workplace, "Lê An"), member(UnitFactory(under=workplace), "Lê Bình")]
    UnitFactory.reset_sequence(force=True)
    picked = {"person": [one.pk for one in people[:1]]}

    asked = client.post(f"/people/act/?unit={workplace.pk}", picked)
    missing = client.post(
        f"/people/act/?unit={workplace.pk}", picked | {"kind": "drop", "on": "1/3/2024"}
    )
    done = client.post(
        f"/people/act/?unit={workplace.pk}",
        picked | {"kind": "drop", "on": "1/3/2024", "reason": "retired"},
    )

    act = RollAct.objects.get()
    assert "Lê An" in asked.text
    assert (missing.status_code, "Chưa chọn lý do" in missing.text) == (422, True)
    assert done.headers["Location"] == f"/people/acts/{act.pk}/"
    assert "Lê An" in client.get(f"/people/acts/{act.pk}/").text
    client.post(f"/people/acts/{act.pk}/undo/")
    assert not Membership.objects.exclude(ends_on=None).exists()


def test_nobody_picked_leads_back_to_the_list(client, workplace):
    client.force_login(user_as(CLERK, workplace))

    answer = client.post(f"/people/act/?unit={workplace.pk}", {"person": ["x", "9" * 30]})

    assert answer.headers["Location"] == f"/people/?unit={workplace.pk}"


def test_gained_and_lost_are_counted_by_way_and_reason(client, workplace):
    client.force_login(user_as(CLERK, workplace))
    member(workplace, "Lê Mới", since=date(2024, 2, 1), how="admitted")
    member(workplace, "Lê Chuyển", since=date(2024, 2, 2), how="moved")
    member(workplace, "Lê Xưa", since=date(2022, 2, 1), how="admitted")
    member(workplace, "Lê Danh Sách", since=date(2024, 2, 1))
    gone = member(workplace, "Lê Hưu")
    Membership.objects.filter(person=gone).update(ends_on=date(2024, 3, 1), end_reason="retired")

    gained = client.get("/people/changes/")
    lost = client.get("/people/changes/", {"show": "lost"})
    before = client.get("/people/changes/", {"first": "1/1/2022", "last": "31/12/2022"})

    def said(answer, name):
        return {str(one.word): one.count for one in answer.context[name]}

    assert said(gained, "gained_counts") == {"Kết nạp": 1, "Chuyển đến": 1}
    assert said(lost, "lost_counts") == {"Nghỉ hưu": 1}
    assert [row.person.name for row in gained.context["page"]] == ["Lê Chuyển", "Lê Mới"]
    assert [row.person.name for row in lost.context["page"]] == ["Lê Hưu"]
    assert [row.person.name for row in before.context["page"]] == ["Lê Xưa"]


def test_from_the_list_of_the_gained_somebody_new_is_admitted(client, workplace):
    client.force_login(user_as(CLERK, workplace))

    page = client.get("/people/changes/")
    form = client.get("/people/new/", {"unit": workplace.pk, "joined_by": "admitted"})

    assert f"/people/new/?unit={workplace.pk}&amp;joined_by=admitted" in page.text
    assert '<option value="admitted" selected>' in form.text


def test_who_only_reads_the_list_is_not_led_to_admitting(client, workplace, province):
    client.force_login(user_as(CHAIR, province))

    page = client.get("/people/changes/", {"unit": workplace.pk})

    assert page.status_code == 200
    assert "joined_by" not in page.text


def test_the_days_that_are_shown_stand_in_the_fields(client, workplace):
    client.force_login(user_as(CHAIR, workplace))

    year = client.get("/people/changes/").context["form"]
    typed = client.get("/people/changes/", {"first": "1/3/2024", "last": " "}).context["form"]

    today = clock.today()
    assert (year["first"].value(), year["last"].value()) == (
        f"01/01/{today.year}",
        f"{today:%d/%m/%Y}",
    )
    assert (typed["first"].value(), typed["last"].value()) == ("1/3/2024", f"{today:%d/%m/%Y}")
