import pytest
from django.db import IntegrityError, transaction

from factories import CHAIR, DAY, KEEPER, NOON, actor_as, unit_kind
from thidua.audit.models import AuditEvent
from thidua.core.errors import Denied, DomainError
from thidua.org import actions
from thidua.org.models import Headcount, Placement, Post, PostKind, Unit
from thidua.org.reference import load_reference
from thidua.org.rights import Right

NAMING = actions.Naming(
    name="Công đoàn cơ sở Trường Mầm non Hoa Sen",
    short_name="CĐCS Trường Mầm non Hoa Sen",
    symbol="CĐCS",
    place="Ninh Bình",
    body="BAN CHẤP HÀNH",
)


def test_an_installation_begins_once(db):
    load_reference()
    begin = {
        "kind": unit_kind("cdcs", "Công đoàn cơ sở"),
        "naming": NAMING,
        "keeper": PostKind.objects.get(code="keeper"),
        "username": "quantri",
        "on": DAY,
        "at": NOON,
    }

    keeper = actions.found_installation(**begin)

    assert keeper.can(Right.UNIT_MANAGE, Unit.objects.get())
    with pytest.raises(DomainError, match="đã được thiết lập"):
        actions.found_installation(**begin)


def test_establish_unit_places_it_below_and_records(province):
    keeper = actor_as(KEEPER, province)

    unit = actions.establish_unit(
        under=province,
        kind=unit_kind("cdcs", "CĐCS"),
        naming=NAMING,
        on=DAY,
        by=keeper,
        at=NOON,
    )

    assert unit.path_on(DAY) == f"{province.path_on(DAY)}{unit.key}/"
    assert AuditEvent.objects.get().type == "unit.established"


def test_establish_unit_by_somebody_else_leaves_no_trace(province):
    chair = actor_as(CHAIR, province)

    with pytest.raises(Denied, match="quản trị"):
        actions.establish_unit(
            under=province,
            kind=unit_kind("cdcs", "CĐCS"),
            naming=NAMING,
            on=DAY,
            by=chair,
            at=NOON,
        )

    assert Unit.objects.get() == province
    assert not AuditEvent.objects.exists()


def test_more_women_than_members_is_refused_by_the_database(province):
    with pytest.raises(IntegrityError, match="headcount_women_are_members"), transaction.atomic():
        Headcount.objects.create(unit=province, on=DAY, members=10, women=11)


def test_a_unit_stands_in_one_place_at_a_time(province):
    with pytest.raises(IntegrityError), transaction.atomic():
        Placement.objects.create(unit=province, path="/second/", starts_on=DAY)


def test_a_post_cannot_end_before_it_starts(province):
    actor_as(CHAIR, province)

    with pytest.raises(IntegrityError, match="post_ends_after_it_starts"), transaction.atomic():
        Post.objects.update(ends_on=DAY.replace(year=1999))


def test_reference_rows_stay_as_the_keeper_left_them(db):
    load_reference()
    PostKind.objects.filter(code="clerk").update(name="Văn thư kiêm nhiệm")

    load_reference()

    assert PostKind.objects.get(code="clerk").name == "Văn thư kiêm nhiệm"


def test_the_rights_of_every_shipped_post_exist(db):
    load_reference()

    assert {kind.code for kind in PostKind.objects.all() if kind.grants()} == set(
        PostKind.objects.values_list("code", flat=True)
    )
