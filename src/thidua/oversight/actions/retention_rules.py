"""Changing how long records are kept: from a day on, for the whole installation."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from thidua.audit.actions import record
from thidua.audit.plain import differences
from thidua.core.verdict import require
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.org.policies.guarded import may_keep_kinds
from thidua.oversight.models import RetentionRule


@transaction.atomic
def change_rule(
    *, rule: RetentionRule, facts: Mapping[str, Any], unit: Unit, by: Actor, at: datetime
) -> RetentionRule:
    """A new row from today on; the old one ends. One that began today is mended in place."""
    rule = RetentionRule.objects.select_for_update().get(pk=rule.pk)
    require(may_keep_kinds(by))
    changes = differences(rule, facts)
    if rule.starts_on < by.day:
        rule.ends_on = by.day
        rule.save(update_fields=["ends_on"])
        rule = RetentionRule(group=rule.group, starts_on=by.day)
    for name, value in facts.items():
        setattr(rule, name, value)
    rule.save()
    record("retention_rule.changed", on=rule, by=by, unit=unit, at=at, changes=changes)
    return rule
