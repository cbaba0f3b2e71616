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

from factories import CHAIR, CLERK, DAY, KEEPER, user_as
from org.factor_cases import PASSWORD
from thidua.audit.models import AuditEvent
from thidua.org.models import Device, FactorRule, Identity
from thidua.org.second_factor.app_codes import code_at, present_step
from thidua.org.second_factor.held import has_factor

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


class TestWithoutAPassword:
    """Who came in by the issuer and never had a slip guards the account all the same."""

    APP = "/account/security/app/"
    PROVE = f"/account/security/prove/{NAME}/"

    @pytest.fixture
    def chair(self, chair):
        chair.set_unusable_password()
        chair.save()
        return chair

    @pytest.fixture
    def inside(self, client, linked):
        come_back(client, sign_in_there(away(client), "hoa-123"))
        return client

    def proven(self, client, who="hoa-123"):
        address = client.get(self.PROVE, {"next": self.APP})["Location"]
        return come_back(client, sign_in_there(address, who))

    def app_added(self, client):
        client.get(self.APP)
        code = code_at(client.session["new_app_key"], present_step())
        return client.post(self.APP, {"code": code})

    def test_a_fresh_sign_in_there_counts_as_the_password(self, inside, chair):
        page = inside.get(self.APP).text
        assert "Xác nhận bằng Cổng của Sở" in page
        assert f'href="{self.PROVE}?next={self.APP}"' in page
        assert "Mật khẩu đang dùng" not in page

        back = self.proven(inside)

        assert (back.status_code, back["Location"]) == (302, self.APP)
        assert "Đã xác nhận" in inside.get(self.APP).text
        assert self.app_added(inside).status_code == 302
        assert has_factor(chair)

    def test_having_signed_in_there_some_time_is_not_enough(self, inside, chair):
        refused = self.app_added(inside)

        assert refused.status_code == 422
        assert "Chưa đăng nhập lại để xác nhận" in refused.text
        assert not has_factor(chair)

    def test_it_counts_for_five_minutes(self, inside, chair):
        self.proven(inside)
        session = inside.session
        session["proven_elsewhere"] -= 301
        session.save()

        assert self.app_added(inside).status_code == 422
        assert not has_factor(chair)

    def test_the_issuer_is_told_to_ask_anew(self, inside):
        address = inside.get(self.PROVE)["Location"]

        asked = parse_qs(urlsplit(address).query)
        assert (asked["prompt"], asked["max_age"]) == (["login"], ["300"])

    def test_the_account_of_somebody_else_proves_nothing(self, inside, chair):
        back = self.proven(inside, who="nguoi-khac")

        assert back.status_code == 403
        assert "không phải tài khoản đã liên kết với bạn" in back.text
        assert self.app_added(inside).status_code == 422

    def test_who_may_only_open_the_security_page_comes_back_too(self, inside, chair):
        FactorRule.objects.create(
            subject="document.sign", obligatory=True, grace_days=0, starts_on=DAY
        )
        inside.post(reverse("org:logout"))
        come_back(inside, sign_in_there(away(inside), "hoa-123"))
        assert inside.get("/documents/")["Location"] == reverse("org:security")

        self.proven(inside)

        assert self.app_added(inside).status_code == 302
        assert has_factor(chair)

    def test_a_first_password_is_chosen_so_and_asked_for_from_then_on(self, inside, chair):
        page = reverse("org:password")
        typed = {"first": "hoa-phuong-9", "second": "hoa-phuong-9"}
        assert inside.post(page, typed).status_code == 422
        self.proven(inside)

        assert inside.post(page, typed).status_code == 302

        chair.refresh_from_db()
        assert chair.check_password("hoa-phuong-9")
        assert self.app_added(inside).status_code == 422

    def test_the_only_way_in_is_not_taken_away_by_its_owner(self, inside, linked):
        refused = inside.post(reverse("org:unlink", args=[linked.pk]))

        assert refused.status_code == 409
        assert "Đặt mật khẩu trước" in refused.text
        assert Identity.objects.exists()

    def test_where_nothing_is_linked_any_more_the_page_says_who_helps(self, inside, linked):
        linked.delete()

        assert "nhờ người cấp tài khoản đặt lại" in inside.get(self.APP).text
