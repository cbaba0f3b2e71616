from datetime import date, datetime
from functools import partial
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction

from documents.conftest import at_once, shared_database  # noqa: F401 -- fixtures
from factories import CHAIR, KEEPER, UnitFactory, UserFactory, actor_as, user_as
from progress.below import plan_to, renumbered
from thidua.config.clockwork import tick
from thidua.home import reminders
from thidua.home.reminders import last_morning, remind_everybody
from thidua.notify.models import MailState, Notice, OutboxMail, Round
from thidua.org.models import Person, Post, User

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


def at(month, day, hour=8, minute=0):
    return datetime(2024, month, day, hour, minute, tzinfo=HANOI)


FRIDAY = at(3, 15)


@pytest.fixture
def plan(province, workplace):
    """Overdue at the workplace since January: nobody has opened the paper."""
    return plan_to(province, workplace, days=None)


@pytest.fixture
def chair(workplace):
    return user_as(CHAIR, workplace, "Trần Văn Lâm")


@pytest.mark.parametrize(
    ("moment", "morning"),
    [
        (at(3, 15, 7, 29), None),
        (at(3, 15, 7, 30), date(2024, 3, 15)),
        (at(3, 15, 23, 59), date(2024, 3, 15)),
        (at(3, 16), date(2024, 3, 15)),
        (at(3, 17, 3), date(2024, 3, 15)),
        (at(3, 18, 3), None),
        (at(3, 18), date(2024, 3, 18)),
    ],
)
def test_reminders_belong_to_a_working_morning(moment, morning):
    assert last_morning(moment) == morning


def test_who_has_something_overdue_hears_it_once_a_morning(plan, chair, mailoutbox):
    assert remind_everybody(FRIDAY) == 1

    notice = Notice.objects.get()
    assert (notice.user, notice.key) == (chair, "morning-2024-03-15")
    assert notice.text.startswith(
        "1 việc quá hạn: Mở và xem Kế hoạch số 05/KH-CĐGD (hạn 16/01/2024"
    )
    assert [(mail.to, mail.subject) for mail in mailoutbox] == [
        ([chair.person.email], "1 việc quá hạn ngày 15/03/2024")
    ]
    assert "Kính gửi đồng chí Trần Văn Lâm," in mailoutbox[0].body


def test_one_task_leads_to_its_place(plan, chair):
    remind_everybody(FRIDAY)

    assert Notice.objects.get().url == plan.document.get_absolute_url()


def test_asking_again_on_the_same_day_doubles_nothing(
    plan, chair, mailoutbox, django_assert_num_queries
):
    remind_everybody(FRIDAY)

    assert remind_everybody(at(3, 15, 17)) == 0
    assert (Notice.objects.count(), len(mailoutbox)) == (1, 1)
    with django_assert_num_queries(1):
        remind_everybody(at(3, 15, 17))


def test_the_next_working_morning_reminds_again_as_long_as_it_is_not_done(plan, chair):
    remind_everybody(FRIDAY)

    assert remind_everybody(at(3, 18)) == 1
    assert [notice.key for notice in Notice.objects.all()] == [
        "morning-2024-03-18",
        "morning-2024-03-15",
    ]


def test_a_long_stop_is_made_up_with_one_notice(plan, chair, mailoutbox):
    remind_everybody(at(2, 1))
    mailoutbox.clear()

    remind_everybody(at(3, 15))

    assert (Notice.objects.count(), len(mailoutbox)) == (2, 1)


def test_a_morning_missed_before_the_weekend_is_made_up_on_it(plan, chair):
    assert remind_everybody(at(3, 17, 10)) == 1
    assert remind_everybody(at(3, 18, 7)) == 0


def test_who_has_nothing_due_hears_nothing(chair, mailoutbox):
    assert remind_everybody(FRIDAY) == 0
    assert (Notice.objects.exists(), mailoutbox) == (False, [])


