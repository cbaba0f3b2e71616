from datetime import date, timedelta
from functools import partial

import pytest

from factories import CHAIR, CLERK, DAY, LEADER, NOON, OFFICER, VICE, actor_as
from progress.below import acknowledged, moment, plan_to, reminded, workplaces
from thidua.audit.models import AuditEvent
from thidua.core.errors import Denied, DomainError
from thidua.notify.models import Notice, OutboxMail
from thidua.org.actor import Actor
from thidua.org.models import Person, Post, User
from thidua.progress.actions import RemindedToday
from thidua.progress.models import Reminder, Step


def nothing_was_sent():
    return not (Reminder.objects.exists() or Notice.objects.exists() or OutboxMail.objects.exists())


def test_whoever_acts_in_the_unit_gets_a_notice_and_an_e_mail(
    plan, workplace, officer, chair, mailoutbox
):
    actor_as(CLERK, workplace, "Lê Văn Thư")

    (reminder,) = reminded(plan, [workplace], officer)

    notice = Notice.objects.get()
    assert (reminder.unit, reminder.step, reminder.notices, reminder.mails) == (
        workplace,
        Step.ACKNOWLEDGED,
        1,
        1,
    )
    assert (notice.user, notice.url) == (
        chair.user,
        f"/cascade/plans/{plan.pk}/units/{workplace.pk}/",
    )
    assert notice.text == (
        "Công đoàn Giáo dục tỉnh Ninh Bình: Đề nghị đơn vị xác nhận đã nhận kế hoạch."
    )
    assert [mail.to for mail in mailoutbox] == [[chair.user.person.email]]
    assert "Kính gửi đồng chí Trần Văn Lâm, CĐCS Trường THPT Hoa Lư A" in mailoutbox[0].body


def test_one_event_tells_who_was_reminded_of_what(plan, workplace, officer, chair):
    reminded(plan, [workplace], officer)

    event = AuditEvent.objects.get(type="progress.reminded")
    assert (event.actor, event.target, event.data) == (
        officer.user.username,
        f"plans.plan:{plan.pk}",
        {"step": "acknowledged", "units": [workplace.name]},
    )


@pytest.mark.parametrize(
    ("step", "post"),
    [
        (Step.RECEIVED, CLERK),
        (Step.ACKNOWLEDGED, OFFICER),
        (Step.OWN_PLAN, OFFICER),
        (Step.LAUNCHED, LEADER),
    ],
)
def test_the_reminder_goes_to_whose_post_lets_them_do_the_step(
    plan, workplace, officer, step, post
):
    somebody = actor_as(post, workplace)

    reminded(plan, [workplace], officer, step)

    assert [notice.user for notice in Notice.objects.all()] == [somebody.user]


def test_somebody_without_an_account_gets_the_e_mail(plan, workplace, officer, chair, mailoutbox):
    User.objects.filter(pk=chair.user.pk).delete()

    (reminder,) = reminded(plan, [workplace], officer)

    assert (reminder.notices, reminder.mails, len(mailoutbox)) == (0, 1, 1)


def test_somebody_without_an_address_gets_the_notice(plan, workplace, officer, chair, mailoutbox):
    Person.objects.filter(pk=chair.user.person_id).update(email="")
    User.objects.filter(pk=chair.user.pk).update(email="")

    (reminder,) = reminded(plan, [workplace], officer)

    assert (reminder.notices, reminder.mails, mailoutbox) == (1, 0, [])


def test_a_unit_in_which_nobody_can_be_reached_is_named_and_nothing_is_sent(
    plan, workplace, officer
):
    with pytest.raises(DomainError, match="Hoa Lư A chưa có người có tài khoản"):
        reminded(plan, [workplace], officer)

    assert nothing_was_sent()


def test_of_two_units_the_one_without_anybody_is_left_out(province, officer):
    reached, deserted = workplaces(province, 2)
    plan = plan_to(province, reached, deserted)
    actor_as(CHAIR, reached)

    reminders = reminded(plan, [reached, deserted], officer)

    assert [reminder.unit for reminder in reminders] == [reached]


