"""Locking, letting in, sessions, the first sign-in and switching, as people meet them."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from factories import CHAIR, CLERK, DAY, KEEPER, LONG_AGO, NOON, actor_as, post_kind, user_as
from thidua.audit.models import AuditEvent
from thidua.core import clock
from thidua.core.errors import DomainError
from thidua.org.actions.locking import let_in_again, lock_account, unlock_account
from thidua.org.actions.slips import Wanted, hand_out
from thidua.org.entering import browser_of, shortened
from thidua.org.kept_codes import kept_codes
from thidua.org.models import Device, Person, Post, Slip, User

PASSWORD = "Hoa-sen-2024"
CHROME = "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36"


@pytest.fixture
def keeper(province):
    return actor_as(KEEPER, province)


@pytest.fixture
def chair(workplace):
    user = user_as(CHAIR, workplace)
    user.set_password(PASSWORD)
    user.save()
    return user


def sign_in(client, user, password=PASSWORD):
    return client.post(
        reverse("org:login"),
        {"username": user.username, "password": password},
        headers={"User-Agent": CHROME},
        REMOTE_ADDR="113.160.22.14",
    )


def slip_for(workplace, keeper):
    person = Person.objects.create(name="Nguyễn Thị Thanh Huyền")
    post = Post.objects.create(
        person=person, unit=workplace, kind=post_kind(CHAIR), starts_on=LONG_AGO
    )
    batch = hand_out(
        wanted=[Wanted(post=post, username="huyenntt")],
        once="a",
        by=keeper,
        at=NOON,
    )
    return kept_codes("slip", batch.pk, keeper.user.pk)[batch.slips.get().pk]


def test_the_first_sign_in_asks_for_a_password_and_leads_to_the_desk(client, workplace, keeper):
    code = slip_for(workplace, keeper)

    first = client.post(reverse("org:slip"), {"username": "HUYENNTT", "code": code})
    second = client.post(reverse("org:slip_password"), {"first": PASSWORD, "second": PASSWORD})
    desk = client.get(second["Location"])
    again = client.post(reverse("org:slip"), {"username": "huyenntt", "code": code})

    assert first["Location"] == reverse("org:slip_password")
    assert desk.status_code == 200
    assert desk.wsgi_request.user.username == "huyenntt"
    assert again.status_code == 409
    assert "chỉ dùng một lần" in again.text


def test_a_weak_password_leaves_the_slip_open(client, workplace, keeper):
    code = slip_for(workplace, keeper)
    client.post(reverse("org:slip"), {"username": "huyenntt", "code": code})

    answer = client.post(reverse("org:slip_password"), {"first": "12345678", "second": "12345678"})

    assert answer.status_code == 422
    assert Slip.objects.get().used_at is None


def test_without_a_slip_nobody_chooses_a_password(client, db):
    answer = client.post(reverse("org:slip_password"), {"first": PASSWORD, "second": PASSWORD})

    assert answer["Location"] == reverse("org:slip")


def test_whoever_types_wrong_codes_for_many_names_has_to_wait(client, db):
    for number in range(30):
        wrong = {"username": f"ai-do-{number}", "code": "K7M3A9XDFP"}
        assert client.post(reverse("org:slip"), wrong).status_code == 409

    assert client.post(reverse("org:slip"), wrong).status_code == 429


def test_a_locked_account_is_signed_out_and_cannot_come_back(client, chair, keeper):
    sign_in(client, chair)

    lock_account(user=chair, reason="thôi việc", by=keeper, at=NOON)

    assert client.get("/").status_code == 302
    assert "Tên đăng nhập hoặc mật khẩu chưa đúng" in sign_in(client, chair).text
    unlock_account(user=chair, by=keeper, at=NOON)
    assert sign_in(client, chair).status_code == 302
    assert AuditEvent.objects.filter(type="account.locked").get().data["reason"] == "thôi việc"


def test_nobody_locks_themselves_out(keeper):
    with pytest.raises(DomainError, match="nhờ người khác làm"):
        lock_account(user=keeper.user, reason="thử", by=keeper, at=NOON)


def test_the_last_keeper_is_not_locked(province, workplace):
    last = user_as(KEEPER, workplace)
    chair = actor_as(CHAIR, province)

    with pytest.raises(DomainError, match="quản trị duy nhất"):
        lock_account(user=last, reason="thử", by=chair, at=NOON)

    last.refresh_from_db()
    assert last.is_active


def test_who_typed_wrong_passwords_is_let_in_without_waiting(client, chair, keeper):
    for _time in range(5):
        sign_in(client, chair, "sai")
    assert sign_in(client, chair).status_code == 429
    client.force_login(keeper.user)
    assert "phải đợi" in client.get(reverse("org:account", args=[chair.pk])).text
    client.logout()

    let_in_again(user=chair, by=keeper, at=NOON)

    assert sign_in(client, chair).status_code == 302


def test_a_device_is_listed_by_what_people_recognise(client, chair):
    sign_in(client, chair)

    page = client.get(reverse("org:mine")).text

    assert "Chrome, Android" in page
    assert "113.160.22.x" in page
    assert "113.160.22.14" not in page


def test_another_device_is_ended_and_this_one_stays(client, chair):
    elsewhere = Client()
    sign_in(elsewhere, chair)
    sign_in(client, chair)

    client.post(reverse("org:end_others"))

    assert client.get("/").status_code == 200
    assert elsewhere.get("/").status_code == 302
    assert Device.objects.filter(ended_at=None).count() == 1


def test_a_device_leaves_the_list_when_one_signs_out_there(client, chair):
    elsewhere = Client()
    sign_in(elsewhere, chair)
    sign_in(client, chair)

    elsewhere.post(reverse("org:logout"))

    assert len(client.get(reverse("org:mine")).context["devices"]) == 1


def test_a_device_whose_session_ran_out_is_no_longer_listed(client, chair):
    sign_in(Client(), chair)
    Device.objects.update(seen_at=clock.now() - timedelta(hours=13))
    sign_in(client, chair)

    assert len(client.get(reverse("org:mine")).context["devices"]) == 1


def test_nobody_ends_the_device_of_somebody_else(client, chair, province):
    client.force_login(user_as(CHAIR, province))
    device = Device.objects.create(
        user=chair, session_key="x", browser="Firefox", began_at=NOON, seen_at=NOON
    )

    assert client.post(reverse("org:end_device", args=[device.pk])).status_code == 404


def test_changing_the_password_signs_the_other_devices_out(client, chair):
    elsewhere = Client()
    sign_in(elsewhere, chair)
    sign_in(client, chair)
    new = {"now": PASSWORD, "first": "Mua-thu-1945", "second": "Mua-thu-1945"}

    answer = client.post(reverse("org:password"), new)

    assert answer.status_code == 302
    assert "máy này" in client.get(reverse("org:mine")).text
    assert elsewhere.get("/").status_code == 302
    assert sign_in(Client(), chair, "Mua-thu-1945").status_code == 302


def test_whoever_holds_no_post_any_more_is_told_since_when(client, chair):
    Post.objects.update(ends_on=DAY)

    answer = sign_in(client, chair)

    assert answer["Location"] == reverse("org:mine")
    page = client.get(answer["Location"]).text
    assert "Hiện bạn không giữ chức vụ nào" in page
    assert "từ ngày 15/03/2024" in page


def test_one_press_acts_for_the_other_unit_and_the_letterhead_follows(
    client, chair, province, workplace
):
    Post.objects.create(
        person=chair.person, unit=province, kind=post_kind(CLERK), starts_on=LONG_AGO
    )
    client.force_login(chair)
    assert f"<b>{workplace}</b>" in client.get("/").text

    client.post(reverse("org:switch"), {"unit": province.pk})

    page = client.get("/").text
    assert f"<b>{province}</b>" in page
    assert f"Chuyển sang {workplace}" in page


def test_nobody_switches_to_a_unit_without_a_post_there(client, chair, province):
    client.force_login(chair)

    assert client.post(reverse("org:switch"), {"unit": province.pk}).status_code == 404


def test_switching_goes_to_no_other_site(client, chair, workplace):
    client.force_login(chair)

    answer = client.post(
        reverse("org:switch"), {"unit": workplace.pk, "next": "https://example.org/"}
    )

    assert answer["Location"] == "/"


def test_browsers_and_addresses_are_shortened():
    assert browser_of("") == ""
    assert browser_of("Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/121.0") == (
        "Firefox, Windows"
    )
    assert shortened("2001:db8:85a3::8a2e:370:7334") == "2001:db8:85a3:x"
    assert shortened("") == ""


def test_an_account_given_without_a_password_cannot_sign_in(client, workplace, keeper):
    slip_for(workplace, keeper)

    assert sign_in(client, User.objects.get(username="huyenntt"), "").status_code == 200


def test_the_password_is_not_guessed_on_a_machine_left_open(client, chair):
    sign_in(client, chair)
    new = {"first": "Mua-thu-1945", "second": "Mua-thu-1945"}
    for number in range(10):
        client.post(reverse("org:password"), {"now": f"sai-{number}"} | new)

    answer = client.post(reverse("org:password"), {"now": PASSWORD} | new)

    assert "phải đợi 10 phút" in answer.text
    chair.refresh_from_db()
    assert chair.check_password(PASSWORD)
