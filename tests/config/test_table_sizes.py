"""How SQLite learns which of its indexes is worth taking."""

import pytest
from django.db import connection

from factories import NOON, UnitFactory
from thidua.config.clockwork import measure_once_a_day

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL looks by itself"),
]


@pytest.fixture(autouse=True)
def ignorant(db):
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
        cursor.execute("DELETE FROM sqlite_stat1")


def told():
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT tbl FROM sqlite_stat1")
        return {table for (table,) in cursor.fetchall()}


def test_tables_are_measured_on_the_first_tick_of_a_day():
    UnitFactory()

    measure_once_a_day(NOON)

    assert "org_unit" in told()


def test_they_are_not_measured_twice_a_day():
    measure_once_a_day(NOON)
    UnitFactory()

    measure_once_a_day(NOON)

    assert "org_unit" not in told()
