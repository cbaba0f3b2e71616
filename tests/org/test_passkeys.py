"""Passkeys as a second factor, with a key in software; a browser does it in tests/browser."""

import html
import json
import re

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse

from factories import CHAIR, NOON, user_as
from org.factor_cases import PASSWORD, sign_in
from org.soft_key import SoftKey
from thidua.org.actions.factors import prove
from thidua.org.second_factor.places import usable_at


@pytest.fixture(autouse=True)
def on_this_machine(client):
    client.defaults["SERVER_NAME"] = "localhost"


@pytest.fixture
def chair(workplace):
    user = user_as(CHAIR, workplace)
    user.set_password(PASSWORD)
    user.save()
    return user


def asked(page):
    return html.unescape(re.search(r'data-options="([^"]+)"', page.text)[1])


def added(client, key, name="máy văn phòng", password=PASSWORD):
    page = client.get(reverse("org:add_passkey"))
    answer = json.dumps(key.made_for(asked(page)))
    typed = {"name": name, "now": password, "credential": answer}
    return client.post(reverse("org:add_passkey"), typed)


def shown(client, answer):
    return client.post(reverse("org:passkey_step"), {"credential": json.dumps(answer)})


def is_in(client):
    return client.get(reverse("org:mine")).status_code == 200


@pytest.fixture
def key(client, chair):
    """A key of the chair, who has signed out again."""
    client.force_login(chair)
    soft = SoftKey()
    assert added(client, soft)["Location"] == reverse("org:codes")
    client.post(reverse("org:logout"))
    return soft


def test_a_key_is_a_second_factor_and_brings_codes(client, chair, key):
    assert sign_in(client, chair)["Location"] == reverse("org:second_factor")
    assert reverse("org:passkey_step") in client.get(reverse("org:second_factor")).text
    assert not is_in(client)

    done = shown(client, key.answer_to(asked(client.get(reverse("org:passkey_step")))))

    assert (done.status_code, done["Location"]) == (302, "/")
    assert is_in(client)
    codes = Authenticator.objects.get(user=chair, type="recovery_codes").wrap()
    assert prove(user=chair, typed=codes.get_unused_codes()[0], at=NOON)


def test_an_answer_is_good_for_one_challenge(client, chair, key):
    sign_in(client, chair)
    answer = key.answer_to(asked(client.get(reverse("org:passkey_step"))))
    shown(client, answer)
    client.post(reverse("org:logout"))
    sign_in(client, chair)
    client.get(reverse("org:passkey_step"))

    again = shown(client, answer)

    assert again.status_code == 409
    assert "Khóa này không mở được tài khoản" in again.text
    assert not is_in(client)


def test_the_key_of_somebody_else_opens_nothing(client, chair, key):
    sign_in(client, chair)
    stranger = SoftKey()
    stranger.ident = key.ident

    answer = stranger.answer_to(asked(client.get(reverse("org:passkey_step"))))

    assert shown(client, answer).status_code == 409
    assert not is_in(client)


def test_a_key_for_another_site_opens_nothing(client, chair, key):
    sign_in(client, chair)
    key.origin = "https://gia-mao.example.org"

    answer = key.answer_to(asked(client.get(reverse("org:passkey_step"))))

    assert shown(client, answer).status_code == 409
    assert not is_in(client)


@pytest.mark.parametrize(
    "nonsense",
    ["", "{}", "[]", "null", '"x"', '{"response": 1}', '{"id": "a", "rawId": "b"}', "[" * 20_000],
)
def test_nonsense_is_refused_and_counts_as_a_wrong_answer(client, chair, key, nonsense):
    sign_in(client, chair)
    for _time in range(4):
        client.get(reverse("org:passkey_step"))
        wrong = client.post(reverse("org:passkey_step"), {"credential": nonsense})
        assert wrong.status_code == 409

    assert client.post(reverse("org:passkey_step"), {"credential": nonsense}).status_code == 429


def test_a_wrong_password_or_a_made_up_key_adds_nothing(client, chair):
    client.force_login(chair)
    assert "Mật khẩu đang dùng chưa đúng" in added(client, SoftKey(), password="sai").text
    typed = {"name": "x", "now": PASSWORD, "credential": "{}"}

    refused = client.post(reverse("org:add_passkey"), typed)

    assert "Trình duyệt chưa tạo được khóa" in refused.text
    assert not Authenticator.objects.exists()


def test_several_keys_have_names_and_go_one_by_one(client, chair, key):
    client.force_login(chair)
    assert added(client, SoftKey(), "điện thoại")["Location"] == reverse("org:security")
    page = client.get(reverse("org:security")).text
    assert "máy văn phòng" in page
    assert "điện thoại" in page
    first = Authenticator.objects.filter(type="webauthn").earliest("pk")

    client.post(reverse("org:remove_factor", args=[first.pk]), {"now": PASSWORD})

    kept = Authenticator.objects.get(type="webauthn")
    assert kept.data["name"] == "điện thoại"
    assert Authenticator.objects.filter(type="recovery_codes").exists()


@pytest.mark.parametrize(
    ("host", "secure", "usable"),
    [
        ("localhost:8000", False, True),
        ("thidua.example.vn", True, True),
        ("thidua.example.vn", False, False),
        ("127.0.0.1:8000", False, False),
        ("192.168.1.5", True, False),
    ],
)
def test_keys_are_offered_where_browsers_allow_them(host, secure, usable):
    assert usable_at(host, secure=secure) is usable


def test_elsewhere_one_is_told_why_not(client, chair):
    client.defaults["SERVER_NAME"] = "testserver"
    client.force_login(chair)

    assert client.get(reverse("org:add_passkey"))["Location"] == reverse("org:security")
    assert (
        "chỉ dùng được khi mở hệ thống bằng địa chỉ https"
        in client.get(reverse("org:security")).text
    )
