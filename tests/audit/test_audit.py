import pytest
from django.db import connection

from factories import CHAIR, DAY, NOON, actor_as
from thidua.audit.actions import record
from thidua.audit.inserting import add_with_mark
from thidua.audit.models import AuditEvent, UnsealedEvent
from thidua.audit.queries import trail_of


def test_an_event_tells_who_did_what_where_and_when(workplace):
    chair = actor_as(CHAIR, workplace)

    event = record("unit.seen", on=workplace, by=chair, unit=workplace, at=NOON, why="thử")

    assert (event.actor, event.target, event.unit_path, event.at, event.data) == (
        chair.user.username,
        f"org.unit:{workplace.pk}",
        workplace.path_on(DAY),
        NOON,
        {"why": "thử"},
    )


def test_an_event_and_its_mark_are_one_statement_where_the_database_can(
    workplace, django_assert_num_queries
):
    by, path = actor_as(CHAIR, workplace), workplace.path_on(DAY)
    event = AuditEvent(type="unit.seen", actor=by.user.username, unit_path=path, at=NOON)

    with django_assert_num_queries(1 if connection.vendor == "postgresql" else 2):
        add_with_mark(event)

    assert AuditEvent.objects.get(pk=event.pk).folded == event.folded
    assert UnsealedEvent.objects.filter(pk=event.pk).exists()


def test_an_event_is_never_changed(workplace):
    event = record(
        "unit.seen", on=workplace, by=actor_as(CHAIR, workplace), unit=workplace, at=NOON
    )
    event.type = "unit.other"

    with pytest.raises(TypeError, match="never changed"):
        event.save()


def test_the_trail_of_a_thing_is_newest_first(workplace):
    chair = actor_as(CHAIR, workplace)
    first, second = (
        record(what, on=workplace, by=chair, unit=workplace, at=NOON) for what in ("a", "b")
    )

    assert list(trail_of(workplace)) == [second, first]
