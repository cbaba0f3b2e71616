"""Joining two records of one person, and taking them apart again."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Model, QuerySet

from thidua.audit.actions import record
from thidua.core.verdict import require
from thidua.org.actor import Actor
from thidua.org.models import Membership, Person, PersonMerge, Post, Unit, User
from thidua.org.noted import Notes, take_back
from thidua.org.policies.merging import may_merge, may_undo_merge
from thidua.org.tables import pointing_at_people, word_for


@transaction.atomic
def merge_people(
    *,
    kept: Person,
    gone: Person,
    facts: Mapping[str, Any],
    account: User | None,
    unit: Unit,
    by: Actor,
    at: datetime,
) -> PersonMerge:
    """Everything that points to `gone` points to `kept`; `gone` says where it went.

    `facts` are the columns in which `kept` takes what stands in the other record; `account` is the
    one to go on with where both have one, the other is closed. A row of which `kept` has its like
    stays where it is, so no total changes; of two memberships in one unit the earlier goes on.
    """
    kept, gone = _locked(kept, gone)
    require(may_merge(by, kept, gone))
    notes = Notes()
    _join_periods(notes, kept, gone)
    _choose_account(notes, kept, gone, account)
    left = [
        {"what": word_for(model), "count": count}
        for model, column in pointing_at_people()
        if (count := _move(notes, model, column, kept, gone))
    ]
    _settle(notes, kept, gone, facts)
    merge = PersonMerge.objects.create(
        kept=kept, gone=gone, noted=notes.steps, left=left, done_by=by.user, done_at=at
    )
    record("person.merged", on=kept, by=by, unit=unit, at=at, about=kept.name, gone=gone.code)
    return merge


@transaction.atomic
def undo_merge(*, merge: PersonMerge, unit: Unit, by: Actor, at: datetime) -> PersonMerge:
    """Take the two records apart exactly as they were.

    Raises `DomainError` where something that was moved has changed since.
    """
    rows = PersonMerge.objects.select_for_update(of=("self",)).select_related("kept", "gone")
    merge = rows.get(pk=merge.pk)
    require(may_undo_merge(by, merge))
    take_back(merge.noted)
    merge.undone_by, merge.undone_at = by.user, at
    merge.save(update_fields=["undone_by", "undone_at"])
    record("person.unmerged", on=merge.kept, by=by, unit=unit, at=at, about=merge.kept.name)
    return merge


def _locked(kept: Person, gone: Person) -> tuple[Person, Person]:
    """Both under lock, always in the same order."""
    rows = Person.objects.select_for_update(of=("self",)).filter(pk__in=[kept.pk, gone.pk])
    found = {row.pk: row for row in rows.order_by("pk")}
    return found[kept.pk], found[gone.pk]


def _move(notes: Notes, model: type[Model], column: str, kept: Person, gone: Person) -> int:
    """Move what can be moved; how many rows could not, because `kept` has their like."""
    rows = model._default_manager.filter(**{column: gone.pk})
    if _moved(notes, rows, column, kept):
        return 0
    keys = list(rows.values_list("pk", flat=True))
    return sum(
        not _moved(notes, model._default_manager.filter(pk=key), column, kept) for key in keys
    )


def _moved(notes: Notes, rows: "QuerySet[Any]", column: str, kept: Person) -> bool:
    before = len(notes.steps)
    try:
        with transaction.atomic():
            notes.change(rows, **{column: kept.pk})
    except IntegrityError:
        del notes.steps[before:]
        return False
    return True


def _join_periods(notes: Notes, kept: Person, gone: Person) -> None:
    """Two open memberships in one unit, or two open posts of one kind, become the longer one."""
    for model, alike in ((Membership, ("unit_id",)), (Post, ("unit_id", "kind_id"))):
        rows: QuerySet[Any] = model._default_manager.filter(ends_on=None)
        for second in rows.filter(person=gone):
            same = {name: getattr(second, name) for name in alike}
            first = rows.filter(person=kept, **same).first()
            if first is None or _is_pointed_to(second):
                continue
            if second.starts_on < first.starts_on:
                notes.change(rows.filter(pk=first.pk), starts_on=second.starts_on)
            notes.drop(second)


def _is_pointed_to(row: Model) -> bool:
    """Something hangs on the row, so it cannot go: it stays with the second record."""
    return any(
        relation.related_model._default_manager.filter(**{relation.field.name: row.pk}).exists()
        for relation in row._meta.related_objects
    )


def _choose_account(notes: Notes, kept: Person, gone: Person, account: User | None) -> None:
    """One account goes on with the person; where there were two, the other is closed."""
    accounts = {row.person_id: row for row in User.objects.filter(person__in=[kept, gone])}
    if gone.pk not in accounts:
        return
    users = User.objects.all()
    second = accounts[gone.pk]
    first = accounts.get(kept.pk)
    if first is None:
        notes.change(users.filter(pk=second.pk), person_id=kept.pk)
        return
    if account is not None and account.pk == second.pk:
        notes.change(users.filter(pk=first.pk), person_id=None)
        notes.change(users.filter(pk=second.pk), person_id=kept.pk)
        notes.change(users.filter(pk=first.pk), person_id=gone.pk)
        second = first
    notes.change(users.filter(pk=second.pk), is_active=False)


def _settle(notes: Notes, kept: Person, gone: Person, facts: Mapping[str, Any]) -> None:
    people = Person.objects.all()
    if facts:
        notes.change(people.filter(pk=kept.pk), **facts)
    notes.change(people.filter(pk=gone.pk), merged_into_id=kept.pk)
