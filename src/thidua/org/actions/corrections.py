"""Somebody asks to have their own data put right; who keeps the people decides (PDP-04)."""

from dataclasses import fields
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.seen import require_as_seen
from thidua.core.verdict import require
from thidua.org.actions.people import edit_person
from thidua.org.actor import Actor
from thidua.org.models import Asking, Correction, Person, Unit
from thidua.org.orders import Facts
from thidua.org.policies.people import may_keep_people

UNBORN = {"birth_on": None, "birth_year": None}
"""A person has one of both; who asks for one asks for the other to be empty."""


@transaction.atomic
def ask_correction(
    *, person: Person, unit: Unit, wanted: dict[str, Any], note: str, at: datetime
) -> Correction:
    """Say how one's own data should read. A new request takes the place of a waiting one.

    It changes nothing by itself, so it is no deed of an account; what is done about it is.
    """
    plain = {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in wanted.items()
    }
    Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    request, _made = Correction.objects.update_or_create(
        person=person,
        state=Asking.WAITING,
        defaults={"unit": unit, "wanted": plain, "note": note, "asked_at": at},
    )
    return request


@transaction.atomic
def apply_correction(
    *, correction: Correction, seen: str | None = None, by: Actor, at: datetime
) -> None:
    """Put the data right as asked, through the one action that edits a person.

    `seen` is the mark of the request that was looked at: the person may have asked for something
    else in its place since then.
    """
    correction = _locked(correction)
    require(may_keep_people(by, correction.unit))
    _require_waiting(correction)
    require_as_seen(seen, *shown_of(correction))
    edit_person(
        person=correction.person,
        facts=_facts(correction),
        unit=correction.unit,
        by=by,
        at=at,
    )
    _settle(correction, Asking.APPLIED, "", by, at)
    record(
        "correction.applied",
        on=correction,
        by=by,
        unit=correction.unit,
        at=at,
        about=correction.person.name,
    )


@transaction.atomic
def decline_correction(
    *, correction: Correction, reason: str, by: Actor, at: datetime
) -> Correction:
    """Leave the data as they are; the person reads the reason on their page."""
    correction = _locked(correction)
    require(may_keep_people(by, correction.unit))
    _require_waiting(correction)
    _settle(correction, Asking.DECLINED, reason, by, at)
    record(
        "correction.declined",
        on=correction,
        by=by,
        unit=correction.unit,
        at=at,
        about=correction.person.name,
        reason=reason,
    )
    return correction


def shown_of(correction: Correction) -> tuple[object, ...]:
    """What somebody agrees to who has looked at the request."""
    return sorted(correction.wanted.items()), correction.note


def _facts(correction: Correction) -> Facts:
    person = correction.person
    known = {one.name: getattr(person, one.name) for one in fields(Facts)}
    wanted = dict(correction.wanted)
    if "birth_on" not in wanted and person.birth.startswith(str(wanted.get("birth_year"))):
        # Asked for when nothing was known; a day of that year, written meanwhile, tells more.
        del wanted["birth_year"]
    if UNBORN.keys() & wanted:
        wanted = UNBORN | wanted
    if wanted.get("birth_on"):
        wanted["birth_on"] = date.fromisoformat(wanted["birth_on"])
    return Facts(**known | wanted)


def _settle(correction: Correction, state: Asking, reason: str, by: Actor, at: datetime) -> None:
    correction.state, correction.reason = state, reason
    correction.settled_at, correction.settled_by = at, by.user
    correction.save(update_fields=["state", "reason", "settled_at", "settled_by"])


def _locked(correction: Correction) -> Correction:
    rows = Correction.objects.select_for_update(of=("self",)).select_related("person", "unit")
    return rows.get(pk=correction.pk)


def _require_waiting(correction: Correction) -> None:
    if correction.state != Asking.WAITING:
        raise DomainError(_("Yêu cầu này đã có người xử lý."))
