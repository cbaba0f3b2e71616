"""Writing down what a reorganisation changes, row by row, so that it can be taken back whole."""

from typing import Any

from django.apps import apps
from django.db.models import Model
from django.utils.translation import gettext as _

from thidua.core.errors import DomainError
from thidua.org.models import Reorganisation, Step, Unit
from thidua.org.nouns import noun_of
from thidua.org.steps import NotAsLeft, Steps, Values, step_back


class Journal(Steps):
    """Every change of one reorganisation goes through here: each step is a row of its own."""

    def __init__(self, reorganisation: Reorganisation) -> None:
        self.reorganisation = reorganisation

    def _note(
        self, model: type[Model], keys: list[Any], before: Values | None, after: Values
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
        try:
            step_back(model, step.rows, step.before, step.after)
        except NotAsLeft as found:
            said = _hangs_on(found.row) if found.hangs else _changed_since(model, found.row)
            raise DomainError(said) from found


def _changed_since(model: type[Model], first: Model | None) -> str:
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
