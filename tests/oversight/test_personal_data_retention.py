"""Retention: what is due, carried out by a person, with a record (PDP-11, PDP-15)."""

import re
from datetime import date, timedelta

import pytest
from django.urls import reverse

from access import things_imports
from factories import CHAIR, CLERK, DAY, LONG_AGO, NOON, UnitFactory, actor_as, user_as
from org.people_cases import member
from thidua.core.errors import Denied, DomainError
from thidua.notify.models import MailState, OutboxMail
from thidua.org.models import (
    FactKind,
    GuardedFact,
    LinkBatch,
    Membership,
    OneTimeLink,
    Person,
    Placement,
    Tree,
)
from thidua.oversight.actions.retention import carry_out
from thidua.oversight.actions.retention_rules import change_rule
from thidua.oversight.models import (
    Anonymising,
    Deadline,
    Deletion,
    Import,
    ImportMending,
    ImportRow,
    RetentionRule,
)
from thidua.oversight.personal_data.due import months_before
from thidua.oversight.personal_data.reference import load
from thidua.oversight.queries import tasks_of
from thidua.oversight.queries.retention import due_in, rows_due

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def rules(db):
    load(Deadline, RetentionRule)


@pytest.fixture
def clerk(workplace):
    return actor_as(CLERK, workplace)


def rule(group):
    return RetentionRule.objects.get(group=group)


def left(unit, name, day):
    """Somebody who left `unit` on that day."""
    person = Person.objects.create(name=name)
    Membership.objects.create(person=person, unit=unit, starts_on=date(2000, 1, 1), ends_on=day)
    return person


def names(group, unit):
    return [row.name for row in rows_due(rule(group), unit, DAY)]


def test_months_end_on_a_day_that_exists():
    assert months_before(date(2024, 3, 31), 1) == date(2024, 2, 29)
    assert months_before(date(2024, 1, 15), 120) == date(2014, 1, 15)


def test_former_members_are_due_after_their_years_and_not_before(workplace):
    left(workplace, "Lâu Rồi", months_before(DAY, 120))
    left(workplace, "Mới Đi", months_before(DAY, 120) + timedelta(days=1))
    back = left(workplace, "Trở Lại", date(2010, 1, 1))
    Membership.objects.create(person=back, unit=workplace, starts_on=LONG_AGO)

    assert names("former_members", workplace) == ["Lâu Rồi"]


def test_each_guarded_kind_goes_by_its_own_years(workplace, clerk):
    person = left(workplace, "Lò Mai", months_before(DAY, 30))
    for code, years in (("two", 2), ("five", 5)):
        kind = FactKind.objects.create(
            code=code,
            name=code,
            purpose="p",
            legal_ground="l",
            starts_on=LONG_AGO,
            kept_years=years,
        )
        GuardedFact.objects.create(
            person=person, kind=kind, value="v", entered_by=clerk.user, entered_at=NOON
        )

    done = carry_out(rule=rule("guarded_facts"), unit=workplace, note="", by=clerk, at=NOON)

    assert done.count == 1
    assert [fact.kind.code for fact in GuardedFact.objects.all()] == ["five"]


def test_links_lines_and_letters_go_and_what_counts_them_stays(workplace, clerk):
    old = NOON - timedelta(days=1_000)
    batch = LinkBatch.objects.create(
        unit=workplace, purpose="p", once="o", made_by=clerk.user, made_at=old
    )
    OneTimeLink.objects.create(
        batch=batch,
        purpose="p",
        person=member(workplace, "Lò Mai"),
        unit=workplace,
        digest="d",
        expires_at=old,
        most_uses=1,
    )
    OutboxMail.objects.create(
        unit=workplace,
        key="k",
        to="mai@example.org",
        subject="s",
        body="Kính gửi chị Mai",
        state=MailState.SENT,
        created_at=old,
        sent_at=old,
    )
    things_imports.a_mending(workplace)
    Import.objects.update(started_at=old)

    for group in ("spent_links", "import_rows", "letters"):
        assert carry_out(rule=rule(group), unit=workplace, note="n", by=clerk, at=NOON).count == 1

    mail = OutboxMail.objects.get()
    assert not OneTimeLink.objects.exists()
    assert (mail.to, mail.body, mail.state) == ("", "", MailState.SENT)
    assert ImportRow.objects.get().typed == {}
    assert not ImportMending.objects.exists()
    assert Deletion.objects.count() == 3


