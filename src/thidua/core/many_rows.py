"""Many rows of one model at once, past its instances but by its columns."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from django.db import connection, models

from thidua.core.folded import FoldedField

Cells = tuple[Any, ...]


class Engine(Protocol):
    """How a database takes many rows at once."""

    def write(self, table: str, columns: Sequence[str], rows: Sequence[Cells]) -> None: ...


class Copying:
    """PostgreSQL: COPY."""

    def write(self, table: str, columns: Sequence[str], rows: Sequence[Cells]) -> None:
        names = ", ".join(map(connection.ops.quote_name, columns))
        order = f"COPY {connection.ops.quote_name(table)} ({names}) FROM STDIN"
        # Past the cursor of Django its errors would have the names of the driver.
        with (
            connection.wrap_database_errors,
            connection.cursor() as cursor,
            cursor.cursor.copy(order) as copy,
        ):
            for row in rows:
                copy.write_row(row)


class Inserting:
    """SQLite: one prepared statement for many rows."""

    def write(self, table: str, columns: Sequence[str], rows: Sequence[Cells]) -> None:
        names = ", ".join(map(connection.ops.quote_name, columns))
        marks = ", ".join(["%s"] * len(columns))
        order = f"INSERT INTO {connection.ops.quote_name(table)} ({names}) VALUES ({marks})"  # noqa: S608 -- names of our own tables
        with connection.cursor() as cursor:
            cursor.executemany(order, rows)


def engine() -> Engine:
    return Copying() if connection.vendor == "postgresql" else Inserting()


def insert(model: type[models.Model], rows: Sequence[Mapping[str, Any]]) -> list[int]:
    """Insert rows told by column, inside the caller's transaction; the key of each, in their order.

    A column that a row does not name gets the default of its field, a folded one what its source
    says; such a source may be told though it is no column. Days come as ISO text. No signal is
    sent, as with `bulk_create`, which takes several times as long.
    """
    if not rows:
        return []
    fields = [field for field in model._meta.concrete_fields if not field.primary_key]
    sources = {field.source for field in fields if isinstance(field, FoldedField)}
    if wrong := set().union(*rows) - {field.column for field in fields} - sources:
        raise LookupError(f"{model._meta.label} has no {', '.join(sorted(wrong))}")
    keys = _new_keys(model, len(rows))
    columns = [_column(field, rows) for field in fields]
    names = [str(model._meta.pk.column), *(str(field.column) for field in fields)]
    engine().write(model._meta.db_table, names, list(zip(keys, *columns, strict=True)))
    return keys


def _column(field: "models.Field[Any, Any]", rows: Sequence[Mapping[str, Any]]) -> Iterator[Any]:
    if isinstance(field, FoldedField):
        return (field.made_of(row[field.source]) for row in rows)
    default = field.get_db_prep_save(field.get_default(), connection)
    name = str(field.column)
    return (row.get(name, default) for row in rows)


def _new_keys(model: type[models.Model], count: int) -> list[int]:
    """Keys that nobody else gets: PostgreSQL counts for all, in SQLite nobody else writes now."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)",
                [table, model._meta.pk.column, count],
            )
            return [key for (key,) in cursor.fetchall()]
        cursor.execute("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = %s", [table])
        (last,) = cursor.fetchone()
    return list(range(last + 1, last + 1 + count))
