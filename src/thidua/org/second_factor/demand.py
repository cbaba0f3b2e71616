"""Whether somebody must, or should, have a second factor, by the rules of the day."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from typing import Protocol, cast

from django.apps import apps
from django.db.models import OuterRef, Subquery

from thidua.core.dated import in_force
from thidua.org.actor import Actor
from thidua.org.models import COUNCIL_MEMBER, FactorRule, Headcount, Scope, Unit
from thidua.org.rights import Right


@dataclass(frozen=True, slots=True)
class Demand:
    """`days` of grace after the first time of asking; `why` says because of what they may do."""

    obligatory: bool
    days: int
    why: tuple[str, ...]


class Seating(Protocol):
    def units_seating(self, person_id: int | None, day: date) -> Collection[int]:
        """The units in whose councils this person has a seat."""


def demand_of(actor: Actor) -> Demand | None:
    """The strictest of the rules that meet one of their posts or seats; None for no rule."""
    rules = list(FactorRule.objects.filter(in_force(actor.day)).order_by("pk"))
    places = {subject: _places(subject, actor) for subject in {rule.subject for rule in rules}}
    units = _units(frozenset().union(*places.values()), actor.day)
    met = [
        rule for rule in rules if any(_meets(rule, units.get(pk)) for pk in places[rule.subject])
    ]
    if not met:
        return None
    strict = [rule for rule in met if rule.obligatory]
    days = min(rule.grace_days for rule in strict or met)
    words = dict.fromkeys(str(rule.get_subject_display()) for rule in strict or met)
    return Demand(bool(strict), days, tuple(words))


@dataclass(frozen=True, slots=True)
class _Place:
    above: bool
    members: int


def _meets(rule: FactorRule, place: _Place | None) -> bool:
    if place is None or place.members < rule.from_members:
        return False
    return rule.scope == Scope.ALL or (rule.scope == Scope.ABOVE) == place.above


def _places(subject: str, actor: Actor) -> frozenset[int]:
    if subject == COUNCIL_MEMBER:
        found = (room.units_seating(actor.user.person_id, actor.day) for room in _seating_rooms())
        return frozenset().union(*found)
    return actor.holding(Right(subject))


def _units(keys: Collection[int], day: date) -> dict[int, _Place]:
    counts = Headcount.objects.filter(unit=OuterRef("pk"), on__lte=day).order_by("-on")
    rows = Unit.objects.filter(pk__in=keys).annotate(members=Subquery(counts.values("members")[:1]))
    values = rows.values_list("pk", "kind__above_grassroots", "members")
    return {pk: _Place(above, members or 0) for pk, above, members in values}


def _seating_rooms() -> list[Seating]:
    """Rooms that seat people name a module in their `AppConfig` as `seats_people`."""
    names = [getattr(app, "seats_people", "") for app in apps.get_app_configs()]
    return [cast("Seating", import_module(name)) for name in names if name]
