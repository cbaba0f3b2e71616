"""The officer goes through what was read: fixes, keeps, corrects, and takes any of it back."""

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
from thidua.plans.edits import merged
from thidua.plans.noted import Noted, settled
from thidua.plans.settled_list import fixed_groups
from thidua.plans.understanding import Understood, understood
from vanban.reading.model import Span


@transaction.atomic
def take_fix(
    *,
    reading: Reading,
    key: str,
    typed: str | None = None,
    alike: bool = False,
    by: Actor,
    at: datetime,
) -> Reading:
    """Change the system's words at the place of a finding; the file stays as it is.

    The words are those the rule proposes, or `typed` ones; `alike` changes every place with the
    same words at once. Earlier fixes that are written over are replaced; corrections of fields
    stay.
    """
    reading = locked(reading)
    require(policies.may_handle(by, reading))
    now = understood(reading)
    chosen = _still_open(now, key)
    # From the last place to the first: what is changed behind a place does not move it.
    wanted = sorted(now.alike(chosen) if alike else [chosen], key=_start, reverse=True)
    rows, edits = list(reading.fixed_findings), list(now.edits)
    for noted in wanted:
        span, new = _change(noted, typed)
        edit, swallowed = merged(reading.data["text"], span, new, edits)
        edits = [edit, *(old for old in edits if old not in swallowed)]
        gone = {(old.start, old.end) for old in swallowed}
        fixed = settled(noted, who=by.user.get_username(), at=at)
        fixed |= {"span": [edit.start, edit.end], "text": edit.text, "new": new}
        rows = [*(row for row in rows if tuple(row["span"]) not in gone), fixed]
    reading.fixed_findings = rows
    reading.save(update_fields=["fixed_findings"])
    said: dict[str, Any] = {"rule": chosen.finding.rule, "places": len(wanted)}
    record("reading.fixed", on=reading, by=by, unit=reading.unit, at=at, **said)
    return reading


def _start(noted: Noted) -> int:
    return noted.finding.span[0] if noted.finding.span else 0


def _change(noted: Noted, typed: str | None) -> tuple[Span, str]:
    if typed is not None and noted.finding.span is not None:
        return noted.finding.span, typed
    if noted.finding.fix is None:
        raise DomainError(_("Chỗ này không có cách sửa sẵn; hãy gõ lại chữ đúng."))
    return noted.finding.fix.span, noted.finding.fix.text


def _still_open(now: Understood, key: str) -> Noted:
    noted = now.finding(key)
    if noted is None:
        raise DomainError(_("Chỗ này đã được xem rồi, hoặc không còn sau khi sửa chỗ khác."))
    return noted


@transaction.atomic
def keep_finding(
    *, reading: Reading, key: str, alike: bool = False, by: Actor, at: datetime
) -> Reading:
    """Leave a place, or all `alike`, as it is printed; kept with the name of who decided."""
    reading = locked(reading)
    require(policies.may_handle(by, reading))
    now = understood(reading)
    chosen = _still_open(now, key)
    who = by.user.get_username()
    kept = [settled(one, who=who, at=at) for one in (now.alike(chosen) if alike else [chosen])]
    reading.kept_findings = [*reading.kept_findings, *kept]
    reading.save(update_fields=["kept_findings"])
    said: dict[str, Any] = {"rule": chosen.finding.rule, "places": len(kept)}
    record("reading.kept", on=reading, by=by, unit=reading.unit, at=at, **said)
    return reading


@transaction.atomic
def undo(*, reading: Reading, key: str, alike: bool = False, by: Actor, at: datetime) -> Reading:
    """Take back a fix, with those `alike`, or a decision to keep."""
    reading = locked(reading)
    require(policies.may_handle(by, reading))
    groups = fixed_groups(reading.fixed_findings) if alike else []
    same = next((group for group in groups if any(row["key"] == key for row in group)), [])
    keys = {key, *(row["key"] for row in same)}
    fixed = [row for row in reading.fixed_findings if row["key"] not in keys]
    kept = [row for row in reading.kept_findings if row["key"] not in keys]
    if (fixed, kept) == (reading.fixed_findings, reading.kept_findings):
        raise DomainError(_("Chỗ này đã được hoàn tác rồi."))
    reading.fixed_findings, reading.kept_findings = fixed, kept
    reading.save(update_fields=["fixed_findings", "kept_findings"])
    record("reading.undone", on=reading, by=by, unit=reading.unit, at=at)
    return reading
