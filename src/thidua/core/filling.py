"""A column that follows another one, filled for rows that were there before the column."""

from collections.abc import Callable
from functools import lru_cache

from django.db import connections, models, transaction

PIECE = 5_000


def fill_from(
    rows: "models.QuerySet[models.Model]", column: str, *, source: str, by: Callable[[str], str]
) -> None:
    """Write `by(source)` into the empty cells of `column`, a piece of rows at a time.

    Each piece is committed by itself: a table of ten million rows is never locked, nor held in
    memory, and what was stopped goes on where it was. The migration that calls it needs
    `atomic = False`, or all of this is one transaction again.
    """
    known = lru_cache(maxsize=100_000)(by)
    last = 0
    while piece := list(_after(rows, last).values_list("pk", source, column)[:PIECE]):
        last = piece[-1][0]
        empty = [(key, known(text)) for key, text, cell in piece if not cell]
        if empty:
            _write(rows, column, empty)


def _after(rows: "models.QuerySet[models.Model]", last: int) -> "models.QuerySet[models.Model]":
    """By the key alone: asked for empty cells, a database may sort the whole table each time."""
    return rows.filter(pk__gt=last).order_by("pk")


def _write(
    rows: "models.QuerySet[models.Model]", column: str, filled: list[tuple[int, str]]
) -> None:
    """One statement per piece: `bulk_update` goes through a thousand cases for every row."""
    connection, options = connections[rows.db], rows.model._meta
    names = (options.db_table, options.pk.column, column)
    table, key, cell = (connection.ops.quote_name(str(name)) for name in names)
    places = ", ".join(["(%s, %s)"] * len(filled))
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {table} SET {cell} = piece.column2 "  # noqa: S608  # names of our own models
            f"FROM (VALUES {places}) AS piece WHERE {table}.{key} = piece.column1",
            [value for row in filled for value in row],
        )