def test_former_members_become_proposals_for_a_second_person(workplace, clerk):
    person = left(workplace, "Lâu Rồi", date(2010, 1, 1))

    carry_out(rule=rule("former_members"), unit=workplace, note="", by=clerk, at=NOON)

    person.refresh_from_db()
    assert person.name == "Lâu Rồi"
    assert Anonymising.objects.get().person == person
    assert names("former_members", workplace) == []


def test_members_left_in_an_ended_union_are_looked_at_one_by_one(province, workplace):
    member(workplace, "Còn Lại")
    keeper = actor_as(CLERK, province)
    workplace.placements.update(ends_on=DAY)
    Placement.objects.create(
        unit=workplace, tree=Tree.KEPT, path=workplace.path_on(DAY), starts_on=DAY
    )
    type(workplace).objects.filter(pk=workplace.pk).update(kept_by=province)

    assert names("ended_units", province) == ["Còn Lại"]
    with pytest.raises(DomainError, match="từng trường hợp"):
        carry_out(rule=rule("ended_units"), unit=province, note="", by=keeper, at=NOON)


def test_nothing_due_is_nothing_done(workplace, clerk):
    with pytest.raises(DomainError, match="không có gì"):
        carry_out(rule=rule("letters"), unit=workplace, note="", by=clerk, at=NOON)
    assert not Deletion.objects.exists()


def test_a_stranger_deletes_nothing(workplace, outsider):
    left(workplace, "Lâu Rồi", date(2010, 1, 1))

    with pytest.raises(Denied):
        carry_out(
            rule=rule("former_members"),
            unit=workplace,
            note="",
            by=actor_as(CHAIR, outsider),
            at=NOON,
        )
    assert not Anonymising.objects.exists()


def test_due_records_are_a_task(workplace, clerk):
    before = tasks_of(clerk)
    left(workplace, "Lâu Rồi", date(2010, 1, 1))

    assert before == []
    assert [task.url for task in tasks_of(clerk)] == [
        f"{reverse('oversight:retention')}?unit={workplace.pk}"
    ]


def test_a_changed_rule_holds_from_today_and_the_old_one_is_remembered(province):
    facts = {"months": 60, "then": "review", "source": "Quy chế", "confidence": "own"}

    new = change_rule(
        rule=rule("former_members"),
        facts=facts,
        unit=province,
        by=actor_as("keeper", province),
        at=NOON,
    )

    old = RetentionRule.objects.exclude(pk=new.pk).get(group="former_members")
    assert (old.months, old.ends_on) == (120, DAY)
    assert (new.months, new.starts_on, new.ends_on) == (60, DAY, None)
    due = {one.rule.group: one.until for one in due_in(UnitFactory(under=province), DAY)}
    assert due["former_members"] == months_before(DAY, 60)


def test_no_more_goes_than_the_page_has_said(client, workplace):
    left(workplace, "Lâu Rồi", date(2010, 1, 1))
    client.force_login(user_as(CLERK, workplace))
    address = reverse("oversight:carry_out_retention", args=[rule("former_members").pk])
    seen = re.compile(r'name="seen" value="(\w+)"')
    shown = seen.search(client.get(address).text)[1]
    left(workplace, "Cũng Lâu", date(2010, 1, 1))

    came_back = client.post(address, {"note": "", "seen": shown})

    assert not Deletion.objects.exists()
    assert "đã thay đổi từ lúc bạn mở trang" in came_back.text
    client.post(address, {"note": "", "seen": seen.search(came_back.text)[1]})
    assert Deletion.objects.get().count == 2


def test_from_the_due_list_to_the_record_on_the_screen(client, workplace):
    left(workplace, "Lâu Rồi", date(2010, 1, 1))
    client.force_login(user_as(CLERK, workplace))
    one = rule("former_members")

    page = client.get(reverse("oversight:retention"))
    names_shown = client.get(reverse("oversight:carry_out_retention", args=[one.pk]))
    done = client.post(
        reverse("oversight:carry_out_retention", args=[one.pk]), {"note": "Đợt 1"}, follow=True
    )

    assert "Xem, xử lý" in page.text
    assert "Lâu Rồi" in names_shown.text
    assert "Đợt 1" in done.text
