"""Seals: what was recorded is fixed, and one changed, removed or inserted row is found."""

import threading
from datetime import timedelta
from functools import partial

import pytest
from django.db import connection, transaction

from factories import CHAIR, NOON, UnitFactory, actor_as
from thidua.audit.actions import record, seal_waiting, sealing
from thidua.audit.models import AuditEvent, SealedBlock, UnsealedEvent
from thidua.audit.queries import Fault, FaultKind, verify
from thidua.audit.seals import COLUMNS


def recorded(unit, count=1, **data):
    chair = actor_as(CHAIR, unit)
    return [
        record("report.submitted", on=unit, by=chair, unit=unit, at=NOON, n=n, **data)
        for n in range(count)
    ]


@pytest.fixture
def sealed(workplace):
    """Five deeds in two blocks."""
    events = recorded(workplace, 3)
    seal_waiting(at=NOON)
    events += recorded(workplace, 2)
    seal_waiting(at=NOON + timedelta(seconds=5))
    return events


def faults():
    return verify().faults


def test_every_column_of_an_event_is_sealed_but_what_only_helps_to_search():
    columns = {"pk" if field.primary_key else field.name for field in AuditEvent._meta.fields}

    assert set(COLUMNS) == columns - {"folded"}


def test_what_is_recorded_waits_until_it_is_sealed(workplace):
    (event,) = recorded(workplace)

    assert list(UnsealedEvent.objects.values_list("pk", flat=True)) == [event.pk]

    assert seal_waiting(at=NOON) == 1
    assert not UnsealedEvent.objects.exists()
    assert [row[0] for row in SealedBlock.objects.get().rows] == [event.pk]


def test_sealing_twice_does_nothing_more(sealed):
    assert seal_waiting(at=NOON) == 0
    assert SealedBlock.objects.count() == 2


def test_blocks_are_chained_and_hold_so_many_rows(workplace, monkeypatch):
    monkeypatch.setattr(sealing, "BLOCK_ROWS", 2)
    recorded(workplace, 5)

    assert seal_waiting(at=NOON) == 5

    first, second, third = SealedBlock.objects.order_by("number")
    assert [len(block.rows) for block in (first, second, third)] == [2, 2, 1]
    assert (first.previous, second.previous, third.previous) == ("", first.hash, second.hash)


def test_an_untouched_trail_is_whole(sealed, workplace):
    recorded(workplace, 1)

    found = verify()

    assert (found.blocks, found.sealed, found.unsealed, found.faults) == (2, 5, 1, [])
    assert found.last_hash == SealedBlock.objects.get(number=2).hash


@pytest.mark.parametrize(
    "change",
    [
        {"data": {"n": 21}},
        {"actor_name": "Người khác"},
        {"at": NOON + timedelta(microseconds=1)},
        {"changes": {"members": [12, 21]}},
    ],
)
def test_one_changed_row_is_found_and_named(sealed, change):
    AuditEvent.objects.filter(pk=sealed[1].pk).update(**change)

    assert faults() == [Fault(FaultKind.CHANGED, sealed[1].pk)]


@pytest.mark.parametrize("place", [0, 2, 4])
def test_one_removed_row_is_found_and_named(sealed, place):
    AuditEvent.objects.filter(pk=sealed[place].pk).delete()

    assert faults() == [Fault(FaultKind.REMOVED, sealed[place].pk)]


def test_a_row_removed_before_it_was_sealed_is_found(workplace):
    first, _second = recorded(workplace, 2)
    AuditEvent.objects.filter(pk=first.pk).delete()

    assert faults() == [Fault(FaultKind.REMOVED, first.pk)]

    seal_waiting(at=NOON)
    assert faults() == [Fault(FaultKind.REMOVED, first.pk)]


