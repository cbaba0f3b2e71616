"""People as rows of an Excel file, in the shape in which they are read in again."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import QuerySet

from thidua.core.dated import in_force
from thidua.core.sheets import Cell
from thidua.org.columns import OF_MEMBERS, OF_POSTS
from thidua.org.models import Membership, Person, Post
from thidua.org.queries.people import Scope

MEMBER_HEADS = tuple(column.title for column in OF_MEMBERS)
POST_HEADS = tuple(column.title for column in OF_POSTS)
CHUNK = 1_000


def member_rows(people: QuerySet[Person], scope: Scope) -> Iterator[list[Cell]]:
    """The membership in the scope of each of the people, the latest where there were several."""
    for person, row in _paired(people, Membership.objects.filter(scope.among())):
        yield [
            *_who(person),
            row.unit.name,
            row.unit.key,
            row.starts_on,
            row.get_joined_by_display(),
            row.decision,
            row.ends_on,
            row.get_end_reason_display() if row.end_reason else "",
        ]


def post_rows(people: QuerySet[Person], scope: Scope, day: date) -> Iterator[list[Cell]]:
    """Every post that one of the people holds in the scope on the day."""
    held = Post.objects.filter(in_force(day), scope.among()).select_related("kind")
    for person, row in _paired(people, held, every=True):
        yield [
            *_who(person),
            row.unit.name,
            row.unit.key,
            row.kind.name,
            row.starts_on,
            row.ends_on,
            row.get_how_display() if row.how else "",
            row.basis,
        ]


def _who(person: Person) -> list[Cell]:
    return [
        person.name,
        person.code,
        person.birth_on or person.birth_year,
        str(person.get_sex_display()) if person.sex else "",
        person.phone,
        person.email,
    ]


def _paired(
    people: QuerySet[Person], rows: "QuerySet[Any]", *, every: bool = False
) -> Iterator[tuple[Person, Any]]:
    """Person by person in the order of the list, with their rows, some thousand at a time."""
    keys = list(people.values_list("pk", flat=True))
    for start in range(0, len(keys), CHUNK):
        some = keys[start : start + CHUNK]
        known = Person.objects.in_bulk(some)
        held: dict[int, list[Any]] = {}
        for row in rows.filter(person__in=some).select_related("unit").order_by("starts_on", "pk"):
            held.setdefault(row.person_id, []).append(row)
        for key in some:
            for row in held.get(key, [])[0 if every else -1 :]:
                yield known[key], row
