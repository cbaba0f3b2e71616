"""Writing down what a reorganisation changes, row by row, so that it can be taken back whole."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model, ProtectedError, QuerySet, RestrictedError
from django.utils.translation import gettext as _

from thidua.core.errors import DomainError
from thidua.core.folded import with_followers
from thidua.org.models import Reorganisation, Step, Unit
from thidua.org.nouns import noun_of

Row = TypeVar("Row", bound=Model)
CHUNK = 500
"""Rows asked for at once: SQLite allows so many parameters and not many more."""
plain = DjangoJSONEncoder().default


class Journal:
    """Every change of one reorganisation goes through here, inside its transaction.

    Columns are named as in the table, so a foreign key is `unit_id`. Nothing here decides anything.
    """

    def __init__(self, reorganisation: Reorganisation) -> None:
        self.reorganisation = reorganisation

    def create(self, rows: Sequence[Row], *, unchanged: Sequence[str] = ()) -> list[Row]:
        """Insert rows of one model. Undone by deleting them, as long as the columns `unchanged`,
        which have one value in all of them, still hold it."""
        if not rows:
            return []
        model = type(rows[0])
        made = model._default_manager.bulk_create(rows, batch_size=CHUNK)
        after = {column: _plain(getattr(rows[0], column)) for column in unchanged}
        self._note(model, [row.pk for row in made], None, after)
        return made

    def change(self, rows: "QuerySet[Row]", **values: Any) -> int:
        """Set the columns of all `rows` to the same values; how many rows."""
        model = rows.model
        values = with_followers(model, values)
        alike: dict[tuple[Any, ...], list[Any]] = defaultdict(list)
        for pk, *before in rows.order_by().values_list("pk", *values):
            alike[tuple(map(_plain, before))].append(pk)
        for before, keys in alike.items():
            self._note(
                model,
                keys,
                dict(zip(values, before, strict=True)),
                {column: _plain(value) for column, value in values.items()},
            )
            for some in _chunks(keys):
                model._default_manager.filter(pk__in=some).update(**values)
        return sum(map(len, alike.values()))

    def _note(
        self, model: type[Model], keys: list[Any], before: dict[str, Any] | None, after: Any
    ) -> None:
        Step.objects.create(
            reorganisation=self.reorganisation,
            model=model._meta.label_lower,
            rows=keys,
            before=before,
            after=after,
        )


def take_back(reorganisation: Reorganisation) -> None:
    """Undo every step from the last to the first, inside the caller's transaction.

    Raises `DomainError` where a row no longer holds what the reorganisation left in it, or where
    something hangs on what it created.
    """
    for step in reorganisation.steps.order_by("-pk"):
        model = apps.get_model(step.model)
        for some in _chunks(step.rows):
            rows = model._default_manager.filter(pk__in=some)
            held = rows.filter(**step.after)
            if held.count() != len(some):
                raise DomainError(_changed_since(model, rows.exclude(pk__in=held.values("pk"))))
            if step.before is None:
                _delete(rows)
            else:
                rows.update(**with_followers(model, step.before))


def _delete(rows: "QuerySet[Any]") -> None:
    try:
        rows.delete()
    except (ProtectedError, RestrictedError) as error:
        first = next(iter(getattr(error, "protected_objects", ())), None)
        raise DomainError(_hangs_on(first)) from error


def _changed_since(model: type[Model], changed: "QuerySet[Any]") -> str:
    first = changed.first()
    return _(
        "Không hoàn tác được: %(things)s%(whose)s đã thay đổi tiếp sau quyết định này. "
        "Hãy hoàn tác hoặc điều chỉnh thay đổi đó trước."
    ) % {"things": noun_of(model), "whose": _whose(first)}


def _hangs_on(first: Model | None) -> str:
    return _(
        "Không hoàn tác được: đơn vị thành lập theo quyết định này đã có %(things)s%(whose)s."
    ) % {"things": noun_of(type(first)) if first else _("dữ liệu mới"), "whose": _whose(first)}


def _whose(row: Model | None) -> str:
    """` (CĐCS Hoa Lư)`: the unit a row belongs to, where it says so."""
    unit = row if isinstance(row, Unit) else getattr(row, "unit", None)
    return f" ({unit})" if isinstance(unit, Unit) else ""


def _plain(value: Any) -> Any:
    """The value as JSON keeps it."""
    return value if value is None or isinstance(value, str | int | float | bool) else plain(value)


def _chunks(keys: list[Any]) -> Iterator[list[Any]]:
    for start in range(0, len(keys), CHUNK):
        yield keys[start : start + CHUNK]
