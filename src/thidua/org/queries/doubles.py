"""Records that may be of one and the same person."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _
from rapidfuzz import fuzz

from thidua.core.folded import folded
from thidua.core.keys import these, these_words
from thidua.org.birth import agree, as_text
from thidua.org.models import Person
from thidua.org.orders import Facts
from thidua.org.queries.born_so import born_so
from thidua.org.queries.people import born_in

LIKE = 90
"""Names of which so many of a hundred letters agree may be one name, mistyped."""
MOST = 2_000
"""The people of a unit that are compared; a larger list is looked through unit by unit."""
YEAR = len("1985")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records, the older first, and what they have in common."""

    first: Person
    second: Person
    why: tuple[str, ...]

    @property
    def both(self) -> tuple[Person, Person]:
        return self.first, self.second


def known_like(facts: Facts) -> list[Person]:
    """Who is known already and may be the person about to be entered, the likeliest first."""
    same = Q(folded=folded(facts.name)) & _born_like(facts)
    if not as_text(facts.birth_on, facts.birth_year) and (facts.phone or facts.code):
        same = Q(pk__in=[])
    likely = same | (Q(phone=facts.phone) if facts.phone else Q(pk__in=[]))
    likely |= Q(code__iexact=facts.code) if facts.code else Q(pk__in=[])
    return list(_living().filter(likely).order_by("-code", "pk")[:10])


def _born_like(facts: Facts) -> Q:
    """Born then, as far as both sides know."""
    unknown = Q(birth_on=None, birth_year=None)
    if facts.birth_on:
        return unknown | Q(birth_on=facts.birth_on) | Q(birth_year=facts.birth_on.year)
    return unknown | born_in(facts.birth_year) if facts.birth_year else Q()


def pairs_among(people: QuerySet[Person], others: QuerySet[Person]) -> list[Pair]:
    """Pairs with doubt between `people` (at most `MOST`) and all whom the reader may see."""
    # By the bare column PostgreSQL would look for the first of them among everybody there is.
    first = people.filter(anonymised_on=None).order_by(F("pk") + 0)[:MOST]
    ours = {one.pk: one for one in first}
    alike = these(_alike(ours.values()) - ours.keys())
    known = others.filter(pk__in=alike, merged_into=None, anonymised_on=None)
    return _pairs([*ours.values(), *known], set(ours))


def _alike(people: Collection[Person]) -> set[int]:
    """Who has something in common with one of them, they themselves among others.

    One name is no doubt: in a country hundreds bear it, born on other days. Still more were
    born in one year: that is asked among the people of the unit only.
    """
    phones = {one.phone for one in people if one.phone}
    codes = {one.code for one in people if one.code}
    found = [
        Person.objects.filter(phone__in=these_words(phones)).values_list("pk", flat=True),
        Person.objects.filter(code__in=these_words(codes)).values_list("pk", flat=True),
        born_so({(one.folded, one.birth_on.isoformat()) for one in people if one.birth_on}),
    ]
    return set(chain.from_iterable(found))


def reasons(first: Person, second: Person) -> tuple[str, ...]:
    """What makes two records look like one person, in words; nothing when they do not."""
    why = []
    if first.code and first.code == second.code:
        why.append(_("cùng mã số đoàn viên"))
    if first.birth_on and first.birth_on == second.birth_on:
        if first.folded == second.folded:
            why.append(_("cùng họ tên và ngày sinh"))
        elif fuzz.ratio(first.folded, second.folded) >= LIKE:
            why.append(_("họ tên gần giống, cùng ngày sinh"))
    if first.phone and first.phone == second.phone:
        why.append(_("cùng số điện thoại"))
    if _year_only(first, second):
        why.append(_("cùng họ tên và năm sinh"))
    return tuple(why)


def _year_only(first: Person, second: Person) -> bool:
    """One name and one year, where one of both tells no more: less of a reason than a day."""
    if first.folded != second.folded or not (first.birth and second.birth):
        return False
    return bool(first.birth_year or second.birth_year) and agree(first.birth, second.birth)


def _pairs(people: Sequence[Person], ours: set[int]) -> list[Pair]:
    """Compared only where something is the same, or a thousand people are a million pairs."""
    alike: dict[tuple[str, Any], list[Person]] = defaultdict(list)
    for one in people:
        for column in ("phone", "code", "birth_on"):
            if value := getattr(one, column):
                alike[column, value].append(one)
        if one.birth:
            alike[one.folded, one.birth[:YEAR]].append(one)
    seen: dict[tuple[int, int], Pair] = {}
    for group in alike.values():
        for first, second in _couples(sorted(group, key=lambda one: one.pk)):
            key = (first.pk, second.pk)
            if key not in seen and ours.intersection(key) and (why := reasons(first, second)):
                seen[key] = Pair(first, second, why)
    return sorted(seen.values(), key=_likeliest_first)


def _likeliest_first(pair: Pair) -> tuple[bool, int, str]:
    bare = len(pair.why) == 1 and _year_only(*pair.both)
    return bare, -len(pair.why), pair.first.alphabetical


def _couples(group: Sequence[Person]) -> Iterable[tuple[Person, Person]]:
    for place, first in enumerate(group):
        for second in group[place + 1 :]:
            yield first, second


def _living() -> QuerySet[Person]:
    return Person.objects.filter(merged_into=None, anonymised_on=None)
