"""Finding somebody by what an officer types. No list of members is ever shown."""

from datetime import date

from django.db.models import Q, QuerySet

from thidua.core.dated import in_force
from thidua.documents.naming import folded
from thidua.org.actor import standing
from thidua.org.models import Person, Post, Unit
from thidua.org.queries import members_of


def people_called(unit: Unit, day: date, typed: str) -> list[Person]:
    """Members and office holders of the unit and its groups with that code or name.

    Case and diacritics do not matter; a code is exact and comes before any name.
    """
    wanted = folded(typed)
    if not wanted:
        return []
    around = people_of(unit, day).values_list("pk", "code", "name")
    rows = [(pk, folded(code), folded(name)) for pk, code, name in around]
    found = [pk for pk, code, _name in rows if code == wanted]
    found = found or [pk for pk, _code, name in rows if name == wanted]
    return list(Person.objects.filter(pk__in=found).order_by("alphabetical", "code"))


def people_of(unit: Unit, day: date) -> QuerySet[Person]:
    """Everybody who belongs to the unit that day, by membership or by a post."""
    within = standing(day, unit.path_on(day), "unit__placements__")
    holding = Post.objects.filter(in_force(day), within).values("person")
    members = members_of(unit, day).values("pk")
    return Person.objects.filter(Q(pk__in=members) | Q(pk__in=holding))