def test_a_post_that_has_ended_gets_nothing(plan, workplace, officer, chair):
    Post.objects.filter(person=chair.user.person_id).update(ends_on=DAY)

    with pytest.raises(DomainError, match="chưa có người"):
        reminded(plan, [workplace], officer)


def test_who_has_done_the_step_meanwhile_is_not_reminded(plan, workplace, officer, chair):
    acknowledged(plan, workplace, date(2024, 3, 1))

    with pytest.raises(DomainError, match="không còn đơn vị nào chưa xác nhận đã nhận"):
        reminded(plan, [workplace], officer)

    assert nothing_was_sent()


def test_the_same_unit_is_not_reminded_twice_a_day_without_asking(plan, workplace, officer, chair):
    reminded(plan, [workplace], officer)

    with pytest.raises(RemindedToday, match="Hôm nay đã nhắc: CĐCS Trường THPT Hoa Lư A"):
        reminded(plan, [workplace], officer, Step.LAUNCHED)

    assert Reminder.objects.count() == 1


def test_asked_and_answered_it_is_reminded_again(plan, workplace, officer, chair):
    reminded(plan, [workplace], officer)

    reminded(plan, [workplace], officer, again=True)

    assert (Reminder.objects.count(), Notice.objects.count()) == (2, 2)


def test_on_the_next_day_nobody_is_asked(plan, workplace, officer, chair):
    reminded(plan, [workplace], officer)
    tomorrow = DAY + timedelta(days=1)

    reminded(plan, [workplace], Actor.of(officer.user, tomorrow), at=moment(tomorrow))

    assert Reminder.objects.count() == 2


def test_two_presses_on_one_page_remind_once(plan, workplace, officer, chair, mailoutbox):
    first = reminded(plan, [workplace], officer, once="trang-1")

    second = reminded(plan, [workplace], officer, once="trang-1")

    assert (second, Notice.objects.count(), len(mailoutbox)) == (first, 1, 1)


@pytest.mark.parametrize("post", [CLERK, LEADER])
def test_only_who_watches_for_the_issuing_unit_reminds(plan, province, workplace, chair, post):
    with pytest.raises(Denied, match="Chỉ người theo dõi triển khai"):
        reminded(plan, [workplace], actor_as(post, province))

    assert nothing_was_sent()


def test_a_chair_below_does_not_remind_in_the_name_of_the_superior(plan, workplace, chair):
    with pytest.raises(Denied):
        reminded(plan, [workplace], chair)


def test_a_long_reminder_keeps_its_words_and_is_cut_only_under_the_bell(
    plan, workplace, officer, chair
):
    words = "đề nghị " * 60

    (reminder,) = reminded(plan, [workplace], officer, words=words.strip())

    assert reminder.words == words.strip()
    assert Notice.objects.get().text.endswith("đề nghị…")


def test_two_officers_who_remind_at_once_remind_once(at_once, province, workplace):
    plan = plan_to(province, workplace)
    actor_as(CHAIR, workplace)
    officers = [actor_as(OFFICER, province), actor_as(VICE, province)]

    outcome = at_once(*[partial(reminded, plan, [workplace], one, at=NOON) for one in officers])

    (asked,) = [answer for answer in outcome if isinstance(answer, Exception)]
    assert isinstance(asked, RemindedToday)
    assert (Reminder.objects.count(), Notice.objects.count()) == (1, 1)


def test_one_press_sent_twice_at_once_reminds_once(at_once, province, workplace):
    plan = plan_to(province, workplace)
    actor_as(CHAIR, workplace)
    officer = actor_as(OFFICER, province)

    outcome = at_once(*[partial(reminded, plan, [workplace], officer, once="trang-1")] * 2)

    assert outcome[0] == outcome[1]
    assert (Reminder.objects.count(), OutboxMail.objects.count()) == (1, 1)
