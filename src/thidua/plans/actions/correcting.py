"""The officer sets values right, adds what was missed, finds values right."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from thidua.audit.actions import record
from thidua.core.verdict import require
from thidua.documents.models import Reading
from thidua.org.actor import Actor
from thidua.plans import policies
from thidua.plans.actions.intake import locked
from thidua.plans.corrections import BLANKS, added_to, next_in, value_at
from thidua.plans.understanding import understood


@transaction.atomic
def confirm_field(*, reading: Reading, path: str, by: Actor, at: datetime) -> Reading:
    """The officer has looked at a value and finds it right as it was read."""
    reading = locked(reading)
    require(policies.may_handle(by, reading))
    if path in reading.confirmed:
        return reading
    reading.confirmed = [*reading.confirmed, path]
    reading.save(update_fields=["confirmed"])
    record("reading.confirmed", on=reading, by=by, unit=reading.unit, at=at, field=path)
    return reading


@transaction.atomic
def add_to_reading(
    *, reading: Reading, part: str, values: Mapping[str, Any], by: Actor, at: datetime
) -> Reading:
    """Add a phase, target or duty that the reader did not find; `values` by their names.

    The same once more is a second press and changes nothing.
    """
    reading = locked(reading)
    require(policies.may_handle(by, reading))
    typed = {name: value for name, value in values.items() if value is not None}
    known = reading.corrections
    for path in added_to(part, known):
        names = (name for name in BLANKS[part] if f"{path}.{name}" in known)
        if {name: known[f"{path}.{name}"] for name in names} == typed:
            return reading
    path = next_in(part, known)
    reading.corrections = known | {f"{path}.{name}": value for name, value in typed.items()}
    reading.save(update_fields=["corrections"])
    record("reading.added", on=reading, by=by, unit=reading.unit, at=at, part=part)
    return reading


@transaction.atomic
def correct_fields(
    *, reading: Reading, values: Mapping[str, Any], by: Actor, at: datetime
) -> Reading:
    """Lay the officer's values over what was read; a value as read is no correction."""
    reading = locked(reading)
    require(policies.may_handle(by, reading))
    others = {path: old for path, old in reading.corrections.items() if path not in values}
    reading.corrections = others
    reading.taught = {path: old for path, old in reading.taught.items() if path not in values}
    read = understood(reading).as_json
    changed = {path: new for path, new in values.items() if value_at(read, path) != new}
    reading.corrections = others | changed
    reading.save(update_fields=["corrections", "taught"])
    record("reading.corrected", on=reading, by=by, unit=reading.unit, at=at, fields=[*changed])
    return reading
