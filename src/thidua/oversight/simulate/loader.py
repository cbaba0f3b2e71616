"""Rows by the hundred thousand, table by table, past the ORM but by the columns of its models."""

from typing import Any

from django.db import connection, models

from thidua.core.folded import FoldedField
from thidua.core.many_rows import Cells, Engine

HELD = 40_000
"""Rows kept in memory before they are written."""


class Table:
    """The rows of one model on their way to the database.

    `given` are the columns that `add` is called with; every other column gets the default of its
    field. Days and moments come as text, moments in UTC, JSON as text.
    """

    def __init__(self, model: type[models.Model], *given: str) -> None:
        self.model = model
        fields = [field for field in model._meta.concrete_fields if not field.primary_key]
        known = {str(field.column) for field in fields}
        if wrong := set(given) - known:
            raise LookupError(f"{model._meta.label} has no {', '.join(sorted(wrong))}")
        left = [field for field in fields if field.column not in given]
        if unfilled := [field.name for field in left if isinstance(field, FoldedField)]:
            raise LookupError(f"{model._meta.label} is searched by {', '.join(unfilled)}")
        self.columns = (str(model._meta.pk.column), *given, *(str(field.column) for field in left))
        self.rest = tuple(_default(field) for field in left)
        newest = model._default_manager.order_by("-pk").first()
        self.last = newest.pk if newest else 0
        self.rows: list[Cells] = []

    def add(self, *cells: Any) -> int:
        """One more row; its primary key."""
        self.last += 1
        self.rows.append((self.last, *cells, *self.rest))
        return self.last


class Loader:
    """Tables that are filled together and written when enough has come together."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.tables: list[Table] = []
        self.written = 0

    def table(self, model: type[models.Model], *given: str) -> Table:
        table = Table(model, *given)
        self.tables.append(table)
        return table

    def breathe(self) -> None:
        """Write what has come together, if it is enough to be worth it."""
        if sum(len(table.rows) for table in self.tables) >= HELD:
            self.flush()

    def flush(self) -> None:
        for table in self.tables:
            if table.rows:
                self.engine.write(table.model._meta.db_table, table.columns, table.rows)
                self.written += len(table.rows)
                table.rows.clear()


def _default(field: "models.Field[Any, Any]") -> Any:
    return field.get_db_prep_save(field.get_default(), connection)
