"""Changing rows so that the change can be taken back exactly: what stood there is noted.

Columns are named as in the table, so a foreign key is `unit_id`. Nothing here decides anything.
"""

from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model, ProtectedError, QuerySet, RestrictedError

from thidua.core.folded import with_followers

Row = TypeVar("Row", bound=Model)
Values = dict[str, Any]
CHUNK = 500
"""Rows asked for at once: SQLite allows so many parameters and not many more."""
_as_json = DjangoJSONEncoder().default


class NotAsLeft(Exception):
    """`row` no longer holds what was left in it, or (`hangs`) hangs on what was created."""

    def __init__(self, row: Model | None, *, hangs: bool = False) -> None:
        super().__init__(str(row))
        self.row = row
        self.hangs = hangs


class Steps(ABC):
    """What one deed changes goes through here, inside its transaction, step by step.

    A step is rows of one table changed alike; who derives from this says where it is kept.
    """

    def create(self, rows: Sequence[Row], *, unchanged: Sequence[str] = ()) -> list[Row]:
        """Insert rows of one model. Undone by deleting them, as long as the columns `unchanged`,
        which have one value in all of them, still hold it."""
        if not rows:
            return []
        model = type(rows[0])
        made = model._default_manager.bulk_create(rows, batch_size=CHUNK)
        after = {column: plain(getattr(rows[0], column)) for column in unchanged}
        self._note(model, [row.pk for row in made], None, after)
        return made

    def change(self, rows: "QuerySet[Row]", **values: Any) -> int:
        """Set the columns of all `rows` to the same values; how many rows."""
        model = rows.model
        values = with_followers(model, values)
        alike: dict[tuple[Any, ...], list[Any]] = defaultdict(list)
        for pk, *before in rows.order_by().values_list("pk", *values):
            alike[tuple(map(plain, before))].append(pk)
        after = {column: plain(value) for column, value in values.items()}
        for before, keys in alike.items():
            self._note(model, keys, dict(zip(values, before, strict=True)), after)
            for some in _chunks(keys):
                model._default_manager.filter(pk__in=some).update(**values)
        return sum(map(len, alike.values()))

    @abstractmethod
    def _note(
        self, model: type[Model], keys: list[Any], before: Values | None, after: Values
    ) -> None:
        """Keep one step; `before` is None for rows that were created."""


def step_back(model: type[Model], keys: list[Any], before: Values | None, after: Values) -> None:
    """Undo one step, inside the caller's transaction; raises `NotAsLeft`."""
    for some in _chunks(keys):
        rows = model._default_manager.filter(pk__in=some)
        held = rows.filter(**after)
        if held.count() != len(some):
            raise NotAsLeft(rows.exclude(pk__in=held.values("pk")).first())
        if before is None:
            _delete(rows)
        else:
            rows.update(**with_followers(model, before))


def plain(value: Any) -> Any:
    """The value as JSON keeps it."""
    return (
        value if value is None or isinstance(value, str | int | float | bool) else _as_json(value)
    )


def _delete(rows: "QuerySet[Any]") -> None:
    try:
        rows.delete()
    except (ProtectedError, RestrictedError) as error:
        first = next(iter(getattr(error, "protected_objects", ())), None)
        raise NotAsLeft(first, hangs=True) from error


def _chunks(keys: list[Any]) -> Iterator[list[Any]]:
    for start in range(0, len(keys), CHUNK):
        yield keys[start : start + CHUNK]
