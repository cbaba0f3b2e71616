"""Carrying out a retention rule: by a person, with a deletion record (PDP-11)."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.seen import require_as_seen
from thidua.core.verdict import require
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.org.policies.people import may_keep_people
from thidua.oversight.actions.anonymising import propose
from thidua.oversight.models import (
    Afterwards,
    Deletion,
    ImportMending,
    RecordGroup,
    RetentionRule,
)
from thidua.oversight.personal_data.due import months_before
from thidua.oversight.policies.anonymising import may_propose
from thidua.oversight.queries.retention import rows_due

if TYPE_CHECKING:
    from django.db.models import Model, QuerySet

MOST_PROPOSED = 50
EMPTIED: dict[str, dict[str, Any]] = {
    RecordGroup.IMPORT_ROWS: {"typed": {}, "problems": [], "about": ""},
    RecordGroup.LETTERS: {"body": "", "to": ""},
}
"""Groups of which the row stays, for counting, and its content goes."""


@transaction.atomic
def carry_out(
    *,
    rule: RetentionRule,
    unit: Unit,
    note: str,
    seen: str | None = None,
    by: Actor,
    at: datetime,
) -> Deletion:
    """Erase, or propose to make nameless, what is due in `unit` now.

    `seen` is the mark of the page that said how much goes: what is erased never comes back.
    Raises `DomainError` where nothing is due, or where a person has to look at each case.
    """
    unit = Unit.objects.select_for_update(of=("self",)).get(pk=unit.pk)
    require(may_keep_people(by, unit))
    rows = rows_due(rule, unit, by.day)
    require_as_seen(seen, *shown_of(rule, rows.count()))
    if rule.then == Afterwards.REVIEW:
        raise DomainError(_("Nhóm này phải xem từng trường hợp, không xóa hàng loạt được."))
    if rule.then == Afterwards.ANONYMISE:
        count = _proposed(rows, rule, unit, by, at)
    else:
        count = _erased(rows, rule)
    if not count:
        raise DomainError(_("Hiện không có gì hết thời hạn giữ trong nhóm này."))
    deletion = Deletion.objects.create(
        rule=rule,
        unit=unit,
        then=rule.then,
        count=count,
        until=months_before(by.day, rule.months),
        note=note,
        done_by=by.user,
        done_at=at,
    )
    group = str(RecordGroup(rule.group).label)
    record("retention.done", on=deletion, by=by, unit=unit, at=at, count=count, group=group)
    return deletion


def shown_of(rule: RetentionRule, count: int) -> tuple[object, ...]:
    """What somebody agrees to who has looked at the page of a rule."""
    return rule.months, rule.then, count


def _erased(rows: "QuerySet[Any]", rule: RetentionRule) -> int:
    """Chosen anew by key: what is deleted or emptied must be a plain table."""
    model: type[Model] = rows.model
    found = model._default_manager.filter(pk__in=list(rows.values_list("pk", flat=True)))
    emptied = EMPTIED.get(rule.group)
    if emptied is not None:
        if rule.group == RecordGroup.IMPORT_ROWS:
            ImportMending.objects.filter(owner__rows__in=found).delete()
        count: int = found.update(**emptied)
        return count
    gone: dict[str, int] = found.delete()[1]
    return gone.get(model._meta.label, 0)


def _proposed(
    rows: "QuerySet[Any]", rule: RetentionRule, unit: Unit, by: Actor, at: datetime
) -> int:
    reason = _("Hết thời hạn giữ: %(group)s") % {"group": rule.get_group_display()}
    count = 0
    for person in rows[:MOST_PROPOSED]:
        if not may_propose(by, person, unit):
            continue
        propose(person=person, unit=unit, reason=reason, mentions=[], request=None, by=by, at=at)
        count += 1
    return count
