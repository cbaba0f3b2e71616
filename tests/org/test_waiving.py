"""Without telephone, program or key: two officers spare somebody the second factor a while."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from factories import CHAIR, DAY, KEEPER, NOON, OFFICER, actor_as, user_as
from org.factor_cases import PASSWORD, sign_in
from thidua.audit.models import AuditEvent
from thidua.core import clock
from thidua.core.errors import Denied, DomainError
from thidua.notify import recoveries
from thidua.org.actions.waiving import ask_waiver, decide_waiver, end_waiver
from thidua.org.models import FactorAsked, FactorRule, FactorWaiver

REASON = "không có điện thoại thông minh, đang chờ cấp khóa"
UNTIL = DAY + timedelta(days=30)


@pytest.fixture
def rule():
    return FactorRule.objects.create(
        subject="document.sign", obligatory=True, grace_days=0, starts_on=DAY - timedelta(days=60)
    )


@pytest.fixture
def chair(workplace, rule):
    user = user_as(CHAIR, workplace, "Trần Văn Lâm")
    user.set_password(PASSWORD)
    user.save()
    return user


@pytest.fixture
def officer(workplace):
    return actor_as(OFFICER, workplace, "Lê Thị Năm")


@pytest.fixture
def superior(province):
    return actor_as(CHAIR, province, "Bùi Thanh Tùng")


def asked(chair, by, until=UNTIL):
    return ask_waiver(user=chair, reason=REASON, until=until, by=by, at=NOON)


def granted(chair, officer, superior):
    return decide_waiver(waiver=asked(chair, officer), granted=True, by=superior, at=NOON)


def desk(client, chair):
    sign_in(client, chair)
    return client.get(reverse("home:desk"))


def test_one_asks_another_grants_and_the_password_opens_the_desk(client, chair, officer, superior):
    before = desk(client, chair)
    granted(chair, officer, superior)
    after = client.get(reverse("home:desk"))
    page = client.get(reverse("org:security"))

    assert before["Location"] == reverse("org:security")
    assert after.status_code == 200
    assert "Bạn được miễn xác thực hai lớp đến hết ngày 14/04/2024." in page.text
    assert "Lê Thị Năm đề nghị, Bùi Thanh Tùng duyệt" in page.text
    told = AuditEvent.objects.filter(type__startswith="waiver.").order_by("pk")
    assert [event.type for event in told] == ["waiver.asked", "waiver.granted"]


def test_it_ends_by_itself_after_its_last_day(client, chair, officer, superior, monkeypatch):
    granted(chair, officer, superior)
    FactorAsked.objects.create(user=chair, since=DAY)
    monkeypatch.setattr(clock, "today", lambda: UNTIL)
    on_the_last_day = desk(client, chair).status_code
    client.logout()
    monkeypatch.setattr(clock, "today", lambda: UNTIL + timedelta(days=1))

    after = desk(client, chair)

    assert on_the_last_day == 200
    assert after["Location"] == reverse("org:security")


def test_who_asked_does_not_grant_however_high_and_nobody_grants_their_own(chair, province):
    keeper = actor_as(KEEPER, province, "Vũ Văn Tư")
    waiver = asked(chair, keeper)

    with pytest.raises(DomainError, match="phải để người khác duyệt"):
        decide_waiver(waiver=waiver, granted=True, by=keeper, at=NOON)
    with pytest.raises(IntegrityError, match="waiver_by_two_people"), transaction.atomic():
        FactorWaiver.objects.filter(pk=waiver.pk).update(
            confirmed=True, decided_by=keeper.user, decided_at=NOON
        )
    waiver.refresh_from_db()
    assert waiver.confirmed is None


def test_nobody_asks_for_themselves(chair):
    from_the_chair = actor_as(CHAIR, chair.person.posts.get().unit, "Đỗ Văn Bảy")

    with pytest.raises(DomainError, match="tự đề nghị"):
        asked(from_the_chair.user, from_the_chair)


def test_a_stranger_neither_asks_nor_grants(chair, officer, outsider):
    stranger = actor_as(CHAIR, outsider, "Người Lạ")
    waiver = asked(chair, officer)

    with pytest.raises(Denied):
        decide_waiver(waiver=waiver, granted=True, by=stranger, at=NOON)
    with pytest.raises(Denied):
        asked(chair, stranger)


@pytest.mark.parametrize(("days", "said"), [(-1, "đã qua"), (91, "nhiều nhất 90 ngày")])
def test_its_last_day_lies_ahead_and_not_too_far(chair, officer, days, said):
    with pytest.raises(DomainError, match=said):
        asked(chair, officer, DAY + timedelta(days=days))


def test_nobody_is_spared_what_is_not_asked_of_them(chair, officer, rule):
    rule.delete()

    with pytest.raises(DomainError, match="không bắt buộc"):
        asked(chair, officer)


def test_one_request_waits_at_a_time_and_who_asked_withdraws_it(chair, officer):
    waiver = asked(chair, officer)
    with pytest.raises(DomainError, match="đang chờ người thứ hai"):
        asked(chair, officer)

    decide_waiver(waiver=waiver, granted=False, by=officer, at=NOON)

    assert asked(chair, officer).confirmed is None


def test_a_granted_one_is_ended_early_by_one_officer(client, chair, officer, superior):
    waiver = granted(chair, officer, superior)

    end_waiver(waiver=waiver, by=superior, at=NOON)

    assert desk(client, chair)["Location"] == reverse("org:security")
    with pytest.raises(DomainError, match="không còn hiệu lực"):
        end_waiver(waiver=waiver, by=superior, at=NOON)


def test_it_is_asked_for_and_granted_on_the_screen(client, chair, province, workplace):
    client.force_login(user_as(KEEPER, province, "Vũ Văn Tư"))
    account = client.get(reverse("org:account", args=[chair.pk]))
    address = reverse("org:ask_waiver", args=[chair.pk])
    wrong = client.post(address, {"reason": "", "until": "31/02/2024"})
    client.post(address, {"reason": REASON, "until": "14/04/2024"})
    superior = user_as(CHAIR, province, "Bùi Thanh Tùng")
    waiting = recoveries.tasks_of(actor_as(CHAIR, province, "Phạm Hai"))
    client.force_login(superior)
    listed = client.get(reverse("org:recoveries"))
    waiver = FactorWaiver.objects.get()
    client.get(reverse("org:waiver", args=[waiver.pk]))
    done = client.post(reverse("org:grant_waiver", args=[waiver.pk]), follow=True)

    assert address in account.text
    assert wrong.status_code == 422
    assert [task.title for task in waiting] == ["Duyệt miễn xác thực hai lớp cho Trần Văn Lâm"]
    assert REASON in listed.text
    assert "Đã miễn xác thực hai lớp cho Trần Văn Lâm đến hết ngày 14/04/2024." in done.text
    assert "Đang được miễn" in client.get(reverse("org:account", args=[chair.pk])).text


def test_a_list_with_a_request_is_not_called_empty(client, chair, officer, province):
    client.force_login(user_as(CHAIR, province, "Bùi Thanh Tùng"))
    before = client.get(reverse("org:recoveries"))

    asked(chair, officer)

    assert "Chưa có đề nghị nào" in before.text
    assert "Chưa có đề nghị nào" not in client.get(reverse("org:recoveries")).text
