"""Who has signed and who has not: only for those who keep the sheet, or lead a group of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet

from thidua.core.dated import in_force
from thidua.org.actor import Actor, standing
from thidua.org.models import Membership, Person, Unit
from thidua.org.rights import Right
from thidua.pledges.models import Pledge, PledgeState, Sheet
from vanban.language.vietnamese import sort_key


@dataclass(frozen=True, slots=True)
class Name:
    """A member of the list, the group, and the pledge that counts, if any."""

    person: Person
    group: str
    pledge: Pledge | None


def signing_unit_of(actor: Actor, sheet: Sheet) -> list[str]:
    """The paths below which they see names: the whole unit for its keeper, a group for its leader.

    A superior holds the right too, but above the sheet: for them there are figures only.
    """
    whole = sheet.unit.path_on(actor.day)
    return [
        post.path
        for post in actor.posts
        if Right.PLEDGE_KEEP in post.rights and post.path.startswith(whole)
    ]


def members_for(actor: Actor, sheet: Sheet) -> QuerySet[Person]:
    """The members of the unit, or of the groups, whose names they may see."""
    within = Q(pk__in=[])
    for path in signing_unit_of(actor, sheet):
        within |= standing(actor.day, path, "memberships__unit__placements__")
    return Person.objects.filter(in_force(actor.day, "memberships__"), within).distinct()


def names_on(actor: Actor, sheet: Sheet) -> list[Name]:
    """Every member they may see, by group and given name, with the pledge that counts."""
    counted = Pledge.objects.filter(sheet=sheet, state=PledgeState.COUNTED)
    whole = sheet.unit.path_on(actor.day)
    groups = Membership.objects.filter(
        in_force(actor.day),
        unit__in=Unit.objects.filter(standing(actor.day, whole)),
    ).select_related("unit")
    people = members_for(actor, sheet).prefetch_related(
        Prefetch("pledges", counted, to_attr="counted"),
        Prefetch("memberships", groups, to_attr="groups"),
    )
    names = [_name(person, sheet) for person in people]
    return sorted(names, key=lambda one: (sort_key(one.group), one.person.alphabetical))


def _name(person: Person, sheet: Sheet) -> Name:
    groups: Iterable[Membership] = getattr(person, "groups", ())
    counted: list[Pledge] = getattr(person, "counted", [])
    named = sorted(one.unit.name for one in groups if one.unit_id != sheet.unit_id)
    return Name(person, ", ".join(named), counted[0] if counted else None)


def already_counted(sheet: Sheet, persons: Iterable[int]) -> dict[int, Pledge]:
    """The pledges that count, of those persons."""
    counted = sheet.pledges.filter(state=PledgeState.COUNTED, person__in=list(persons))
    return {pledge.person_id: pledge for pledge in counted if pledge.person_id}


def waiting_on(sheet: Sheet) -> QuerySet[Pledge]:
    """Who signed and could not be told apart, the first first."""
    return sheet.pledges.filter(state=PledgeState.WAITING).order_by("signed_at", "pk")


def refused_on(sheet: Sheet) -> QuerySet[Pledge]:
    """What no longer counts, with who took it out and why, the latest first."""
    return (
        sheet.pledges.exclude(state__in=(PledgeState.COUNTED, PledgeState.WAITING))
        .select_related("person", "settled_by__person")
        .order_by("-settled_at", "-pk")
    )
