"""Whether there is anything at all, many questions in one. Nothing here writes."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Exists, QuerySet

from thidua.org.actor import Actor
from thidua.org.models import User

Questions = Mapping[str, "QuerySet[Any]"]


def not_empty(actor: Actor, questions: Questions) -> frozenset[str]:
    """The names of those that have rows. On most days most have none."""
    asked: dict[str, Any] = {f"any_{name}": Exists(rows) for name, rows in questions.items()}
    one = User.objects.filter(pk=actor.user.pk).annotate(**asked)
    answers = one.values_list(*asked).get()
    return frozenset(name for name, there in zip(questions, answers, strict=True) if there)
