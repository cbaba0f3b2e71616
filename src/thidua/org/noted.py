"""Steps of smaller deeds, whose notes fit one row; a reorganisation has its `Journal`."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db.models import Model
from django.utils.translation import gettext as _

from thidua.core.errors import DomainError
from thidua.org.steps import NotAsLeft, Steps, Values, plain, step_back
from thidua.org.tables import word_for


@dataclass(slots=True)
class Notes(Steps):
    """What one deed did, step by step, as a row keeps it in a JSON column."""

    steps: list[dict[str, Any]] = field(default_factory=list)

    def drop(self, row: Model) -> None:
        """Delete a row; all its columns are noted."""
        columns = {one.attname: plain(getattr(row, one.attname)) for one in row._meta.fields}
        self.steps.append({"model": row._meta.label_lower, "dropped": columns})
        row.delete()

    def _note(
        self, model: type[Model], keys: list[Any], before: Values | None, after: Values
    ) -> None:
        step = {"model": model._meta.label_lower, "rows": keys, "before": before, "after": after}
        self.steps.append(step)


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
        try:
            step_back(model, step["rows"], step["before"], step["after"])
        except NotAsLeft as found:
            raise DomainError(_moved_on(model)) from found


def _restore(model: type[Model], columns: dict[str, Any]) -> None:
    read = {one.attname: one.to_python(columns[one.attname]) for one in model._meta.fields}
    model._default_manager.bulk_create([model(**read)])


def _moved_on(model: type[Model]) -> str:
    return _(
        "Không hoàn tác được vì sau đó có người đã sửa tiếp (%(things)s). "
        "Hãy ghi thay đổi mới thay cho hoàn tác."
    ) % {"things": word_for(model)}
