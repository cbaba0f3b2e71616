"""The people of a unit, with or without the units below it."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet

from thidua.core.dated import in_force
from thidua.core.fields import parse_day
from thidua.core.folded import folded
from thidua.org.actor import Actor, standing, within
from thidua.org.models import Membership, Person, Placement, Post, Unit
from thidua.org.rights import Right

SEEING = (Right.PEOPLE_KEEP, Right.UNIT_MANAGE)
FEW = 200
"""Up to so many units the people are gathered unit by unit; in more, somebody is searched for."""
WALKED = 1_000
"""So many people of the name are looked at; of a commoner name more has to be typed."""
_YEAR = re.compile(r"(19|20)\d\d")
_NUMBER = re.compile(r"[\d.\s()+-]{4,}")


@dataclass(frozen=True, slots=True)
class Scope:
    """A unit, and the units below it where `below`; `units` is None when they are very many."""

    unit: Unit
    day: date
    path: str
    below: bool
    units: tuple[int, ...] | None

    def among(self) -> Q:
        """Filter for rows of the units."""
        if self.units is not None:
            return Q(unit__in=self.units)
        places = Placement.objects.filter(standing(self.day, self.path, ""))
        return Q(unit__in=places.values("unit"))


def scope_of(unit: Unit, day: date, *, below: bool) -> Scope:
    """What a list of people covers. The ended units whose records the unit keeps are below it."""
    path = unit.seat_on(day)
    if not below:
        return Scope(unit, day, path, below, (unit.pk,))
    found = Unit.objects.filter(within(day, path)).values_list("pk", flat=True)
    units = tuple(found.order_by()[: FEW + 1])
    return Scope(unit, day, path, below, None if len(units) > FEW else units)


def people_visible_to(actor: Actor) -> QuerySet[Person]:
    """Whoever is or was in a unit whose people they keep, or in one below it."""
    return Person.objects.filter(known_to(actor, "pk"))


def known_to(actor: Actor, via: str) -> "Exists | Q":
    """The same as a condition on rows that name a person in the column `via`.

    Asked row by row: to gather everybody first would read the whole membership for a few rows.
    """
    here = actor.reach_by(SEEING)
    member = Membership.objects.filter(here, person=OuterRef(via))
    holder = Post.objects.filter(here, person=OuterRef(via))
    return Exists(member) | Exists(holder)


def people_now_under(actor: Actor) -> QuerySet[Person]:
    """Whoever belongs to such a unit today, or last did: of others only the name is told.

    Telephone, e-mail and birthday of somebody who went to a unit elsewhere are its affair.
    """
    here = actor.reach_by(SEEING)
    now = in_force(actor.day)
    member = Membership.objects.filter(here, now, person=OuterRef("pk"))
    holder = Post.objects.filter(here, now, person=OuterRef("pk"))
    somewhere = Membership.objects.filter(now, person=OuterRef("pk"))
    return people_visible_to(actor).filter(Exists(member) | Exists(holder) | ~Exists(somewhere))


def keeping(actor: Actor) -> frozenset[int]:
    """The units whose people they keep by a post in the unit itself."""
    return frozenset[int]().union(*(actor.holding(right) for right in SEEING))


def units_kept_by(actor: Actor) -> QuerySet[Unit]:
    """The same as rows."""
    return Unit.objects.filter(pk__in=keeping(actor)).order_by("alphabetical")


def units_seen_by(actor: Actor) -> QuerySet[Unit]:
    """Every unit whose list of people they may open."""
    return Unit.objects.filter(actor.reach_by(SEEING, "placements__")).distinct()


def members_in(scope: Scope) -> QuerySet[Person]:
    """Who is a member on the day."""
    return _with(Membership.objects.filter(in_force(scope.day), scope.among()), scope)


def holders_in(scope: Scope) -> QuerySet[Person]:
    """Who holds a post on the day."""
    return _with(Post.objects.filter(in_force(scope.day), scope.among()), scope)


def gone_from(scope: Scope) -> QuerySet[Person]:
    """Who was a member until some day, and is a member there no longer."""
    ended = Membership.objects.filter(scope.among(), ends_on__lte=scope.day)
    still = Membership.objects.filter(in_force(scope.day), scope.among(), person=OuterRef("pk"))
    return _with(ended, scope).exclude(Exists(still))


def found(people: QuerySet[Person], typed: str) -> QuerySet[Person]:
    """Those of a few people whose name, code, phone, birthday or year was typed, by given name.

    Marks and case do not count, and every word may stand anywhere in the name.
    """
    ordered = people.order_by("alphabetical", "pk")
    number = _as_number(typed)
    if number is not None:
        year = _YEAR.fullmatch(typed.strip())
        return ordered.filter(number | born_in(int(year[0])) if year else number)
    words = folded(typed).split()
    return ordered.filter(_all_of(words) | Q(code__iexact=typed.strip())) if words else ordered


def likely(typed: str) -> QuerySet[Person]:
    """The first `WALKED` people of all there are who may be meant, found by walking one index.

    The full name, then the given name with any other words of the name, then its beginning.
    """
    people = Person.objects.filter(merged_into=None)
    number = _as_number(typed)
    if number is not None:
        return people.filter(number)[:WALKED]
    words = folded(typed).split()
    if not words:
        return people.none()
    last, others = words[-1], words[:-1]
    ways = [(_prefix("given", " ".join([last, *others])), "given")]
    if others:
        ways.append((_prefix("given", f"{last} ") & _all_of(others), "given"))
        ways.append((_prefix("folded", " ".join(words)), "folded"))
    named = (people.filter(way).order_by(order, "pk") for way, order in ways)
    return next((some for some in named if some.exists()), people.none())[:WALKED]


def born_in(year: int) -> Q:
    """On a day of the year, or in the year where nobody has told the day."""
    return Q(birth_on__year=year) | Q(birth_year=year)


def _all_of(words: list[str]) -> Q:
    every = Q()
    for word in words:
        every &= Q(folded__contains=word)
    return every


def _prefix(column: str, text: str) -> Q:
    """The column begins so, asked in the way in which each database uses its index."""
    if connection.vendor == "postgresql":
        return Q(**{f"{column}__startswith": text})
    return Q(**{f"{column}__gte": text, f"{column}__lt": f"{text}\U0010ffff"})


def _as_number(typed: str) -> Q | None:
    """A birthday, or the beginning of a phone number or of a code."""
    text = typed.strip()
    try:
        return Q(birth_on=parse_day(text)) | Q(phone=text) | Q(code=text)
    except ValidationError:
        pass
    if not _NUMBER.fullmatch(text):
        return None
    digits = "".join(sign for sign in text if sign.isdigit())
    return _prefix("phone", digits) | _prefix("code", text)


def _with(rows: "QuerySet[Any]", scope: Scope) -> QuerySet[Person]:
    people = Person.objects.filter(merged_into=None)
    if scope.units is not None:
        return people.filter(pk__in=rows.values("person"))
    return people.filter(Exists(rows.filter(person=OuterRef("pk"))))
