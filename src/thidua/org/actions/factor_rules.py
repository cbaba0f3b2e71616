"""Saying who must have a second factor: dated rows, the past stays readable."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.org.actor import Actor
from thidua.org.models import FactorRule, Unit
from thidua.org.policies.units import may_keep_catalogues

MOST_DAYS = 90


@transaction.atomic
def set_factor_rule(*, rule: FactorRule, by: Actor, at: datetime) -> FactorRule:
    """From today this rule holds; the one for the same people until now ends."""
    require(may_keep_catalogues(by))
    if rule.grace_days > MOST_DAYS:
        raise DomainError(
            _("Được hoãn nhiều nhất %(most)s ngày. Hãy ghi số nhỏ hơn.") % {"most": MOST_DAYS}
        )
    top = _top()
    same = _open_rules().filter(subject=rule.subject, scope=rule.scope)
    _end(same.filter(from_members=rule.from_members), by.day)
    rule.starts_on = by.day
    rule.ends_on = None
    rule.save(force_insert=True)
    _tell("factor_rule.set", rule, top, by, at)
    return rule


@transaction.atomic
def end_factor_rule(*, rule: FactorRule, by: Actor, at: datetime) -> None:
    """From today nothing is asked by this rule."""
    require(may_keep_catalogues(by))
    found = _open_rules().filter(pk=rule.pk)
    if not found:
        raise DomainError(_("Quy định này đã hết hiệu lực."))
    _tell("factor_rule.ended", rule, _top(), by, at)
    _end(found, by.day)


def _open_rules() -> QuerySet[FactorRule]:
    return FactorRule.objects.select_for_update().filter(ends_on=None)


def _end(rules: QuerySet[FactorRule], day: date) -> None:
    """What began today never was in force."""
    rules.filter(starts_on__gte=day).delete()
    rules.update(ends_on=day)


def _tell(event: str, rule: FactorRule, top: Unit, by: Actor, at: datetime) -> None:
    how = _("bắt buộc") if rule.obligatory else _("khuyến nghị")
    record(event, on=rule, by=by, unit=top, at=at, what=str(rule), how=how)


def _top() -> Unit:
    """Under its lock: two keepers who change rules come one after the other."""
    return Unit.objects.select_for_update(of=("self",)).earliest("pk")
