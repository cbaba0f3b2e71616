from datetime import date

import pytest
from django.core.cache import cache
from django.urls import reverse

from documents.papers import issued
from factories import CHAIR, user_as
from thidua.core import clock
from thidua.documents.models import Delivery

ARRIVALS = "documents:register_in"


@pytest.fixture
def chair(client, workplace):
    user = user_as(CHAIR, workplace)
    client.force_login(user)
    return user


def number(client, page, entry):
    """The number that `page` shows beside `entry`, and whether something there is overdue."""
    groups = client.get(reverse(page)).context["navigation"]
    items = [item for group in groups for item in group["items"]]
    shown = {item["url"]: (item["count"], item["late"]) for item in items}
    return shown[reverse(entry)]


def test_the_frame_counts_the_tasks_of_each_room_and_all_of_them(client, chair, province):
    issued(province, ["Các CĐCS trực thuộc"])

    assert number(client, "plans:list", ARRIVALS) == (1, False)
    assert number(client, "plans:list", "home:desk") == (1, False)
    assert number(client, "plans:list", "plans:list") == (0, False)


def test_what_is_overdue_colours_its_number(client, chair, province):
    issued(province, ["Các CĐCS trực thuộc"])
    Delivery.objects.update(sent_at="2024-03-01T09:00+07:00")

    assert number(client, "plans:list", ARRIVALS) == (1, True)
    assert number(client, "plans:list", "home:desk") == (1, True)


def test_what_others_do_shows_at_once(client, chair, province):
    assert number(client, "plans:list", ARRIVALS) == (0, False)

    issued(province, ["Các CĐCS trực thuộc"])

    assert number(client, "plans:list", ARRIVALS) == (1, False)
    assert number(client, "home:desk", ARRIVALS) == (1, False)


def test_what_leaves_no_audit_event_shows_when_the_kept_tasks_are_gone(client, chair, province):
    issued(province, ["Các CĐCS trực thuộc"])
    assert number(client, "plans:list", ARRIVALS) == (1, False)
    Delivery.objects.update(sent_at="2024-03-01T09:00+07:00")

    assert number(client, "plans:list", ARRIVALS) == (1, False)
    cache.clear()
    assert number(client, "plans:list", ARRIVALS) == (1, True)


def test_whoever_acts_sees_new_numbers_at_once(client, chair, province):
    issued(province, ["Các CĐCS trực thuộc"])
    assert number(client, "plans:list", ARRIVALS) == (1, False)
    delivery = Delivery.objects.get()

    client.post(reverse("documents:open", args=[delivery.pk]))

    assert number(client, "plans:list", ARRIVALS) == (0, False)


def test_numbers_of_one_person_are_not_shown_to_another(client, chair, province):
    issued(province, ["Các CĐCS trực thuộc"])
    assert number(client, "plans:list", ARRIVALS) == (1, False)

    client.force_login(user_as(CHAIR, province))

    assert number(client, "plans:list", ARRIVALS) == (0, False)


def test_numbers_of_one_day_are_not_shown_on_another(client, chair, province):
    issued(province, ["Các CĐCS trực thuộc"])
    assert number(client, "plans:list", ARRIVALS) == (1, False)

    clock.set_sample_day(date(2024, 3, 25))

    assert number(client, "plans:list", ARRIVALS) == (1, True)


def test_tasks_are_named_in_the_language_of_the_reader(client, chair, province):
    issued(province, ["Các CĐCS trực thuộc"])
    assert "Mở và xem" in client.get(reverse("home:desk")).text
    client.post(reverse("language"), {"language": "en", "next": "/"})

    assert "Mở và xem" not in client.get(reverse("home:desk")).text


def test_kept_numbers_spare_a_page_the_questions_of_every_room(
    client, chair, django_assert_num_queries
):
    client.get(reverse("public:index"))

    with django_assert_num_queries(6):
        client.get(reverse("public:index"))
