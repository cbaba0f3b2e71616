"""Making a person nameless: what changes, what goes, what has to stay and why (PDP-11).

Counts stay: no membership, post, pledge, nomination or award goes or changes its unit or day.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db.models import CASCADE, Model, Q

from thidua.core.folded import followers
from thidua.documents.models.papers import FROZEN
from thidua.notify.models import OutboxMail
from thidua.org.models import Correction, GuardedFact, OneTimeLink, Person, PersonMerge, User
from thidua.oversight.models import ImportMending, ImportRow
from thidua.oversight.personal_data.naming import Renaming, renamed, text_columns
from thidua.oversight.personal_data.retelling import retell_without
from thidua.oversight.personal_data.walking import Rows, pointing_at, records_of, rows_about

CHUNK = 500
ERASED: tuple[type[Model], ...] = (GuardedFact, Correction, OneTimeLink)
OWN_PLACE: tuple[type[Model], ...] = (ImportRow, PersonMerge)


@dataclass(slots=True)
class Outcome:
    """How many rows changed, how many went."""

    changed: int = 0
    erased: int = 0
    rows: Rows = field(default_factory=dict)


def scrub(person: Person, alias: str, mentions: Iterable[Mapping[str, Any]]) -> Outcome:
    """Inside the caller's transaction, with the person under lock."""
    people = records_of(person)
    renaming = Renaming.of(people, alias)
    outcome = Outcome(rows=rows_about(people))
    emails = [one.email for one in people if one.email]
    users = list(User.objects.filter(person__in=people))
    for model, keys in outcome.rows.items():
        if model in ERASED:
            outcome.erased += model._default_manager.filter(pk__in=keys).delete()[0]
        elif model not in OWN_PLACE:
            outcome.changed += _rename_rows(model, keys, renaming)
    outcome.changed += _rename_mentions(mentions, renaming)
    outcome.changed += _forget_letters(users, emails, renaming)
    outcome.changed += _forget_steps(people)
    retell_without(people, users, outcome.rows, renaming)
    for user in users:
        outcome.erased += _close(user, alias)
    for one in people:
        _blank(one, alias)
    return outcome


def _rename_rows(model: type[Model], keys: Iterable[int], renaming: Renaming) -> int:
    columns = text_columns(model)
    rows = model._default_manager.filter(pk__in=list(keys))
    if model._meta.label_lower == "documents.document":
        rows = rows.exclude(status__in=FROZEN)
    elif model._meta.label_lower == "documents.delivery":
        rows = rows.exclude(recipient__document__status__in=FROZEN)
    return sum(_save(row, renamed(row, columns, renaming)) for row in rows.iterator(CHUNK))


def _rename_mentions(mentions: Iterable[Mapping[str, Any]], renaming: Renaming) -> int:
    """Places in texts of others that somebody said are about this person."""
    count = 0
    for place in mentions:
        model = apps.get_model(place["model"])
        row = model._default_manager.filter(pk=place["pk"]).first()
        if row is not None:
            count += _save(row, renamed(row, text_columns(model), renaming))
    return count


def _save(row: Model, values: dict[str, Any]) -> int:
    return row._meta.default_manager.filter(pk=row.pk).update(**values) if values else 0  # type: ignore[union-attr]


def _forget_letters(users: list[User], emails: list[str], renaming: Renaming) -> int:
    mails = OutboxMail.objects.filter(Q(reader__in=users) | Q(to__in=emails))
    columns = text_columns(OutboxMail)
    return sum(
        _save(mail, renamed(mail, columns, renaming) | {"to": ""}) for mail in mails.iterator(CHUNK)
    )


def _forget_steps(people: list[Person]) -> int:
    """What undoing would bring back: typed and mended lines of imports, the notes of a merge."""
    lines = ImportRow.objects.filter(person__in=people)
    ImportMending.objects.filter(owner__rows__in=lines).delete()
    merges = PersonMerge.objects.filter(Q(kept__in=people) | Q(gone__in=people))
    return lines.update(typed={}, problems=[], about="") + merges.update(noted=[])


def _close(user: User, alias: str) -> int:
    """The account stays, for what it did; nobody signs in with it, and what was its own goes."""
    erased = Counter[str]()
    for model, column, on_delete in pointing_at(User):
        if on_delete is CASCADE:
            erased.update(model._default_manager.filter(**{column: user.pk}).delete()[1])
    user.username = f"an-danh-{user.pk}"
    user.email = user.first_name = ""
    user.last_name = alias
    user.is_active = False
    user.set_unusable_password()
    user.save(
        update_fields=["username", "email", "first_name", "last_name", "is_active", "password"]
    )
    return erased.total()


def _blank(person: Person, alias: str) -> None:
    """Sex stays: counts need it and it tells nothing about who."""
    person.name, person.code, person.phone, person.email = alias, "", "", ""
    person.birth_on = person.birth_year = None
    columns = ["name", "code", "phone", "email", "birth_on", "birth_year"]
    person.save(update_fields=[*columns, *(one.name for one in followers(Person, columns))])
