"""The officer goes through what was read: fixes, keeps, corrects, and takes any of it back."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.documents.models import Reading
from thidua.org.actor import Actor
from thidua.plans import policies
from thidua.plans.actions.intake import locked
from thidua.plans.corrections import BLANKS, added_to, next_in, value_at
from thidua.plans.edits import merged
from thidua.plans.understanding import Noted, settled, understood
from vanban.reading.model import Span


@transaction.atomic
def take_fix(*, reading: Reading, key: str, typed: str | None, by: Actor, at: datetime) -> Reading:
    """Change the system's words at the place of a finding; the file stays as it is.

    The words are those the rule proposes, or `typed` ones. Earlier fixes that are written over
    are replaced; corrections of fields stay.
    """
    reading = locked(reading)
    require(policies.may_handle(by, reading))
    noted, span, new = _wanted(reading, key, typed)
    rows = reading.fixed_findings
    edit, swallowed = merged(reading.data["text"], span, new, understood(reading).edits)
    gone = {(old.start, old.end) for old in swallowed}
    kept_rows = [row for row in rows if tuple(row["span"]) not in gone]
    fixed = settled(noted, who=by.user.get_username(), at=at)
    fixed |= {"span": [edit.start, edit.end], "text": edit.text, "new": new}
    reading.fixed_findings = [*kept_rows, fixed]
    reading.save(update_fields=["fixed_findings"])
    record("reading.fixed", on=reading, by=by, unit=reading.unit, at=at, rule=noted.finding.rule)
    return reading


def _wanted(reading: Reading, key: str, typed: str | None) -> tuple[Noted, Span, str]:
    noted = _still_open(reading, key)
    if typed is not None and noted.finding.span is not None:
        return noted, noted.finding.span, typed
    if noted.finding.fix is None:
        raise DomainError(_("Chỗ này không có cách sửa sẵn; hãy gõ lại chữ đúng."))
    return noted, noted.finding.fix.span, noted.finding.fix.text


def _still_open(reading: Reading, key: str) -> Noted:
    noted = understood(reading).finding(key)
    if noted is None:
        raise DomainError(_("Chỗ này đã được xem rồi, hoặc không còn sau khi sửa chỗ khác."))
    return noted


@transaction.atomic
def keep_finding(*, reading: Reading, key: str, by: Actor, at: datetime) -> Reading:
    """Leave a place as it is printed; the finding is kept with the name of who decided."""
    reading = locked(reading)
    require(policies.may_handle(by, reading))
    noted = _still_open(reading, key)
    kept = settled(noted, who=by.user.get_username(), at=at)
    reading.kept_findings = [*reading.kept_findings, kept]
    reading.save(update_fields=["kept_findings"])
    record("reading.kept", on=reading, by=by, unit=reading.unit, at=at, rule=noted.finding.rule)
    return reading


@transaction.atomic
def undo(*, reading: Reading, key: str, by: Actor, at: datetime) -> Reading:
    """Take back a fix or a decision to keep."""
    reading = locked(reading)
    require(policies.may_handle(by, reading))
    fixed = [row for row in reading.fixed_findings if row["key"] != key]
    kept = [row for row in reading.kept_findings if row["key"] != key]
    if (fixed, kept) == (reading.fixed_findings, reading.kept_findings):
        raise DomainError(_("Chỗ này đã được hoàn tác rồi."))
    reading.fixed_findings, reading.kept_findings = fixed, kept
    reading.save(update_fields=["fixed_findings", "kept_findings"])
    record("reading.undone", on=reading, by=by, unit=reading.unit, at=at)
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
    read = understood(reading).as_json
    changed = {path: new for path, new in values.items() if value_at(read, path) != new}
    reading.corrections = others | changed
    reading.save(update_fields=["corrections"])
    record("reading.corrected", on=reading, by=by, unit=reading.unit, at=at, fields=[*changed])
    return reading
