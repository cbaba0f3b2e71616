"""Whose second factor is to be taken away hears of it, and can stop it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from factories import CHAIR, DAY, KEEPER, NOON, OFFICER, UserFactory, actor_as, user_as
from org.factor_cases import KEY, PASSWORD
from thidua.audit.models import AuditEvent
from thidua.notify.models import Notice, OutboxMail, Pace, Preference
from thidua.org.actions.factors import set_up_app
from thidua.org.actions.recovering import ask_recovery, confirm_recovery, decline_recovery
from thidua.org.actor import Actor
from thidua.org.models import FactorRecovery
from thidua.org.queries.recovering import recovery_to_know_of
from thidua.org.second_factor.app_codes import code_at, present_step
from thidua.org.second_factor.held import has_factor

SECURITY = "/account/security/"
STOP = "/account/security/stop/"


@pytest.fixture
def chair(workplace):
    """The chair of a school, with an app and an address."""
    user = user_as(CHAIR, workplace)
    user.set_password(PASSWORD)
    user.save()
    user.person.email = "hoa@example.org"
    user.person.save()
    by = Actor.of(user, DAY)
    set_up_app(secret=KEY, code=code_at(KEY, present_step()), by=by, at=NOON)
    return user


@pytest.fixture
def recovery(chair, workplace):
    officer = actor_as(OFFICER, workplace, "Trần Văn Một")
    return ask_recovery(user=chair, reason="mất điện thoại.", by=officer, at=NOON)


def test_the_owner_hears_of_a_request_under_the_bell_and_by_letter(recovery, chair, workplace):
    notice = Notice.objects.get()
    mail = OutboxMail.objects.get()

    assert (notice.user, notice.url) == (chair, SECURITY)
    assert notice.text == (
        f"Trần Văn Một đề nghị gỡ xác thực hai lớp của tài khoản {chair.username}"
    )
    assert (mail.unit, mail.to, mail.subject) == (workplace, "hoa@example.org", notice.text)
    assert "Lý do: mất điện thoại.\n" in mail.body
    assert "bấm Dừng đề nghị" in mail.body


def test_the_owner_hears_that_it_was_carried_out(recovery, province):
    confirm_recovery(recovery=recovery, by=actor_as(CHAIR, province, "Lê Thị Hai"), at=NOON)

    assert Notice.objects.first().text.startswith("Lê Thị Hai đã gỡ xác thực hai lớp")
    assert OutboxMail.objects.latest("pk").body.startswith("Lê Thị Hai đã gỡ xác thực hai lớp")


def test_who_wants_no_letters_gets_this_one(chair, workplace):
    Preference.objects.create(user=chair, pace=Pace.NEVER)

    ask_recovery(user=chair, reason="mất máy", by=actor_as(OFFICER, workplace), at=NOON)

    assert OutboxMail.objects.count() == 1


def test_without_an_address_the_bell_alone_rings(chair, workplace):
    chair.person.email = ""
    chair.person.save()

    ask_recovery(user=chair, reason="mất máy", by=actor_as(OFFICER, workplace), at=NOON)

    assert Notice.objects.count() == 1
    assert not OutboxMail.objects.exists()


def test_the_owner_stops_it_on_the_screen(recovery, chair, province):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(chair)
    page = browser.get(SECURITY)
    assert "Trần Văn Một đề nghị gỡ xác thực hai lớp của bạn" in page.text
    token = page.context["csrf_token"]

    done = browser.post(STOP, {"csrfmiddlewaretoken": str(token)}, follow=True)

    recovery.refresh_from_db()
    assert (recovery.confirmed, recovery.decided_by) == (False, chair)
    assert "Hãy hỏi Trần Văn Một" in done.text
    assert "đề nghị gỡ xác thực hai lớp của bạn" not in done.text
    assert has_factor(chair)
    assert AuditEvent.objects.latest("pk").type == "recovery.stopped"

    browser.force_login(user_as(KEEPER, province))
    assert "Chủ tài khoản đã dừng" in browser.get(reverse("org:recoveries")).text


def test_nobody_stops_the_request_for_another_account(client, recovery):
    client.force_login(UserFactory())

    assert client.post(STOP, follow=True).status_code == 200

    recovery.refresh_from_db()
    assert recovery.confirmed is None


def test_what_was_carried_out_is_not_stopped_but_read_for_a_fortnight(
    client, recovery, chair, province
):
    confirm_recovery(recovery=recovery, by=actor_as(CHAIR, province), at=NOON)
    client.force_login(chair)

    client.post(STOP)

    assert FactorRecovery.objects.get().confirmed is True
    assert recovery_to_know_of(chair, NOON + timedelta(days=14)) == recovery
    assert recovery_to_know_of(chair, NOON + timedelta(days=15)) is None


def test_a_request_that_was_declined_is_nothing_to_know_of(recovery, chair, province):
    decline_recovery(recovery=recovery, by=actor_as(CHAIR, province), at=NOON)

    assert recovery_to_know_of(chair, NOON) is None
