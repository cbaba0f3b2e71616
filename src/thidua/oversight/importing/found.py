"""People the database knows who may be meant by some lines."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from django.db.models import F, QuerySet
from django.db.models.expressions import RawSQL

from thidua.core.folded import folded
from thidua.core.keys import these, these_words
from thidua.org.actor import within
from thidua.org.birth import is_day
from thidua.org.models import Membership, Person, Post, Unit
from thidua.org.queries.born_so import born_so
from thidua.oversight.importing.lines import Line

FACTS = ("name", "code", "birth_on", "sex", "phone", "email")
BARE = ("pk", "merged_into_id", "folded", "birth_year", *FACTS)


class Belonging(NamedTuple):
    """A membership: its row, and its days as ISO."""

    row: int
    began: str
    ended: str | None


@dataclass(slots=True)
class Known:
    """A person as far as lists tell of them; `units` are where they belong or belonged.

    Of the fact `birth_on` as much is told as is known: `thidua.org.birth`.
    """

    pk: int
    folded: str
    facts: dict[str, str]
    units: dict[int, "Belonging"] = field(default_factory=dict)
    """The latest membership in each unit."""
    holds: set[int] = field(default_factory=set)
    """Units in which they hold or held a post."""
    here: bool = False
    """Are they somebody the importer may know of?"""

    @property
    def open_units(self) -> list[int]:
        return [unit for unit, belonging in self.units.items() if belonging.ended is None]


@dataclass(slots=True)
class Directory:
    """Candidates for a handful of lines, by everything they can be recognised by."""

    by_pk: dict[int, Known] = field(default_factory=dict)
    by_code: dict[str, list[Known]] = field(default_factory=lambda: defaultdict(list))
    by_birth: dict[tuple[str, str], list[Known]] = field(default_factory=lambda: defaultdict(list))
    by_unit: dict[tuple[str, int], list[Known]] = field(default_factory=lambda: defaultdict(list))
    by_phone: dict[str, list[Known]] = field(default_factory=lambda: defaultdict(list))


def directory(
    lines: Sequence[Line], root: Unit, day: date, chosen: Sequence[int] = ()
) -> Directory:
    """Everybody who may be meant by `lines`, with ten questions however many they are."""
    people: dict[int, Known] = {}
    for row in _rows(lines, chosen):
        pk, merged, name, year, *facts = row
        if merged is None:
            told = {key: _text(fact) for key, fact in zip(FACTS, facts, strict=True)}
            told["birth_on"] = told["birth_on"] or _text(year)
            people[pk] = Known(pk, name, told)
    _add_units(people)
    _say_who_is_here(people, root, day)
    return _sorted(people)


def _rows(lines: Sequence[Line], chosen: Sequence[int]) -> list[tuple[Any, ...]]:
    values = [line.values for line in lines]
    codes = {one["code"] for one in values if "code" in one}
    phones = {one["phone"] for one in values if "phone" in one}
    named = {(folded(one["name"]), one.get("birth_on", "")) for one in values if "name" in one}
    names = {name for name, _birth in named}
    born = {(name, birth) for name, birth in named if is_day(birth)}
    unborn = {name for name, birth in named if not is_day(birth)}
    units = these({int(one["unit_id"]) for one in values if "unit_id" in one})
    people = Person.objects.filter(anonymised_on=None)
    questions = [
        people.filter(code__in=these_words(codes)),
        people.filter(phone__in=these_words(phones)),
        people.filter(pk__in=[*born_so(born), *chosen]),
        *_in_units(people.filter(folded__in=these_words(names), birth_on=None), units),
    ]
    if unborn:
        questions += _in_units(people.filter(folded__in=these_words(unborn)), units)
    return [row for question in questions for row in question.values_list(*BARE)]


def _in_units(people: "QuerySet[Person]", units: RawSQL) -> list["QuerySet[Any]"]:
    """Found by their names: for the bare column SQLite would go through everybody in the units."""
    return [
        people.annotate(at=F(f"{way}__unit") + 0).filter(at__in=units)
        for way in ("memberships", "posts")
    ]


def _text(fact: Any) -> str:
    return fact.isoformat() if isinstance(fact, date) else str(fact or "")


def _add_units(people: dict[int, Known]) -> None:
    rows = Membership.objects.filter(person__in=list(people)).order_by("starts_on", "pk")
    days = ("starts_on", "ends_on")
    for person, pk, unit, began, ended in rows.values_list("person_id", "pk", "unit_id", *days):
        last = ended.isoformat() if ended else None
        people[person].units[unit] = Belonging(pk, began.isoformat(), last)
    posts = Post.objects.filter(person__in=list(people))
    for person, unit in posts.values_list("person_id", "unit_id"):
        people[person].holds.add(unit)


def _say_who_is_here(people: dict[int, Known], root: Unit, day: date) -> None:
    """Somebody of another part of the tree is only recognised by a number of their own."""
    below = within(day, root.path_on(day), "memberships__unit__placements__")
    holding = within(day, root.path_on(day), "posts__unit__placements__")
    rows = Person.objects.filter(pk__in=list(people))
    for way in (below, holding):
        for pk in rows.filter(way).values_list("pk", flat=True):
            people[pk].here = True


def _sorted(people: dict[int, Known]) -> Directory:
    found = Directory(by_pk=people)
    for known in people.values():
        if known.facts["code"]:
            found.by_code[known.facts["code"]].append(known)
        if not known.here:
            continue
        found.by_birth[known.folded, known.facts["birth_on"]].append(known)
        if known.facts["phone"]:
            found.by_phone[known.facts["phone"]].append(known)
        for unit in known.units.keys() | known.holds:
            found.by_unit[known.folded, unit].append(known)
    return found
