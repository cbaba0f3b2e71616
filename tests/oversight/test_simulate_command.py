"""`thidua simulate` as somebody types it."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError

from thidua.core import clock
from thidua.org.models import Person, Unit, UnitKind
from thidua.oversight.simulate import build
from thidua.oversight.simulate.days import TODAY
from thidua.plans.models import Plan

pytestmark = pytest.mark.django_db


def test_it_says_what_it_has_built_and_moves_the_assumed_day():
    out = StringIO()

    call_command("simulate", size="school", stdout=out)

    assert "Đã dựng 5 đơn vị, 120 người" in out.getvalue()
    assert (Unit.objects.count(), Person.objects.count()) == (5, 120)
    assert clock.sample_day() == TODAY


def test_people_without_a_year_are_people_only():
    call_command("simulate", size="school", people_only=True, stdout=StringIO())

    assert Person.objects.count() == 120
    assert not Plan.objects.exists()


@pytest.mark.parametrize(
    ("error", "words"), [(DatabaseError("đĩa đầy"), "đĩa đầy"), (KeyboardInterrupt(), "giữa chừng")]
)
def test_what_breaks_off_leaves_nothing_behind(monkeypatch, error, words):
    def break_off(_models):
        raise error

    monkeypatch.setattr(build, "settle", break_off)

    with pytest.raises(CommandError, match=words) as told:
        call_command("simulate", size="school", stdout=StringIO())

    assert "Chưa có gì được ghi" in str(told.value)
    assert not Unit.objects.exists()
    assert not Person.objects.exists()
    assert not UnitKind.objects.exists()


@pytest.mark.parametrize("size", ["4", "lon", "999999999"])
def test_a_size_that_cannot_be_built_is_explained(size):
    with pytest.raises(CommandError, match="Hãy chọn tiny, school, province, nation"):
        call_command("simulate", size=size, stdout=StringIO())


def test_an_installation_in_use_is_left_alone(workplace):
    with pytest.raises(CommandError, match="đã có dữ liệu"):
        call_command("simulate", size="school", stdout=StringIO())

    assert not Plan.objects.exists()