@pytest.mark.parametrize("key", [1_000_000, -1])
def test_one_inserted_row_is_found_and_never_sealed(sealed, workplace, key):
    told = {name: getattr(sealed[0], name) for name in COLUMNS if name != "pk"}
    AuditEvent.objects.bulk_create([AuditEvent(pk=key, **told)])
    seal_waiting(at=NOON)

    assert faults() == [Fault(FaultKind.INSERTED, key)]


def test_a_changed_block_is_found_and_so_is_a_lost_one(sealed):
    SealedBlock.objects.filter(number=1).update(sealed_at=NOON - timedelta(days=1))

    assert faults() == [Fault(FaultKind.BLOCK, 1)]

    SealedBlock.objects.filter(number=1).delete()
    found = faults()
    assert Fault(FaultKind.BLOCK, 2) in found
    assert {fault.number for fault in found if fault.kind == FaultKind.INSERTED} == {
        event.pk for event in sealed[:3]
    }


def test_a_deed_changed_together_with_its_block_breaks_the_chain(sealed):
    """Whoever rewrites a row and its hash must rewrite every block after it."""
    AuditEvent.objects.filter(pk=sealed[0].pk).update(type="report.accepted")
    block = SealedBlock.objects.get(number=1)
    fresh = AuditEvent.objects.filter(pk=sealed[0].pk).values_list(*COLUMNS).get()
    rows = [[sealed[0].pk, sealing.row_hash(fresh)], *block.rows[1:]]
    forged = sealing.block_hash(1, "", block.sealed_at, rows)
    SealedBlock.objects.filter(number=1).update(rows=rows, hash=forged)

    assert faults() == [Fault(FaultKind.BLOCK, 2)]


def test_checking_goes_on_window_by_window(sealed, monkeypatch):
    monkeypatch.setattr("thidua.audit.queries.verifying.WINDOW", 2)
    steps = []
    AuditEvent.objects.filter(pk=sealed[4].pk).update(type="report.accepted")

    found = verify(lambda done, total: steps.append((done, total)))

    assert found.faults == [Fault(FaultKind.CHANGED, sealed[4].pk)]
    assert steps == [(2, 5), (4, 5), (5, 5)]


def test_numbers_read_the_same_on_every_database(workplace):
    recorded(workplace, 1, share=3.0, great=1e22, small=0.1, deep=[{"a": 2.0}])
    seal_waiting(at=NOON)

    assert faults() == []
    assert AuditEvent.objects.get().data["share"] == 3


@pytest.mark.parametrize("begun", [False, True])
def test_many_sealers_at_once_seal_every_row_once(at_once, begun):
    unit = UnitFactory()
    recorded(unit, 20)
    if begun:
        seal_waiting(at=NOON)
        recorded(unit, 20)

    outcome = at_once(*[partial(seal_waiting, at=NOON)] * 4)

    assert sum(outcome) == 20
    rows = [row for block in SealedBlock.objects.all() for row in block.rows]
    assert len(rows) == len({key for key, _hash in rows}) == AuditEvent.objects.count()
    assert faults() == []


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite has one writer at a time")
@pytest.mark.django_db(transaction=True)
def test_an_action_waits_neither_for_an_open_one_nor_for_the_sealer(workplace):
    """One deed lies in an open transaction; another is recorded and sealed meanwhile."""
    chair = actor_as(CHAIR, workplace)
    written, go_on = threading.Event(), threading.Event()

    def slow():
        with transaction.atomic():
            record("report.begun", on=workplace, by=chair, unit=workplace, at=NOON)
            written.set()
            go_on.wait(timeout=20)
        connection.close()

    thread = threading.Thread(target=slow)
    thread.start()
    written.wait(timeout=20)
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL lock_timeout = '2s'")
        record("report.submitted", on=workplace, by=chair, unit=workplace, at=NOON)
    assert seal_waiting(at=NOON) == 1
    go_on.set()
    thread.join()

    assert seal_waiting(at=NOON) == 1
    assert faults() == []
    first, second = SealedBlock.objects.order_by("number")
    assert first.first_id > second.first_id, "sealed in the order of their end, not of their keys"
