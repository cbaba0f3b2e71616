"""The trail leads on to the things it speaks of, for whoever may open them."""

import pytest

from councils.meetings import council_of
from factories import CHAIR, KEEPER, NOON, actor_as, user_as
from thidua.audit.actions import record
from thidua.org.models import Person
from thidua.oversight.trail import WORDS

pytestmark = pytest.mark.django_db


def read_by(client, user):
    client.force_login(user)
    return client.get("/trail/")


def told(unit, thing, event="person.changed"):
    return record(event, on=thing, by=actor_as(CHAIR, unit), unit=unit, at=NOON)


def test_a_thing_is_a_link_for_whoever_may_open_its_page(client, province):
    council = council_of(province)

    page = read_by(client, user_as(CHAIR, province))

    assert f'href="{council.get_absolute_url()}"' in page.text


def test_a_thing_is_plain_text_for_whoever_may_not(client, province):
    council = council_of(province)

    page = read_by(client, user_as(KEEPER, province))

    assert council.name in page.text
    assert council.get_absolute_url() not in page.text


def test_somebody_of_no_unit_of_theirs_is_plain_text(client, workplace):
    person = Person.objects.create(name="Lò Thị Xa")
    told(workplace, person)

    page = read_by(client, user_as(CHAIR, workplace))

    assert "Lò Thị Xa" in page.text
    assert person.get_absolute_url() not in page.text


def test_what_is_no_longer_there_is_plain_text(client, province):
    council = council_of(province)
    council.seats.all().delete()
    council.delete()

    assert "/councils/" not in read_by(client, user_as(CHAIR, province)).context["rows"][0].url


@pytest.mark.parametrize("count", [1, 3])
def test_every_kind_of_thing_is_asked_for_once(client, province, count, django_assert_num_queries):
    for number in range(count):
        council_of(province, {"Bùi Tùng": "chair", "Phạm Hà": "secretary"}, name=f"HĐ {number}")
    read_by(client, user_as(CHAIR, province))

    with django_assert_num_queries(7):
        client.get("/trail/")


def test_every_thing_with_a_page_says_who_may_open_it():
    assert [
        model for model, thing in WORDS.things.items() if bool(thing.route) != bool(thing.opened_by)
    ] == []
