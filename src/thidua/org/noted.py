"""Changing rows so that the change can be taken back exactly: what stood there is noted.

A reorganisation has its `Journal`; this is the same for smaller deeds, whose notes fit one row.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model, ProtectedError, QuerySet, RestrictedError
from django.utils.translation import gettext as _

from thidua.core.errors import DomainError
from thidua.core.folded import with_followers
from thidua.org.tables import word_for

Row = TypeVar("Row", bound=Model)
CHUNK = 500
_plain = DjangoJSONEncoder().default


@dataclass(slots=True)
class Notes:
    """What one deed did, step by step, as a row keeps it in a JSON column."""

    steps: list[dict[str, Any]] = field(default_factory=list)

    def create(self, rows: Sequence[Row], *, unchanged: Sequence[str] = ()) -> list[Row]:
        """Insert rows of one model; the columns `unchanged` have one value in all of them."""
        if not rows:
            return []
        model = type(rows[0])
        made = model._default_manager.bulk_create(rows, batch_size=CHUNK)
        after = {column: plain(getattr(rows[0], column)) for column in unchanged}
        self._note(model, [row.pk for row in made], before=None, after=after)
        return made

    def change(self, rows: "QuerySet[Row]", **values: Any) -> int:
        """Set columns of all `rows` to the same values; how many rows. Columns as in the table."""
        values = with_followers(rows.model, values)
        alike: dict[tuple[Any, ...], list[Any]] = defaultdict(list)
        for pk, *before in rows.order_by().values_list("pk", *values):
            alike[tuple(map(plain, before))].append(pk)
        after = {column: plain(value) for column, value in values.items()}
        for before, keys in alike.items():
            for start in range(0, len(keys), CHUNK):
                some = keys[start : start + CHUNK]
                rows.model._default_manager.filter(pk__in=some).update(**values)
                was = dict(zip(values, before, strict=True))
                self._note(rows.model, some, before=was, after=after)
        return sum(map(len, alike.values()))

    def drop(self, row: Model) -> None:
        """Delete a row; all its columns are noted."""
        columns = {one.attname: plain(getattr(row, one.attname)) for one in row._meta.fields}
        self.steps.append({"model": row._meta.label_lower, "dropped": columns})
        row.delete()

    def _note(self, model: type[Model], keys: list[Any], **step: Any) -> None:
        self.steps.append({"model": model._meta.label_lower, "rows": keys, **step})


def take_back(steps: Sequence[dict[str, Any]]) -> None:
    """Undo noted steps from the last to the first, inside the caller's transaction.

    Raises `DomainError` where a row no longer holds what the deed left in it, or where something
    hangs on what it created.
    """
    for step in reversed(steps):
        model = apps.get_model(step["model"])
        if "dropped" in step:
            _restore(model, step["dropped"])
            continue
        rows = model._default_manager.filter(pk__in=step["rows"])
        if rows.filter(**step["after"]).count() != len(step["rows"]):
            raise DomainError(_moved_on(model))
        if step["before"] is None:
            _delete(rows)
        else:
            rows.update(**with_followers(model, step["before"]))


def plain(value: Any) -> Any:
    """The value as JSON keeps it."""
    return value if value is None or isinstance(value, str | int | float | bool) else _plain(value)


def _restore(model: type[Model], columns: dict[str, Any]) -> None:
    read = {one.attname: one.to_python(columns[one.attname]) for one in model._meta.fields}
    model._default_manager.bulk_create([model(**read)])


def _delete(rows: "QuerySet[Any]") -> None:
    try:
        rows.delete()
    except (ProtectedError, RestrictedError) as error:
        raise DomainError(_moved_on(rows.model)) from error


def _moved_on(model: type[Model]) -> str:
    return _(
        "Không hoàn tác được vì sau đó có người đã sửa tiếp (%(things)s). "
        "Hãy ghi thay đổi mới thay cho hoàn tác."
    ) % {"things": word_for(model)}
