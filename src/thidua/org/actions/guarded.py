"""Guarded facts: entered by who keeps the record, read for a reason (PDP-01, PDP-10)."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.org.actor import Actor
from thidua.org.models import FactKind, GuardedFact, Person, Unit
from thidua.org.policies.guarded import may_enter_guarded, may_read_guarded
from thidua.org.queries.guarded import kinds_on


@transaction.atomic
def enter_fact(
    *, person: Person, kind: FactKind, value: str, unit: Unit, by: Actor, at: datetime
) -> None:
    """Write down what is known, or take it out with an empty `value`. The trail holds no value."""
    person = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    require(may_enter_guarded(by, person))
    # Under its lock: what is written down while the kind is taken out would stay behind.
    if value and not kinds_on(by.day).select_for_update().filter(pk=kind.pk):
        raise DomainError(
            _("Loại dữ liệu này không còn trong sổ mục đích xử lý nên không ghi nữa.")
        )
    if value:
        entered = {"value": value, "entered_by": by.user, "entered_at": at}
        GuardedFact.objects.update_or_create(person=person, kind=kind, defaults=entered)
    else:
        GuardedFact.objects.filter(person=person, kind=kind).delete()
    event = "guarded.entered" if value else "guarded.erased"
    record(event, on=person, by=by, unit=unit, at=at, field=kind.name)


@transaction.atomic
def read_facts(
    *,
    person: Person,
    kinds: Collection[FactKind],
    reason: str,
    unit: Unit,
    by: Actor,
    at: datetime,
) -> dict[int, str]:
    """The values by kind. Whoever reads leaves a line: who, whom, which, why, when (PDP-10)."""
    require(may_read_guarded(by, person))
    facts = GuardedFact.objects.filter(person=person, kind__in=[kind.pk for kind in kinds])
    fields = ", ".join(kind.name for kind in kinds)
    record("guarded.read", on=person, by=by, unit=unit, at=at, fields=fields, reason=reason)
    return dict(facts.values_list("kind_id", "value"))
