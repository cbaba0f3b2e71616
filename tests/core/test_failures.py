import pytest
from django.db import OperationalError
from django.urls import reverse

from factories import CHAIR, user_as
from thidua.home import views


@pytest.fixture
def chair(client, workplace):
    client.force_login(user_as(CHAIR, workplace))
    client.raise_request_exception = False


def test_a_busy_database_is_told_in_words(client, chair, monkeypatch):
    def busy(*_args):
        raise OperationalError("database is locked")

    monkeypatch.setattr(views.plans, "phases_around", busy)

    response = client.get(reverse("home:desk"))

    assert (response.status_code, response["Retry-After"]) == (503, "60")
    assert "chưa được ghi vì cơ sở dữ liệu đang bận" in response.text


def test_a_mistake_of_ours_is_told_without_its_trace(client, chair, monkeypatch):
    def wrong(*_args):
        raise ZeroDivisionError("bí mật")

    monkeypatch.setattr(views.plans, "phases_around", wrong)

    response = client.get(reverse("home:desk"))

    assert response.status_code == 500
    assert "Hệ thống gặp lỗi" in response.text
    assert "bí mật" not in response.text


def test_the_address_of_an_act_opened_as_a_page_says_what_to_do(client, chair):
    response = client.get(reverse("org:logout"))

    assert (response.status_code, response["Allow"]) == (405, "POST, OPTIONS")
    assert "hãy quay lại trang đang làm và bấm lại" in response.text
