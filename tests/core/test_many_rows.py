"""Rows written past their instances are the rows that saving would have written."""

import pytest
from django.db import IntegrityError

from thidua.audit.models import AuditEvent
from thidua.core.many_rows import insert
from thidua.org.models import Membership, Person

pytestmark = pytest.mark.django_db


def facts(person):
    return {
        field.attname: getattr(person, field.attname)
        for field in person._meta.concrete_fields
        if not field.primary_key
    }


def test_a_row_is_the_same_as_if_it_had_been_saved():
    told = {"name": "Nguyễn  Thị Ánh", "birth_on": "1980-02-29", "phone": "0912345678"}

    [key] = insert(Person, [told])

    saved = Person.objects.get(pk=Person.objects.create(**told).pk)
    assert facts(Person.objects.get(pk=key)) == facts(saved)


def test_what_a_folded_column_follows_may_be_told_though_it_is_no_column():
    [key] = insert(AuditEvent, [{"at": "2026-01-05 03:17:00", "names": "Nguyễn Thị Ánh"}])

    assert AuditEvent.objects.get(pk=key).folded == "nguyen thi anh"


def test_keys_come_in_the_order_of_the_rows_and_are_never_given_twice():
    names = ["Trần Thị Mai", "Lê Văn Bình", "Đỗ Ánh"]

    keys = insert(Person, [{"name": name} for name in names])

    assert [Person.objects.get(pk=key).name for key in keys] == names
    Person.objects.filter(pk__in=keys).delete()
    assert Person.objects.create(name="Người đến sau").pk > max(keys)
    assert insert(Person, [{"name": "Người đến sau nữa"}])[0] > max(keys) + 1


def test_what_one_row_leaves_out_gets_the_default_though_another_tells_it():
    full, bare = insert(Person, [{"name": "An Bình", "code": "DV1"}, {"name": "Bảo An"}])

    assert (Person.objects.get(pk=full).code, Person.objects.get(pk=bare).code) == ("DV1", "")


def test_without_rows_nothing_is_written():
    assert insert(Person, []) == []


def test_a_column_that_is_none_is_named():
    with pytest.raises(LookupError, match="nickname"):
        insert(Person, [{"name": "An Bình", "nickname": "Bình"}])


def test_a_broken_rule_of_the_table_is_told_as_for_any_other_row(workplace):
    person = Person.objects.create(name="Trần Thị Mai")
    row = {"person_id": person.pk, "unit_id": workplace.pk, "starts_on": "2024-05-01"}

    with pytest.raises(IntegrityError):
        insert(Membership, [{**row, "ends_on": "2024-04-01"}])
