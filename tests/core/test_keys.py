"""Many keys as one parameter."""

import pytest

from thidua.core.keys import these, these_words
from thidua.org.models import Person

pytestmark = pytest.mark.django_db


def test_rows_of_the_keys_are_found_among_more_than_a_database_takes_as_parameters():
    wanted, other = (Person.objects.create(name=name) for name in ("Trần Thị Mai", "Lê Văn Bình"))
    keys = {wanted.pk, *range(other.pk + 1, other.pk + 300_000)}

    assert list(Person.objects.filter(pk__in=these(keys))) == [wanted]


def test_without_keys_nothing_is_found():
    Person.objects.create(name="Trần Thị Mai")

    assert not Person.objects.filter(pk__in=these(())).exists()


def test_keys_of_a_relation_are_followed(workplace, province):
    assert list(workplace.placements.filter(unit__in=these([workplace.pk]))) == list(
        workplace.placements.all()
    )
    assert not workplace.placements.filter(unit__in=these([province.pk])).exists()


def test_rows_with_one_of_many_words_are_found_by_the_letters_as_they_stand():
    wanted, _other = (Person.objects.create(name="An", code=code) for code in ("DV'1", "dv'1"))

    assert list(Person.objects.filter(code__in=these_words({"DV'1", "0912"}))) == [wanted]
    assert not Person.objects.filter(code__in=these_words(())).exists()
