"""Writing what lines in order say, many rows at once, and noting down every row that was made."""

from collections import defaultdict
from collections.abc import Sequence

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
    told = (one.line.values for one in fresh)
    rows = [{fact: values[fact] for fact in FACTS if fact in values} for values in told]
    keys = create(Person, fresh, rows, made)
    people = {one.line.number: one.person.pk for one in judged if one.person}
    return people | {one.line.number: key for one, key in zip(fresh, keys, strict=True)}


def _facts(judged: Sequence[Judged], made: Made) -> None:
    told = {one.person.pk: one for one in judged if one.person and one.facts}
    rows = Person.objects.select_for_update().filter(pk__in=list(told)).order_by("pk")
    change(((told[row.pk].line.number, row, told[row.pk].facts) for row in rows), made)
