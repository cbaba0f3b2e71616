"""Entering people and mending what is known about them."""

from dataclasses import fields
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.folded import followers
from thidua.core.verdict import require
from thidua.org.actions.possible import require_possible
from thidua.org.actor import Actor
from thidua.org.models import JoinedBy, Membership, Person, Unit
from thidua.org.orders import Facts, Joining
from thidua.org.policies.merging import may_keep_person
from thidua.org.policies.people import may_keep_people, may_see_people
from thidua.org.policies.units import may_phone
from thidua.org.queries.phone_book import READERS


@transaction.atomic
def add_person(*, unit: Unit, facts: Facts, joining: Joining, by: Actor, at: datetime) -> Person:
    """Enter somebody who is not known yet, as a member of `unit`.

    Raises `DomainError` where the unit had ended by that day, or the day is still to come.
    """
    require(may_keep_people(by, unit))
    require_possible(unit, joining.on, by.day)
    person = Person.objects.create(**_values(facts))
    Membership.objects.create(
        person=person,
        unit=unit,
        joined_by=joining.joined_by,
        decision=joining.decision,
        starts_on=joining.on,
    )
    record(
        "person.added",
        on=person,
        by=by,
        unit=unit,
        at=at,
        how=str(JoinedBy(joining.joined_by).label),
        day=joining.on.isoformat(),
        decision=joining.decision,
    )
    return person


@transaction.atomic
def edit_person(*, person: Person, facts: Facts, unit: Unit, by: Actor, at: datetime) -> Person:
    """Mend what is known about somebody. Only what changed is saved and recorded.

    `unit` is where the deed is written down: a unit whose people the actor keeps.
    """
    person = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    require(may_keep_person(by, person))
    if person.merged_into_id or person.anonymised_on:
        raise DomainError(_("Hồ sơ này đã được gộp hoặc ẩn danh nên không sửa nữa."))
    changes = {
        name: (getattr(person, name), value)
        for name, value in _values(facts).items()
        if getattr(person, name) != value
    }
    if not changes:
        return person
    for name, (_before, after) in changes.items():
        setattr(person, name, after)
    follows = (column.name for column in followers(Person, changes))
    person.save(update_fields=[*changes, *follows])
    record("person.edited", on=person, by=by, unit=unit, at=at, changes=changes)
    return person


@transaction.atomic
def tell_export(*, unit: Unit, posts: bool, by: Actor, at: datetime) -> None:
    """A list of people leaves the system: nothing changes, but it is written down (PDP-10)."""
    require(may_see_people(by, unit))
    what = _("chức vụ") if posts else _("đoàn viên")
    record("people.exported", on=unit, by=by, unit=unit, at=at, what=what)


@transaction.atomic
def tell_phone_book_taken(*, posts: int, by: Actor, at: datetime) -> None:
    """The same for the phone book; the deed is of the highest unit they look up officers for."""
    require(may_phone(by))
    unit = Unit.objects.get(pk=by.seat(READERS))
    record("phone_book.exported", on=unit, by=by, unit=unit, at=at, posts=posts)


def _values(facts: Facts) -> dict[str, Any]:
    return {one.name: getattr(facts, one.name) for one in fields(facts)}
