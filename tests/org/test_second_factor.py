"""The second factor: set up, asked for at sign-in, in reserve on paper."""

import re
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import decrypt
from django.urls import reverse

from factories import CHAIR, NOON, user_as
from org.factor_cases import KEY, PASSWORD, sign_in
from thidua.audit.models import AuditEvent
from thidua.core import clock
from thidua.org.actions.factors import prove, renew_codes, set_up_app
from thidua.org.actor import Actor
from thidua.org.models import Device
from thidua.org.second_factor import app_codes
from thidua.org.second_factor.app_codes import code_at, minutes_off, step_of
from thidua.org.views.security import NEW_KEY

STEP = 1000
"""The half minute in which these tests live."""


@pytest.fixture(autouse=True)
def in_one_half_minute(monkeypatch):
    monkeypatch.setattr(app_codes, "present_step", lambda: STEP)


@pytest.fixture
def chair(workplace):
    user = user_as(CHAIR, workplace)
    user.set_password(PASSWORD)
    user.save()
    return user


@pytest.fixture
def guarded(chair):
    """The chair with an app; the digits of the moment it was set up are used."""
    by = Actor.of(chair, clock.today())
    set_up_app(secret=KEY, code=code_at(KEY, STEP - 1), by=by, at=clock.now())
    return chair


def paper_codes(user):
    page_codes = Authenticator.objects.get(user=user, type="recovery_codes")
    return page_codes.wrap().get_unused_codes()


def show(client, code):
    return client.post(reverse("org:second_factor"), {"code": code})


def is_in(client):
    return client.get(reverse("org:mine")).status_code == 200


def test_an_app_is_set_up_on_the_screen_and_brings_ten_codes_to_print(client, chair):
    client.force_login(chair)
    page = client.get(reverse("org:set_up_app")).text
    secret = client.session[NEW_KEY]
    assert "data:image/svg+xml" in page
    assert secret[:4] in page
    assert 'href="otpauth://totp/' in page

    code = code_at(secret, STEP)
    done = client.post(reverse("org:set_up_app"), {"code": code, "now": PASSWORD}, follow=True)

    shown = re.findall(r"<code[^>]*>(\d{4} \d{4})</code>", done.text)
    assert [code.replace(" ", "") for code in shown] == paper_codes(chair)
    paper = client.get(reverse("org:codes_paper"))
    assert paper.content.startswith(b"%PDF")
    assert "no-store" in paper["Cache-Control"]


def test_the_password_is_asked_again_before_an_app_is_taken(client, chair):
    client.force_login(chair)
    client.get(reverse("org:set_up_app"))
    code = code_at(client.session[NEW_KEY], STEP)

    refused = client.post(reverse("org:set_up_app"), {"code": code, "now": "sai"})

    assert refused.status_code == 422
    assert "Mật khẩu đang dùng chưa đúng" in refused.text
    assert not Authenticator.objects.exists()


def test_a_phone_with_a_wrong_clock_is_told_so(client, chair):
    client.force_login(chair)
    client.get(reverse("org:set_up_app"))
    code = code_at(client.session[NEW_KEY], STEP + 10)

    page = client.post(reverse("org:set_up_app"), {"code": code, "now": PASSWORD}).text

    assert "Đồng hồ điện thoại nhanh hơn máy chủ khoảng 5 phút" in page


