"""Finding somebody by what an officer types. No list of members is ever shown."""

from datetime import date

from django.db.models import QuerySet

from thidua.core.dated import in_force
from thidua.core.folded import folded
from thidua.core.in_any import in_any
from thidua.org.actor import standing
from thidua.org.models import Membership, Person, Post, Unit


def people_called(unit: Unit, day: date, typed: str) -> list[Person]:
    """Members and office holders of the unit and its groups with that code or name.

    Case and diacritics do not matter; a code is exact and comes before any name.
    """
    wanted = folded(typed)
    if not wanted:
        return []
    around = people_of(unit, day).order_by("alphabetical", "code")
    return list(around.filter(code__in=_codes(typed))) or list(around.filter(folded=wanted))


def _codes(typed: str) -> set[str]:
    """How a code may be written that was typed in small letters or without its Đ."""
    code = typed.strip()
    return {code, code.upper(), code.upper().replace("D", "Đ")}


def people_of(unit: Unit, day: date) -> QuerySet[Person]:
    """Everybody who belongs to the unit that day, by membership or by a post."""
    within = standing(day, unit.path_on(day), "unit__placements__")
    holding = Post.objects.filter(in_force(day), within).values("person")
    members = Membership.objects.filter(in_force(day), within).values("person")
    return Person.objects.filter(in_any(members, holding))
