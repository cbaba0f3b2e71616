"""What is due by the retention rules, and what was deleted. Nothing here writes."""

from collections.abc import Sequence
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
from thidua.oversight.queries.waiting import not_empty


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


def units_with_something_due(actor: Actor, units: Sequence[Unit]) -> list[Unit]:
    """Those in which a rule asks for anything. Mostly none: so all are asked together first."""
    rules = list(rules_on(actor.day))
    if not _is_anything_due(actor, rules, units):
        return []
    if len(units) == 1:
        return list(units)
    return [unit for unit in units if _is_anything_due(actor, rules, [unit])]


def _is_anything_due(actor: Actor, rules: list[RetentionRule], units: Sequence[Unit]) -> bool:
    keys, day = [unit.pk for unit in units], actor.day
    questions = {
        rule.group: due_rows(rule.group, keys, months_before(day, rule.months), day)
        for rule in rules
    }
    return bool(keys and questions and not_empty(actor, questions))


def deletions_visible_to(actor: Actor) -> QuerySet[Deletion]:
    """The deletion records of the units at whose desk they work."""
    found = Deletion.objects.filter(kept_or_ended(actor))
    return found.select_related("rule", "unit", "done_by__person").order_by("-done_at", "-pk")
