import pytest
from django.urls import reverse

from factories import CHAIR, user_as
from thidua.config import settings as shipped
from thidua.org.sample_accounts import PASSWORD


@pytest.fixture
def chair(workplace):
    user = user_as(CHAIR, workplace)
    user.set_password(PASSWORD)
    user.save()
    return user


def sign_in(client, username, password):
    return client.post(reverse("org:login"), {"username": username, "password": password})


def test_a_stranger_is_asked_to_sign_in_and_comes_back(client, db):
    response = client.get(reverse("home:desk"))

    assert (response.status_code, response["Location"]) == (302, "/login/?next=/")


def test_the_right_password_leads_to_the_desk(client, chair):
    response = sign_in(client, chair.username, PASSWORD)

    assert (response.status_code, response["Location"]) == (302, "/")


def test_a_wrong_password_says_what_to_check(client, chair):
    response = sign_in(client, chair.username, "sai")

    assert "Tên đăng nhập hoặc mật khẩu chưa đúng" in response.text


def test_the_fifth_wrong_password_locks_and_says_for_how_long(client, chair):
    for _ in range(4):
        assert sign_in(client, chair.username, "sai").status_code == 200

    response = sign_in(client, chair.username, "sai")

    assert response.status_code == 429
    assert "tạm khóa 15 phút" in response.text
    assert sign_in(client, chair.username, PASSWORD).status_code == 429


def test_a_lock_of_one_account_does_not_lock_another(client, chair, province):
    other = user_as(CHAIR, province)
    other.set_password(PASSWORD)
    other.save()
    for _ in range(5):
        sign_in(client, chair.username, "sai")

    assert sign_in(client, other.username, PASSWORD).status_code == 302


def test_sample_accounts_are_shown_on_the_sample_year_only(client, chair, settings):
    assert chair.username in client.get(reverse("org:login")).text

    settings.SAMPLE_DAY_FILE = None

    assert chair.username not in client.get(reverse("org:login")).text


def test_signing_out_needs_a_press(client, chair):
    client.force_login(chair)

    assert client.get(reverse("org:logout")).status_code == 405
    assert client.post(reverse("org:logout")).status_code == 302
    assert client.get(reverse("home:desk")).status_code == 302


def test_passwords_are_kept_with_argon2():
    assert shipped.PASSWORD_HASHERS[0].endswith("Argon2PasswordHasher")
