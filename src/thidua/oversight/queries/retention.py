"""What is due by the retention rules, and what was deleted. Nothing here writes."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from thidua.core.dated import in_force
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.oversight.models import Deletion, RetentionRule
from thidua.oversight.personal_data.due import due_rows, months_before
from thidua.oversight.queries.personal_data import kept_or_ended


@dataclass(frozen=True, slots=True)
class Due:
    """One rule and how many records of the unit it asks for."""

    rule: RetentionRule
    until: date
    count: int


def rules_on(day: date) -> QuerySet[RetentionRule]:
    return RetentionRule.objects.filter(in_force(day)).order_by("pk")


def rows_due(rule: RetentionRule, unit: Unit, day: date) -> "QuerySet[Any]":
    """The records of the unit, and of ended ones it keeps, that have been kept long enough."""
    return due_rows(rule.group, [unit.pk], months_before(day, rule.months), day)


def due_in(unit: Unit, day: date) -> list[Due]:
    """Every rule with its number, nought too: that nothing is due is worth knowing."""
    return [
        Due(rule, months_before(day, rule.months), rows_due(rule, unit, day).count())
        for rule in rules_on(day)
    ]


def is_anything_due(unit: Unit, day: date) -> bool:
    return any(rows_due(rule, unit, day).exists() for rule in rules_on(day))


def deletions_visible_to(actor: Actor) -> QuerySet[Deletion]:
    """The deletion records of the units at whose desk they work."""
    found = Deletion.objects.filter(kept_or_ended(actor))
    return found.select_related("rule", "unit", "done_by__person").order_by("-done_at", "-pk")
