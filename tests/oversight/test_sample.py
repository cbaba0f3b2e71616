"""The sample year is built by the real intake; here a visitor finds it alive."""

from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from thidua.core import clock
from thidua.documents.models import Book, Document, DocumentStatus
from thidua.org.models import Headcount, Membership, Unit, User
from thidua.plans.models import Plan

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def sample(django_db_setup, django_db_blocker):
    """Built once for the module, taken away at the end."""
    with django_db_blocker.unblock():
        call_command("sample")
        yield
        call_command("flush", interactive=False)


@pytest.fixture(autouse=True)
def built(sample, settings):
    """Every test of this module looks at the sample year."""


def test_the_five_plans_stand_under_what_they_bear():
    issued = Document.objects.filter(status=DocumentStatus.ISSUED).order_by("dated")

    assert [(paper.full_number, paper.dated.year) for paper in issued] == [
        ("01/KH-CĐGD", 2022),
        ("01-CĐCS", 2022),
        ("", 2022),
        ("", 2023),
        ("05/KH-CĐGD", 2024),
    ]


def test_phases_are_those_of_the_texts():
    plan = Plan.objects.get(document__full_number="05/KH-CĐGD")

    assert [(phase.starts_on, phase.ends_on) for phase in plan.phases.all()] == [
        (date(2024, 1, 1), date(2024, 7, 31)),
        (date(2024, 8, 1), date(2024, 12, 31)),
    ]


def test_a_school_year_plan_without_phases_has_one_for_its_whole_period():
    plan = Plan.objects.get(document__unit__name__contains="Hóc Môn")

    assert [(phase.whole, phase.starts_on, phase.ends_on) for phase in plan.phases.all()] == [
        (True, date(2023, 9, 1), date(2024, 5, 31))
    ]


def test_numbers_given_on_paper_are_in_the_book_of_their_year():
    entries = {
        (book.year, entry.number) for book in Book.objects.all() for entry in book.entries.all()
    }

    assert {(2024, 5), (2022, 1)} <= entries


def test_every_workplace_has_as_many_members_as_were_counted():
    unit = Unit.objects.get(name="Công đoàn cơ sở Trường THPT Hoa Phong")

    assert Membership.objects.filter(unit=unit).count() == (
        Headcount.objects.get(unit=unit).members
    )


@pytest.mark.parametrize(
    ("day", "username", "shown"),
    [
        (clock.SAMPLE_DAYS[0], "nb.01.chutich", "Duyệt ký"),
        (clock.SAMPLE_DAYS[1], "hb.01.chutich", "Mở và xem"),
        (clock.SAMPLE_DAYS[2], "hm.01.chutich", "Mở và xem"),
    ],
)
def test_somebody_has_something_to_do_on_every_sample_day(client, day, username, shown):
    clock.set_sample_day(day)
    client.force_login(User.objects.get(username=username))

    assert shown in client.get(reverse("home:desk")).text


def test_the_sample_is_not_built_over_data():
    with pytest.raises(CommandError, match="đã có dữ liệu"):
        call_command("sample")