@pytest.mark.parametrize("due", ["late", "soon"])
def test_what_falls_due_before_the_next_working_day_counts(province, workplace, chair, due):
    """Sent on Thursday it is due on Friday; sent on Friday, on Monday."""
    plan = plan_to(province, workplace, days=None)
    sent = at(3, 14) if due == "late" else FRIDAY
    plan.document.recipients.get().deliveries.update(sent_at=sent)

    assert remind_everybody(FRIDAY) == (1 if due == "late" else 0)


def test_without_an_address_there_is_only_the_notice(plan, chair, mailoutbox):
    Person.objects.update(email="")
    User.objects.update(email="")

    assert remind_everybody(FRIDAY) == 1
    assert mailoutbox == []


@pytest.mark.parametrize("closed", ["account", "post"])
def test_who_no_longer_acts_hears_nothing(plan, chair, closed):
    if closed == "account":
        User.objects.filter(pk=chair.pk).update(is_active=False)
    else:
        Post.objects.filter(person=chair.person).update(ends_on=date(2024, 3, 1))

    assert remind_everybody(FRIDAY) == 0


def test_a_keeper_and_an_account_without_a_post_hear_nothing(plan, workplace):
    user_as(KEEPER, workplace)
    UserFactory()

    assert remind_everybody(FRIDAY) == 0


def test_several_tasks_are_counted_oldest_first_and_lead_to_the_desk(province, workplace, chair):
    for number in range(5):
        renumbered(plan_to(province, workplace, days=None), f"1{number}/KH-CĐGD")

    remind_everybody(FRIDAY)

    notice = Notice.objects.get()
    assert notice.text.startswith("5 việc quá hạn: ")
    assert notice.text.endswith("; và 2 việc khác.")
    assert notice.url == "/"


def test_a_stop_in_the_middle_goes_on_where_it_was(province, monkeypatch, mailoutbox):
    units = [UnitFactory(under=province) for _ in range(5)]
    chairs = [user_as(CHAIR, unit) for unit in units]
    plan_to(province, *units, days=None)
    monkeypatch.setattr(reminders, "BATCH", 2)
    monkeypatch.setattr(reminders, "_next_accounts", stopping_after(2))
    with pytest.raises(KeyboardInterrupt):
        remind_everybody(FRIDAY)
    assert (Notice.objects.count(), Round.objects.get().done_at) == (2, None)

    monkeypatch.undo()
    remind_everybody(at(3, 15, 9))

    assert sorted(Notice.objects.values_list("user", flat=True)) == [user.pk for user in chairs]
    assert (len(mailoutbox), Round.objects.get().done_at) == (5, at(3, 15, 9))


def stopping_after(times):
    """The power is cut when the accounts after the first batch are asked for."""
    asked = []
    whole = reminders._next_accounts

    def ask(one, moment):
        asked.append(one)
        if len(asked) == times:
            raise KeyboardInterrupt
        return whole(one, moment)

    return ask


def test_what_was_given_is_kept_together_with_how_far_the_round_came(plan, chair):
    with transaction.atomic():
        remind_everybody(FRIDAY)
        transaction.set_rollback(True)

    assert [model.objects.count() for model in (Notice, Round, OutboxMail)] == [0, 0, 0]


def test_two_clocks_that_run_together_double_nothing(at_once, province):  # noqa: F811
    units = [UnitFactory(under=province) for _ in range(6)]
    for unit in units:
        actor_as(CHAIR, unit)
    plan_to(province, *units, days=None)

    given = at_once(*[partial(remind_everybody, FRIDAY)] * 3)

    assert sum(given) == 6
    assert (Notice.objects.count(), OutboxMail.objects.count()) == (6, 6)
    assert Round.objects.get().done_at == FRIDAY


def test_the_clock_reminds_and_still_sends_what_failed(plan, chair, province):
    failed = OutboxMail.objects.create(
        unit=province,
        key="thư-hỏng",
        to="hoa@example.org",
        subject="Kế hoạch",
        body="Kính gửi",
        state=MailState.FAILED,
        created_at=at(3, 14),
    )

    tick(FRIDAY)

    failed.refresh_from_db()
    assert (failed.state, Notice.objects.count()) == (MailState.SENT, 1)
