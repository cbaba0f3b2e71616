"""Signing in with an account elsewhere, against a real issuer in a process of its own."""

import os
import re
import shutil
import socket
import subprocess
from pathlib import Path
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
import requests
from django.urls import reverse

from factories import CHAIR, CLERK, KEEPER, user_as
from org.factor_cases import PASSWORD
from thidua.audit.models import AuditEvent
from thidua.org.models import Device, Identity

HERE = Path(__file__).parent / "oidc"
NAME = "so"
BACK = "http://testserver/login/oidc/so/done/"
READY = (HERE / "node_modules/oidc-provider").is_dir() and shutil.which("node")
pytestmark = pytest.mark.skipif(
    not READY and os.environ.get("CI") != "true",
    reason="no issuer to test against: make issuer installs it",
)


@pytest.fixture(scope="module")
def issuer():
    """Its address, while the process runs."""
    with socket.socket() as free:
        free.bind(("localhost", 0))
        port = free.getsockname()[1]
    node = shutil.which("node") or "node"
    command = [node, str(HERE / "issuer.js"), str(port), BACK]
    with subprocess.Popen(  # noqa: S603
        command, cwd=HERE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        try:
            assert any("listening" in line for line in process.stdout)
            yield f"http://localhost:{port}"
        finally:
            process.terminate()


@pytest.fixture(autouse=True)
def known(issuer, settings):
    settings.OIDC_PROVIDERS = {
        NAME: {
            "issuer": issuer,
            "client_id": "thi-dua",
            "client_secret": "bi mat/+:=cua khach",
            "label": "Cổng của Sở",
        }
    }


@pytest.fixture
def chair(workplace):
    user = user_as(CHAIR, workplace)
    user.set_password(PASSWORD)
    user.save()
    return user


@pytest.fixture
def linked(chair, issuer):
    return Identity.objects.create(
        user=chair, issuer=issuer, subject="hoa-123", linked_by=chair, linked_at=chair.date_joined
    )


def away(client, **query):
    """Where the button leads."""
    return client.get(reverse("org:elsewhere", args=[NAME]), query)["Location"]


def sign_in_there(address, who):
    """Walk through the pages of the issuer as a browser would; the address that leads back."""
    browser = requests.Session()
    page = browser.get(address, allow_redirects=False)
    for _step in range(12):
        if page.status_code in {302, 303}:
            place = urljoin(page.url, page.headers["Location"])
            if place.startswith(BACK):
                return place
            page = browser.get(place, allow_redirects=False)
            continue
        action = re.search(r'action="([^"]+)"', page.text)[1]
        prompt = re.search(r'name="prompt" value="([^"]+)"', page.text)[1]
        typed = {"prompt": prompt, "login": who, "password": "x"}
        page = browser.post(urljoin(page.url, action), typed, allow_redirects=False)
    raise AssertionError(f"stuck at {page.url}: {page.text[:300]}")


def come_back(client, place):
    parts = urlsplit(place)
    return client.get(f"{parts.path}?{parts.query}")


def is_in(client):
    return client.get(reverse("org:mine")).status_code == 200


def test_a_linked_account_signs_in_and_goes_where_it_wanted(client, linked):
    assert "Đăng nhập bằng Cổng của Sở" in client.get(reverse("org:login")).text
    address = away(client, next="/documents/")
    asked = parse_qs(urlsplit(address).query)
    assert asked["code_challenge_method"] == ["S256"]
    assert {"state", "nonce", "code_challenge"} <= set(asked)

    response = come_back(client, sign_in_there(address, "hoa-123"))

    assert (response.status_code, response["Location"]) == (302, "/documents/")
    assert is_in(client)
    assert Device.objects.get().user == linked.user


def test_an_unknown_subject_is_told_how_to_link_and_nobody_is_signed_in(client, linked):
    linked.user.email = "ai-do@example.org"
    linked.user.save()

    response = come_back(client, sign_in_there(away(client), "ai-do@example.org"))

    assert response.status_code == 403
    assert "chưa liên kết với tài khoản nào" in response.text
    assert not is_in(client)


def test_one_links_ones_own_account_after_the_password(client, chair, issuer):
    client.force_login(chair)
    page = reverse("org:link_own", args=[NAME])
    assert "Mật khẩu đang dùng chưa đúng" in client.post(page, {"now": "sai"}).text
    there = client.post(page, {"now": PASSWORD}).text
    address = re.search(r'href="(http://localhost[^"]+)"', there)[1].replace("&amp;", "&")

    response = come_back(client, sign_in_there(address, "hoa-9"))

    assert response["Location"] == reverse("org:security")
    identity = Identity.objects.get()
    assert (identity.user, identity.issuer, identity.subject) == (chair, issuer, "hoa-9")
    assert AuditEvent.objects.filter(type="identity.linked").count() == 1
    client.post(reverse("org:unlink", args=[identity.pk]))
    assert not Identity.objects.exists()


def test_a_subject_that_opens_one_account_is_not_linked_to_another(client, linked, province):
    other = user_as(CLERK, province)
    other.set_password(PASSWORD)
    other.save()
    client.force_login(other)
    there = client.post(reverse("org:link_own", args=[NAME]), {"now": PASSWORD}).text
    address = re.search(r'href="(http://localhost[^"]+)"', there)[1].replace("&amp;", "&")

    response = come_back(client, sign_in_there(address, "hoa-123"))

    assert "đã liên kết với một người khác" in response.text
    assert Identity.objects.get().user == linked.user


def test_what_was_started_in_one_browser_does_not_end_in_another(client, linked):
    place = sign_in_there(away(client), "hoa-123")
    stranger = type(client)()

    response = come_back(stranger, place)

    assert response.status_code == 403
    assert "không bắt đầu từ trình duyệt này" in response.text
    assert not is_in(stranger)


def test_an_answer_counts_once(client, linked):
    place = sign_in_there(away(client), "hoa-123")
    come_back(client, place)
    client.post(reverse("org:logout"))

    assert come_back(client, place).status_code == 403
    assert not is_in(client)


@pytest.mark.parametrize("part", ["nonce", "verifier"])
def test_another_nonce_or_verifier_is_refused(client, linked, part):
    place = sign_in_there(away(client), "hoa-123")
    session = client.session
    session["oidc"][part] = "khac" * 12
    session.save()

    response = come_back(client, place)

    assert response.status_code == 403
    assert not is_in(client)


def test_an_issuer_that_calls_itself_otherwise_is_refused(client, linked, settings):
    place = sign_in_there(away(client), "hoa-123")
    settings.OIDC_PROVIDERS[NAME]["issuer"] += "/"

    response = come_back(client, place)

    assert response.status_code == 403
    assert not is_in(client)


def test_who_gives_up_there_is_told_so(client, linked):
    away(client)
    state = client.session["oidc"]["state"]

    response = client.get(
        reverse("org:elsewhere_done", args=[NAME]), {"error": "access_denied", "state": state}
    )

    assert response.status_code == 403
    assert "Bạn đã dừng" in response.text


def test_a_state_that_nobody_gave_out_is_refused(client, linked):
    away(client)

    response = client.get(
        reverse("org:elsewhere_done", args=[NAME]), {"state": "khác", "code": "x"}
    )

    assert response.status_code == 403
    assert "không bắt đầu từ trình duyệt này" in response.text


def test_a_locked_account_is_not_opened_from_elsewhere(client, linked):
    linked.user.is_active = False
    linked.user.save()

    assert come_back(client, sign_in_there(away(client), "hoa-123")).status_code == 403
    assert not is_in(client)


def test_wrong_passwords_lock_this_way_in_too(client, linked):
    for _time in range(5):
        client.post(reverse("org:login"), {"username": linked.user.username, "password": "sai"})

    assert come_back(client, sign_in_there(away(client), "hoa-123")).status_code == 429
    assert not is_in(client)


def test_the_superior_links_by_the_subject(client, chair, province, issuer):
    client.force_login(user_as(KEEPER, province))
    page = reverse("org:identities", args=[chair.pk])

    client.post(page, {"issuer": issuer, "subject": "hoa-77"})

    assert "hoa-77" in client.get(page).text
    guest = type(client)()
    come_back(guest, sign_in_there(away(guest), "hoa-77"))
    assert is_in(guest)


def test_an_issuer_that_is_away_leaves_the_password(client, linked, settings):
    settings.OIDC_PROVIDERS[NAME]["issuer"] = "http://localhost:9"

    response = client.get(reverse("org:elsewhere", args=[NAME]))

    assert response.status_code == 403
    assert "Hãy đăng nhập bằng mật khẩu" in response.text
