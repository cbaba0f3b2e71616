"""Writing what lines in order say, many rows at once, and noting down every row that was made."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from thidua.org.birth import is_day
from thidua.org.models import Person
from thidua.oversight.importing.appointing import posts
from thidua.oversight.importing.counting import headcounts
from thidua.oversight.importing.joining import memberships
from thidua.oversight.importing.judging import Judged
from thidua.oversight.importing.ledger import Made, change, create
from thidua.oversight.models import Import, ImportKind

FACTS = ("name", "code", "birth_on", "sex", "phone", "email")


def take_over(owner: Import, judged: Sequence[Judged]) -> Made:
    """Write the lines, inside the caller's transaction; what was made is enough to undo it.

    `made` holds line and row of everything new, and of what changed the columns before and after.
    """
    made: Made = {"new": [], "changed": [], "counts": _counted(judged)}
    if owner.kind == ImportKind.HEADCOUNTS:
        headcounts(judged, made)
        return made
    people = _people(judged, made)
    _facts(judged, made)
    if owner.kind == ImportKind.POSTS:
        posts(owner, judged, people, made)
    else:
        memberships(owner, judged, people, made)
    return made


def _counted(judged: Sequence[Judged]) -> dict[str, int]:
    counts: dict[str, int] = defaultdict(int)
    for one in judged:
        counts[one.outcome] += 1
    return dict(counts)


def _people(judged: Sequence[Judged], made: Made) -> dict[int, int]:
    """The person of every line, those nobody knew created first."""
    fresh = [one for one in judged if one.person is None]
    rows = [_columns(one.line.values) for one in fresh]
    keys = create(Person, fresh, rows, made)
    people = {one.line.number: one.person.pk for one in judged if one.person}
    return people | {one.line.number: key for one, key in zip(fresh, keys, strict=True)}


def _columns(told: Mapping[str, str]) -> dict[str, Any]:
    """Facts by the columns of a person: of the birth either the day or the year."""
    columns: dict[str, Any] = {fact: told[fact] for fact in FACTS if fact in told}
    if born := columns.get("birth_on"):
        columns |= (
            {"birth_year": None} if is_day(born) else {"birth_on": None, "birth_year": int(born)}
        )
    return columns


def _facts(judged: Sequence[Judged], made: Made) -> None:
    told = {one.person.pk: one for one in judged if one.person and one.facts}
    rows = Person.objects.select_for_update().filter(pk__in=list(told)).order_by("pk")
    change(((told[row.pk].line.number, row, _columns(told[row.pk].facts)) for row in rows), made)
