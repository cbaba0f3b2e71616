"""Columns that follow another one, for rows that were there before them."""

import pytest

from thidua.core import filling
from thidua.core.filling import fill_from
from thidua.org.models import Person
from thidua.org.names import given_first

pytestmark = pytest.mark.django_db


def from_before(*names):
    people = [Person.objects.create(name=name) for name in names]
    Person.objects.update(given="")
    return people


def filled():
    fill_from(Person.objects.all(), "given", source="name", by=given_first)


def test_every_empty_cell_is_filled(monkeypatch):
    monkeypatch.setattr(filling, "PIECE", 2)
    from_before("Nguyễn Thị Hoa", "Trần Văn Đức", "Lê Minh", "Nguyễn Thị Hoa", "Vũ Quốc Ân")
    filled()
    assert list(Person.objects.order_by("pk").values_list("given", flat=True)) == [
        "hoa nguyen thi",
        "duc tran van",
        "minh le",
        "hoa nguyen thi",
        "an vu quoc",
    ]


def test_a_cell_that_holds_something_stays(monkeypatch):
    monkeypatch.setattr(filling, "PIECE", 2)
    first, *_others = from_before("Nguyễn Thị Hoa", "Trần Văn Đức", "Lê Minh")
    Person.objects.filter(pk=first.pk).update(given="kept")
    filled()
    first.refresh_from_db()
    assert first.given == "kept"
    assert not Person.objects.filter(given="").exists()


def test_pieces_without_an_empty_cell_write_nothing(django_assert_num_queries):
    from_before("Nguyễn Thị Hoa", "Trần Văn Đức")
    filled()
    with django_assert_num_queries(2):
        filled()


@pytest.mark.django_db(transaction=True)
def test_what_was_stopped_keeps_the_pieces_that_were_done(monkeypatch):
    monkeypatch.setattr(filling, "PIECE", 2)
    from_before("Nguyễn Thị Hoa", "Trần Văn Đức", "Lê Minh")

    def stopped(name):
        if name == "Lê Minh":
            raise InterruptedError
        return given_first(name)

    with pytest.raises(InterruptedError):
        fill_from(Person.objects.all(), "given", source="name", by=stopped)
    assert Person.objects.exclude(given="").count() == 2
