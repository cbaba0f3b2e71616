"""The list of people who are told by telephone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.notify.models import Call
from thidua.notify.policies.announcing import may_announce
from thidua.org.actor import Actor
from thidua.org.models import Person, Unit


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody to be called, and what about; `key` keeps it from standing there twice."""

    person: Person
    role: str
    text: str
    key: str


@transaction.atomic
def note_calls(*, unit: Unit, told: Sequence[Told], at: datetime) -> None:
    """Put people on the list of `unit`, each once per key."""
    Call.objects.bulk_create(
        [
            Call(
                unit=unit,
                person=one.person,
                role=one.role,
                phone=one.person.phone,
                text=one.text,
                key=one.key,
                noted_at=at,
            )
            for one in told
        ],
        ignore_conflicts=True,
    )


@transaction.atomic
def note_call(*, call: Call, answer: str, by: Actor, at: datetime) -> Call:
    """Somebody was called today, and what they said. Raises `DomainError` when they were before."""
    call = Call.objects.select_for_update(of=("self",)).select_related("unit").get(pk=call.pk)
    require(may_announce(by, call.unit))
    if call.called_on is not None:
        raise DomainError(_("Cuộc gọi cho người này đã được ghi rồi."))
    call.called_on, call.called_by, call.answer = by.day, by.user, answer
    call.save(update_fields=["called_on", "called_by", "answer"])
    record("call.made", on=call, by=by, unit=call.unit, at=at, about=call.person.name)
    return call
