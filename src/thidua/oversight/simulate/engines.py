"""What makes way for very many rows in each of the two databases, inside one transaction."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.core.management.color import no_style
from django.db import connection, models

SETTINGS = {
    "synchronous_commit": "off",
    "maintenance_work_mem": "1GB",
    "work_mem": "128MB",
    "max_parallel_maintenance_workers": "2",
}
"""Of this session only, until the transaction ends."""
ASIDE = """
SELECT 'ALTER TABLE ' || conrelid::regclass || ' DROP CONSTRAINT ' || quote_ident(conname),
       'ALTER TABLE ' || conrelid::regclass || ' ADD CONSTRAINT ' || quote_ident(conname) || ' '
       || pg_get_constraintdef(oid)
FROM pg_constraint
WHERE contype IN ('f', 'u') AND conrelid = ANY(%s::regclass[])
UNION ALL
SELECT 'DROP INDEX ' || indexrelid::regclass, pg_get_indexdef(indexrelid)
FROM pg_index
WHERE NOT indisprimary AND indrelid = ANY(%s::regclass[])
  AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
"""


@contextmanager
def prepared(loaded: Sequence[type[models.Model]]) -> Iterator[None]:
    """Indexes and foreign keys of these tables are put aside meanwhile, and then hold again.

    PostgreSQL builds an index many times faster than it keeps it; putting a constraint back checks
    every row. SQLite has no such way and needs none. Inside a transaction, so all or nothing.
    """
    if connection.vendor != "postgresql":
        yield
        return
    tables = [connection.ops.quote_name(model._meta.db_table) for model in loaded]
    with connection.cursor() as cursor:
        for name, value in SETTINGS.items():
            cursor.execute(f"SET LOCAL {name} = '{value}'")
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(ASIDE, [tables, tables])
        aside = cursor.fetchall()
        for drop, _restore in aside:
            cursor.execute(drop)
    yield
    with connection.cursor() as cursor:
        for _drop, restore in reversed(aside):
            cursor.execute(restore)


def settle(loaded: Sequence[type[models.Model]]) -> None:
    """Go on counting behind the rows that came with their keys."""
    with connection.cursor() as cursor:
        for order in connection.ops.sequence_reset_sql(no_style(), list(loaded)):
            cursor.execute(order)


def look_round() -> None:
    """Let the database see how large its tables are; it would plan for empty ones until it does."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