def test_the_digits_are_those_of_the_standard():
    """RFC 6238, appendix B: the last six digits for the key of twenty signs."""
    key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    assert code_at(key, 59 // 30) == "287082"
    assert code_at(key, 1111111109 // 30) == "081804"
    assert code_at(key, 20000000000 // 30) == "353130"

    assert step_of(key, code_at(key, STEP + 1)) == STEP + 1
    assert step_of(key, code_at(key, STEP + 2)) is None
    assert minutes_off(key, code_at(key, STEP - 20)) == -10
    assert minutes_off(key, "12345") == 0


def test_the_right_password_alone_signs_nobody_in_who_has_an_app(client, guarded):
    response = sign_in(client, guarded, next="/documents/")

    assert (response.status_code, response["Location"]) == (302, reverse("org:second_factor"))
    assert not is_in(client)
    assert not Device.objects.exists()

    entered = show(client, code_at(KEY, STEP))

    assert (entered.status_code, entered["Location"]) == (302, "/documents/")
    assert is_in(client)
    assert Device.objects.get().user == guarded


def test_who_took_the_factor_away_in_another_tab_is_asked_for_none(client, guarded):
    sign_in(client, guarded, next="/documents/")
    Authenticator.objects.all().delete()

    entered = show(client, "123456")

    assert (entered.status_code, entered["Location"]) == (302, "/documents/")
    assert is_in(client)


def test_a_code_counts_once(client, guarded):
    code = code_at(KEY, STEP)
    sign_in(client, guarded)
    show(client, code)
    client.post(reverse("org:logout"))
    sign_in(client, guarded)

    again = show(client, code)

    assert again.status_code == 409
    assert "đã dùng rồi" in again.text
    assert not is_in(client)


def test_a_code_on_paper_opens_the_account_once_and_is_noted(client, guarded):
    code = paper_codes(guarded)[3]

    assert prove(user=guarded, typed=f"{code[:4]} {code[4:]}", at=NOON)
    assert not prove(user=guarded, typed=code, at=NOON)

    assert len(paper_codes(guarded)) == 9
    assert AuditEvent.objects.filter(type="factor.code_used").count() == 1


def test_wrong_codes_lock_like_wrong_passwords(client, guarded):
    sign_in(client, guarded)
    for _time in range(4):
        assert show(client, "000000").status_code == 409

    fifth = show(client, "000000")

    assert fifth.status_code == 429
    assert show(client, code_at(KEY, STEP)).status_code == 429
    assert not is_in(client)


def test_guessing_from_many_addresses_stops_after_ten_codes(client, guarded):
    for number in range(11):
        client.defaults["REMOTE_ADDR"] = f"203.0.113.{number}"
        sign_in(client, guarded)
        last = show(client, "000000")

    assert "đổi mật khẩu" in last.text
    assert "quá nhiều lần gõ sai mã" in show(client, code_at(KEY, STEP)).text
    assert not is_in(client)


def test_after_ten_minutes_one_begins_again(client, guarded, monkeypatch):
    sign_in(client, guarded)
    later = clock.real_now() + timedelta(minutes=11)
    monkeypatch.setattr(clock, "real_now", lambda: later)

    response = show(client, code_at(KEY, STEP))

    assert (response.status_code, response["Location"]) == (302, reverse("org:login"))


def test_a_changed_password_ends_the_waiting(client, guarded):
    sign_in(client, guarded)
    guarded.set_password("mat-khau-khac")
    guarded.save()

    response = show(client, code_at(KEY, STEP))

    assert response["Location"] == reverse("org:login")


def test_secrets_lie_sealed_in_the_tables(guarded):
    assert KEY not in str(Authenticator.objects.values("data"))
    assert decrypt(Authenticator.objects.get(type="totp").data["secret"]) == KEY
    for code in paper_codes(guarded):
        assert code not in str(Authenticator.objects.values("data"))


def test_new_codes_make_the_old_ones_worthless(guarded):
    old = paper_codes(guarded)

    renew_codes(by=Actor.of(guarded, clock.today()), at=clock.now())

    assert not set(old) & set(paper_codes(guarded))
    assert not prove(user=guarded, typed=old[0], at=NOON)


def test_codes_are_shown_for_a_quarter_of_an_hour(client, guarded, monkeypatch):
    client.force_login(guarded)
    assert paper_codes(guarded)[0][:4] in client.get(reverse("org:codes")).text
    later = clock.now() + timedelta(minutes=16)
    monkeypatch.setattr(clock, "now", lambda: later)

    page = client.get(reverse("org:codes"))

    assert "Lập 10 mã mới" in page.text
    assert "<code" not in page.text
    assert client.get(reverse("org:codes_paper")).status_code == 409


def test_with_the_last_factor_the_codes_go(client, guarded):
    client.force_login(guarded)
    app = Authenticator.objects.get(type="totp")

    refused = client.post(reverse("org:remove_factor", args=[app.pk]), {"now": "sai"})
    assert refused.status_code == 422
    client.post(reverse("org:remove_factor", args=[app.pk]), {"now": PASSWORD})

    assert not Authenticator.objects.exists()
    assert sign_in(client, guarded)["Location"] == "/"


def test_nobody_takes_the_factor_of_another_away(client, guarded, province):
    client.force_login(user_as(CHAIR, province))
    app = Authenticator.objects.get(type="totp")

    response = client.post(reverse("org:remove_factor", args=[app.pk]), {"now": PASSWORD})

    assert response.status_code == 404
    assert Authenticator.objects.filter(pk=app.pk).exists()
