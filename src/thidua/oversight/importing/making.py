"""Writing what lines in order say, many rows at once, and noting down every row that was made."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from django.db.models import Model

from thidua.org.models import (
    Basis,
    EndReason,
    Headcount,
    JoinedBy,
    Membership,
    Person,
    Post,
)
from thidua.oversight.importing.judging import Judged
from thidua.oversight.models import Import, ImportKind

Made = dict[str, Any]
BATCH = 500
FACTS = ("code", "birth_on", "sex", "phone", "email")
ONE_DAY = timedelta(days=1)


def take_over(owner: Import, judged: Sequence[Judged]) -> Made:
    """Write the lines, inside the caller's transaction; what was made is enough to undo it.

    `made` holds line and row of everything new, and of what changed the columns before and after.
    """
    made: Made = {"new": [], "changed": [], "counts": _counted(judged)}
    if owner.kind == ImportKind.HEADCOUNTS:
        _headcounts(judged, made)
        return made
    people = _people(judged, made)
    _facts(judged, made)
    if owner.kind == ImportKind.POSTS:
        _posts(owner, judged, people, made)
    else:
        _memberships(owner, judged, people, made)
    return made


def _counted(judged: Sequence[Judged]) -> dict[str, int]:
    counts: dict[str, int] = defaultdict(int)
    for one in judged:
        counts[one.outcome] += 1
    return dict(counts)


def _people(judged: Sequence[Judged], made: Made) -> dict[int, int]:
    """The person of every line, those nobody knew created first."""
    fresh = [one for one in judged if one.person is None]
    rows = [
        Person(
            name=one.line.values["name"],
            **{fact: one.line.values[fact] for fact in FACTS if fact in one.line.values},
        )
        for one in fresh
    ]
    _create(fresh, rows, made)
    people = {one.line.number: one.person.pk for one in judged if one.person}
    return people | {one.line.number: row.pk for one, row in zip(fresh, rows, strict=True)}


def _create(lines: Sequence[Judged], rows: Sequence[Model], made: Made) -> None:
    if not rows:
        return
    model = type(rows[0])
    model._default_manager.bulk_create(rows, batch_size=BATCH)
    label = model._meta.label_lower
    made["new"] += [[one.line.number, label, row.pk] for one, row in zip(lines, rows, strict=True)]


def _facts(judged: Sequence[Judged], made: Made) -> None:
    told = {one.person.pk: one for one in judged if one.person and one.facts}
    rows = Person.objects.select_for_update().filter(pk__in=list(told)).order_by("pk")
    _change(((told[row.pk].line.number, row, told[row.pk].facts) for row in rows), made)


def _change(changes: Iterable[tuple[int, Any, dict[str, Any]]], made: Made) -> None:
    """Write columns of rows, those with the same columns together, with what stood there before."""
    alike: dict[tuple[str, ...], list[Any]] = defaultdict(list)
    for number, row, after in changes:
        before = {column: _plain(getattr(row, column)) for column in after}
        made["changed"].append([number, row._meta.label_lower, row.pk, before, after])
        for column, fact in after.items():
            setattr(row, column, fact)
        alike[tuple(after)].append(row)
    for columns, rows in alike.items():
        if "name" in columns:
            # Columns that follow the name are written with the row only.
            for row in rows:
                row.save(update_fields=[*columns, *followers(row)])
        else:
            type(rows[0])._default_manager.bulk_update(rows, columns, batch_size=BATCH)


def followers(row: Model) -> list[str]:
    """The columns of a row that hold another one in a form for searching."""
    return [field.name for field in row._meta.fields if hasattr(field, "source")]


def _plain(fact: Any) -> Any:
    return fact.isoformat() if isinstance(fact, date) else fact


def _memberships(
    owner: Import, judged: Sequence[Judged], people: dict[int, int], made: Made
) -> None:
    fresh = [one for one in judged if one.row is None and "stays" not in one.line.values]
    rows = [_membership(owner, one, people[one.line.number]) for one in fresh]
    leaving = {one.row: one for one in judged if one.row is not None}
    moving = {row: one for one in judged for row in one.ends}
    known = Membership.objects.select_for_update().filter(pk__in=[*leaving, *moving])
    _change(
        (
            (leaving[row.pk].line.number, row, _end(leaving[row.pk]))
            if row.pk in leaving
            else (moving[row.pk].line.number, row, _moved(owner, moving[row.pk], row))
            for row in known.order_by("pk")
        ),
        made,
    )
    _create(fresh, rows, made)


def _membership(owner: Import, one: Judged, person: int) -> Membership:
    values = one.line.values
    left = values.get("left_on")
    began = values.get("joined_on") or owner.day.isoformat()
    if left and began >= left:
        # Only its end is known; it must have been there the day before.
        began = (date.fromisoformat(left) - ONE_DAY).isoformat()
    moved = JoinedBy.MOVED if one.ends else JoinedBy.LISTED
    return Membership(
        person_id=person,
        unit_id=int(values["unit_id"]),
        joined_by=values.get("joined_by", moved),
        decision=values.get("decision", ""),
        starts_on=began,
        ends_on=left,
        end_reason=values.get("left_why", EndReason.LEFT) if left else "",
    )


def _end(one: Judged) -> dict[str, Any]:
    values = one.line.values
    return {"ends_on": values["left_on"], "end_reason": values.get("left_why", EndReason.LEFT)}


def _moved(owner: Import, one: Judged, row: Membership) -> dict[str, Any]:
    day = date.fromisoformat(one.line.values.get("joined_on") or owner.day.isoformat())
    ended = max(day, row.starts_on + ONE_DAY)
    return {"ends_on": ended.isoformat(), "end_reason": EndReason.TRANSFERRED}


def _posts(owner: Import, judged: Sequence[Judged], people: dict[int, int], made: Made) -> None:
    fresh = [one for one in judged if one.row is None and "stays" not in one.line.values]
    rows = [_post(owner, one, people[one.line.number]) for one in fresh]
    leaving = {one.row: one for one in judged if one.row is not None}
    known = Post.objects.select_for_update().filter(pk__in=list(leaving)).order_by("pk")
    _change(
        (
            (
                leaving[row.pk].line.number,
                row,
                {
                    "ends_on": leaving[row.pk].line.values["until"],
                    "end_reason": EndReason.TERM_OVER,
                },
            )
            for row in known
        ),
        made,
    )
    _create(fresh, rows, made)


def _post(owner: Import, one: Judged, person: int) -> Post:
    values = one.line.values
    until = values.get("until")
    since = values.get("since") or owner.day.isoformat()
    if until and since >= until:
        since = (date.fromisoformat(until) - ONE_DAY).isoformat()
    return Post(
        person_id=person,
        unit_id=int(values["unit_id"]),
        kind_id=int(values["kind_id"]),
        starts_on=since,
        ends_on=until,
        end_reason=EndReason.TERM_OVER if until else "",
        how=values.get("how", Basis.UNSAID),
        basis=values.get("basis", ""),
    )


def _headcounts(judged: Sequence[Judged], made: Made) -> None:
    fresh = [one for one in judged if one.outcome == "new"]
    rows = [
        Headcount(
            unit_id=int(one.line.values["unit_id"]),
            on=one.line.values["counted_on"],
            **_heads(one),
        )
        for one in fresh
    ]
    changed = {one.row: one for one in judged if one.row is not None}
    known = Headcount.objects.select_for_update().filter(pk__in=list(changed)).order_by("pk")
    _change(((changed[row.pk].line.number, row, _heads(changed[row.pk])) for row in known), made)
    _create(fresh, rows, made)


def _heads(one: Judged) -> dict[str, Any]:
    values = one.line.values
    women = {"women": int(values["women"])} if "women" in values else {}
    return {"members": int(values["members"])} | women
