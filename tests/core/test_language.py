import importlib
import pkgutil
from collections import defaultdict

import pytest
from django import forms
from django.urls import reverse
from django.utils.translation import override

import thidua
from factories import OFFICER, user_as


def our_forms():
    """Every form of every room."""
    rooms = [room.name for room in pkgutil.iter_modules(thidua.__path__, "thidua.") if room.ispkg]
    for name in (f"{room}.forms" for room in rooms):
        if importlib.util.find_spec(name):
            found = vars(importlib.import_module(name)).values()
            yield from (one for one in found if isinstance(one, type) and one.__module__ == name)


FIELDS = [
    pytest.param(field, id=f"{form.__name__}.{name}")
    for form in our_forms()
    if issubclass(form, forms.BaseForm)
    for name, field in form.base_fields.items()
]


def test_the_browser_s_language_does_not_change_official_words(client, db):
    response = client.get(reverse("org:login"), headers={"Accept-Language": "en-US,en;q=0.9"})

    assert response["Content-Language"] == "vi"
    assert "Đăng nhập" in response.text


def test_english_is_chosen_by_a_press_and_remembered(client, db):
    response = client.post(reverse("language"), {"language": "en", "next": "/login/"})

    assert (response.status_code, response["Location"]) == (302, "/login/")
    assert "Sign in" in client.get(reverse("org:login")).text


def test_the_way_back_never_leads_elsewhere(client, db):
    response = client.post(reverse("language"), {"language": "en", "next": "https://example.org/"})

    assert response["Location"] == "/"


@pytest.mark.parametrize("back", ["0", "-1", "org:login", "{}"])
def test_a_way_back_that_is_no_address_is_no_fault_of_ours(client, db, back):
    response = client.post(reverse("language"), {"language": "en", "next": back})

    assert response.status_code == 302


def test_an_unknown_language_is_not_found(client, db):
    assert client.post(reverse("language"), {"language": "xx"}).status_code == 404


@pytest.mark.parametrize("field", FIELDS)
def test_no_field_answers_in_english(field):
    said = {}
    for language in ("vi", "en"):
        with override(language):
            said[language] = {
                code: words % defaultdict(int) for code, words in field.error_messages.items()
            }

    same = {code: words for code, words in said["vi"].items() if words == said["en"][code]}
    assert {code: words for code, words in same.items() if words.isascii()} == {}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_sign_that_cannot_be_printed_is_refused_in_the_language_of_the_page(
    client, province, language
):
    client.force_login(user_as(OFFICER, province))
    client.cookies["django_language"] = language

    page = client.post(reverse("plans:new"), {"title": "Thi\0 đua"})

    assert page.status_code == 422
    assert ("Ô này có ký tự không in được" in page.text) is (language == "vi")
    assert ("Null characters are not allowed." in page.text) is (language == "en")
