"""New columns filled for rows that were there before them, a piece of the table at a time.

Each piece is committed by itself: a table of ten million rows is never locked, nor held in memory,
and what was stopped goes on where it was. A migration that does this needs `atomic = False`, or
all of it is one transaction again.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from django.db import connections, models, transaction

PIECE = 5_000


def fill_from(
    rows: "models.QuerySet[Any]", column: str, *, source: str, by: Callable[[str], str]
) -> None:
    """Write `by(source)` into the empty cells of `column`."""
    known = lru_cache(maxsize=100_000)(by)
    for piece in pieces(rows, source, column):
        write(rows, [column], [(key, known(text)) for key, text, cell in piece if not cell])


def pieces(rows: "models.QuerySet[Any]", *columns: str) -> Iterator[list[Any]]:
    """Key and columns of every row. Walks by the key alone: asked for empty cells as well, a
    database may sort the whole table for each piece."""
    last = 0
    ordered = rows.order_by("pk").values_list("pk", *columns)
    while piece := list(ordered.filter(pk__gt=last)[:PIECE]):
        yield piece
        last = piece[-1][0]


def write(
    rows: "models.QuerySet[Any]", columns: Sequence[str], filled: Sequence[Sequence[Any]]
) -> None:
    """Set the columns of many rows, each given as its key and the values, in one statement.

    `bulk_update` goes through a thousand cases for every row.
    """
    if not filled:
        return
    connection, options = connections[rows.db], rows.model._meta
    table, key = (connection.ops.quote_name(str(n)) for n in (options.db_table, options.pk.column))
    cells = ", ".join(
        f"{connection.ops.quote_name(column)} = piece.column{place}"
        for place, column in enumerate(columns, 2)
    )
    one = f"({', '.join(['%s'] * (len(columns) + 1))})"
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {table} SET {cells} "  # noqa: S608  # names of our own models
            f"FROM (VALUES {', '.join([one] * len(filled))}) AS piece "
            f"WHERE {table}.{key} = piece.column1",
            [value for row in filled for value in row],
        )
