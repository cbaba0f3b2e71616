"""Taking a name out of the trail as it is read; the sealed rows stay (PDP-10, PDP-11)."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

from django.db.models import Model, Q

from thidua.audit.actions import retell
from thidua.audit.models import AuditEvent
from thidua.audit.words import as_told
from thidua.org.models import Person, User
from thidua.oversight.personal_data.naming import Renaming
from thidua.oversight.personal_data.walking import Rows, pointing_at

CHUNK = 500
WORDS = ("thing", "letter", "data", "changes")


def retell_without(
    people: Collection[Person], users: Collection[User], rows: Rows, renaming: Renaming
) -> None:
    """What they did, what was done to them and to what is about them (`rows`), and where a deed
    with something that such a row belongs to says their name: a council names whom it seats.

    Call it as long as names and user names still stand.
    """
    names = {user.username for user in users}
    renaming = replace(renaming, marks=(*renaming.marks, *names))
    own = {_target(one) for one in (*people, *users)}
    around = set(_targets_about(users, rows)) | set(_targets_beside(people, rows))
    told: dict[AuditEvent, dict[str, Any]] = {}
    for event in _events(own | around, names):
        columns = _columns(event, own, names, renaming)
        if columns:
            told[event] = columns
    retell(told)


def _columns(
    event: AuditEvent, own: Collection[str], names: Collection[str], renaming: Renaming
) -> dict[str, Any]:
    """What reads otherwise. Of the person's own record no value is told, of any day."""
    told: dict[str, Any] = {}
    if event.actor in names:
        told["actor_name"] = renaming.alias
    if event.target in own:
        told["thing"] = renaming.alias
        told["changes"] = dict.fromkeys(event.changes)
    for column in WORDS:
        told.setdefault(column, renaming.anything(getattr(event, column)))
    return {column: value for column, value in told.items() if value != getattr(event, column)}


def _events(targets: Collection[str], names: Collection[str]) -> Iterator[AuditEvent]:
    wanted = sorted(targets)
    conditions = [
        Q(target__in=wanted[start : start + CHUNK]) for start in range(0, len(wanted), CHUNK)
    ]
    seen: set[int] = set()
    for condition in (Q(actor__in=names), *conditions):
        found = AuditEvent.objects.select_related("retold").filter(condition)
        for event in found.iterator(CHUNK):
            if event.pk not in seen:
                seen.add(event.pk)
                yield as_told(event)


def _targets_about(users: Collection[User], rows: Rows) -> Iterator[str]:
    """What points at the person, or at the account."""
    for model, keys in rows.items():
        yield from _named(model, keys)
    for model, column, _on_delete in pointing_at(User):
        found = model._default_manager.filter(**{f"{column}__in": [one.pk for one in users]})
        yield from _named(model, found.values_list("pk", flat=True))


def _targets_beside(people: Collection[Person], rows: Rows) -> Iterator[str]:
    """What a row about the person belongs to, unless somebody of the same name belongs there too:
    then nobody can say whose name it is."""
    same = Q(person__folded__in={one.folded for one in people}) & ~Q(person__in=people)
    for model, keys in rows.items():
        if not _names_a_person(model):
            continue
        for field in model._meta.concrete_fields:
            if field.related_model in {None, Person, User}:
                continue
            every = model._default_manager.filter(**{f"{field.name}__isnull": False})
            above = set(every.filter(pk__in=keys).values_list(field.attname, flat=True))
            shared = every.filter(same, **{f"{field.name}__in": above})
            above -= set(shared.values_list(field.attname, flat=True))
            yield from _named(field.related_model, above)


def _names_a_person(model: type[Model]) -> bool:
    return any(
        field.name == "person" and field.related_model is Person
        for field in model._meta.concrete_fields
    )


def _named(model: Any, keys: Any) -> Iterator[str]:
    return (f"{model._meta.label_lower}:{key}" for key in keys)


def _target(row: Model) -> str:
    return f"{row._meta.label_lower}:{row.pk}"
