"""People of whom only the year of birth is known."""

from datetime import date

import pytest
from django.db import IntegrityError

from factories import CHAIR, CLERK, NOON, actor_as, user_as
from org.people_cases import member
from thidua.org.actions.corrections import apply_correction, ask_correction
from thidua.org.actions.links import asks_for, make_links, use_link
from thidua.org.forms.links import OwnFactsForm, ProofForm
from thidua.org.forms.merging import GONE, MergeForm
from thidua.org.models import Correction, OneTimeLink, Person
from thidua.org.purposes import SELF_CHECK
from thidua.org.queries.doubles import pairs_among
from thidua.org.wanted_facts import Wanted, rows_of

BORN = date(1984, 8, 5)
ASKED = {"name": "Nguyễn Thị Hoa", "joined_by": "admitted", "on": "1/3/2024"}


@pytest.fixture
def hoa(workplace):
    return member(workplace, "Nguyễn Thị Hoa", birth_year=1984)


@pytest.fixture
def clerk(client, workplace):
    user = user_as(CLERK, workplace, "Văn Thư")
    client.force_login(user)
    return user


def test_day_and_year_are_never_both_told(workplace):
    with pytest.raises(IntegrityError, match="person_born_told_once"):
        member(workplace, "Lê An", birth_on=BORN, birth_year=1984)


def test_a_year_is_typed_where_a_birthday_is(client, clerk):
    client.post("/people/new/", ASKED | {"birth_on": "1984"})

    person = Person.objects.get(name="Nguyễn Thị Hoa")
    assert (person.birth_on, person.birth_year) == (None, 1984)


def test_nobody_is_born_in_a_year_still_to_come(client, clerk):
    answer = client.post("/people/new/", ASKED | {"birth_on": "2031"})

    assert answer.status_code == 422
    assert "Ngày sinh chưa tới" in answer.text


def test_page_list_and_form_show_the_year(client, clerk, hoa):
    page = client.get(f"/people/{hoa.pk}/").text
    form = client.get(f"/people/{hoa.pk}/edit/").text

    assert "1984<small>năm sinh" in page
    assert ">1984<" in client.get("/people/").text
    assert 'value="1984"' in form


@pytest.mark.parametrize(
    ("typed", "warned"), [("5/8/1984", False), ("5/8/1985", True), ("1985", True), ("", False)]
)
def test_a_day_of_another_year_takes_its_place_and_a_sentence_says_so(
    client, clerk, hoa, typed, warned
):
    form = {"name": hoa.name, "birth_on": typed}

    answer = client.post(f"/people/{hoa.pk}/edit/", form, follow=True)

    hoa.refresh_from_db()
    assert hoa.birth_shown == {"5/8/1984": "05/08/1984", "5/8/1985": "05/08/1985"}.get(typed, typed)
    assert ("Trước đây ghi sinh năm 1984" in answer.text) is warned


@pytest.mark.parametrize(
    ("typed", "asked"), [("1984", True), ("5/8/1984", True), ("1985", False), ("5/8/1985", False)]
)
def test_one_name_and_one_year_are_asked_about(client, clerk, hoa, typed, asked):
    answer = client.post("/people/new/", ASKED | {"birth_on": typed, "phone": "0912345678"})

    assert answer.status_code == (422 if asked else 302)
    assert ("sinh năm 1984" in answer.text) is asked


def test_a_year_is_searched_for_in_a_list(client, clerk, workplace, hoa):
    whole = member(workplace, "Lê An", birth_on=BORN)
    member(workplace, "Lê Ba", birth_year=1985)

    rows = client.get("/people/", {"q": "1984"}).context["rows"]

    assert {row.person for row in rows} == {hoa, whole}


def test_one_name_and_one_year_are_a_weaker_doubt_than_one_day(workplace, hoa):
    whole = member(workplace, "Nguyễn Thị Hoa", birth_on=BORN)
    twin = member(workplace, "Nguyễn Thị Hoà", birth_on=BORN)
    member(workplace, "Nguyễn Thị Hoa", birth_year=1985)
    people = Person.objects.filter(memberships__unit=workplace)

    pairs = pairs_among(people, Person.objects.all())

    assert [(pair.both, pair.why) for pair in pairs] == [
        ((whole, twin), ("cùng họ tên và ngày sinh",)),
        ((hoa, whole), ("cùng họ tên và năm sinh",)),
        ((hoa, twin), ("cùng họ tên và năm sinh",)),
    ]


def test_of_two_records_the_whole_birthday_is_offered_first(workplace, hoa):
    whole = member(workplace, "Nguyễn Thị Hoa", birth_on=BORN)
    posted = {"birth": GONE}

    form = MergeForm(posted, kept=hoa, gone=whole, accounts=[])

    assert form.fields["birth"].initial == GONE
    assert form.is_valid()
    assert form.facts() == {"birth_on": BORN, "birth_year": None}
    assert MergeForm(kept=whole, gone=hoa, accounts=[]).fields["birth"].initial != GONE


def test_a_member_puts_the_day_in_the_place_of_the_year(workplace, hoa):
    typed = OwnFactsForm({"name": hoa.name, "birth_on": "5/8/1984"}, person=hoa)
    assert typed.is_valid()

    asked = ask_correction(person=hoa, unit=workplace, wanted=typed.wanted(), note="", at=NOON)
    shown = rows_of(Correction.objects.get())
    apply_correction(correction=asked, by=actor_as(CHAIR, workplace), at=NOON)

    hoa.refresh_from_db()
    assert shown == [Wanted("Ngày sinh", "1984", "05/08/1984")]
    assert (hoa.birth_on, hoa.birth_year) == (BORN, None)


@pytest.mark.parametrize(
    ("asked", "born"), [(1984, (BORN, None)), (1985, (None, 1985))], ids=["the same", "another"]
)
def test_a_year_asked_for_empties_only_a_day_of_another_year_written_meanwhile(
    workplace, asked, born
):
    person = member(workplace, "Lê An")
    correction = ask_correction(
        person=person, unit=workplace, wanted={"birth_year": asked}, note="", at=NOON
    )
    Person.objects.filter(pk=person.pk).update(birth_on=BORN)

    apply_correction(correction=correction, by=actor_as(CHAIR, workplace), at=NOON)

    person.refresh_from_db()
    assert (person.birth_on, person.birth_year) == born


@pytest.mark.parametrize(("proof", "opens"), [("1984", True), ("1985", False), ("", False)])
def test_a_link_asks_for_the_year_where_nothing_better_is_known(workplace, hoa, proof, opens):
    chair = actor_as(CHAIR, workplace)
    make_links(persons=[hoa], unit=workplace, purpose=SELF_CHECK, once="a", by=chair, at=NOON)

    opened = use_link(link=OneTimeLink.objects.get(), proof=proof, at=NOON)

    assert asks_for(hoa) == "year"
    assert opened is opens


def test_the_box_for_the_proof_names_the_year():
    assert ProofForm(asked="year").fields["proof"].label == "Năm sinh"
