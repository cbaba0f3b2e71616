"""Requests of people about their data, and how soon they are due. Nothing here writes."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from thidua.core.dated import in_force
from thidua.core.days import next_working_day
from thidua.org.actor import Actor
from thidua.org.queries.people import keeping
from thidua.oversight.models import DataRequest, Deadline, Wish


@dataclass(frozen=True, slots=True)
class Days:
    """When a wish is to be taken up and done with; holidays are not known here."""

    take_up_by: date
    due_on: date
    extra: int


def kept_or_ended(actor: Actor) -> Q:
    """Filter: rows of the units at whose desk they work, or of ended ones they keep."""
    units = keeping(actor)
    return Q(unit__in=units) | Q(unit__kept_by__in=units)


def requests_visible_to(actor: Actor) -> QuerySet[DataRequest]:
    """Those at the units they keep; a superior sees none: they name people (PDP-12)."""
    found = DataRequest.objects.filter(kept_or_ended(actor))
    return found.select_related("unit", "person", "settled_by__person", "entered_by__person")


def days_for(wish: str, received: date, *, with_others: bool) -> Days:
    """By the rule in force on the day, or the first there ever was for days before it."""
    rules = Deadline.objects.filter(wish=wish).order_by("starts_on")
    rule = rules.filter(in_force(received)).first() or rules.first()
    if rule is None:
        rule = Deadline(wish=Wish(wish), **STRICTEST)
    take_up_by = received
    for _step in range(rule.ack_working_days):
        take_up_by = next_working_day(take_up_by)
    days = rule.days_with_others if with_others else rule.days
    return Days(take_up_by, received + timedelta(days=days), rule.extra_days)


STRICTEST = {"ack_working_days": 2, "days": 10, "days_with_others": 15, "extra_days": 0}
"""Where a keeper has taken every rule away, the shortest times hold."""
