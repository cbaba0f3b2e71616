"""Sparing somebody an obligatory second factor for some time: two officers and a last day."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.org.actor import Actor
from thidua.org.models import FactorWaiver, User
from thidua.org.policies.recovering import may_ask_recovery
from thidua.org.policies.waiving import may_decide_waiver, may_end_waiver
from thidua.org.queries.accounts import posts_behind
from thidua.org.second_factor.demand import demand_of
from thidua.org.second_factor.held import has_factor

MOST_DAYS = 90


@transaction.atomic
def ask_waiver(*, user: User, reason: str, until: date, by: Actor, at: datetime) -> FactorWaiver:
    """The first officer says for whom, why and until when; nothing changes yet."""
    user = User.objects.select_for_update(of=("self",)).select_related("person").get(pk=user.pk)
    posts = posts_behind(user, by)
    require(may_ask_recovery(by, user, posts))
    _require_needed(user, by.day)
    _require_days(until, by.day)
    if FactorWaiver.objects.filter(user=user, confirmed=None).exists():
        raise DomainError(_("Đã có một đề nghị đang chờ người thứ hai xác nhận."))
    waiver = FactorWaiver.objects.create(
        user=user, unit=posts[0].unit, reason=reason, until=until, asked_by=by.user, asked_at=at
    )
    _tell("waiver.asked", waiver, by, at)
    return waiver


def _require_needed(user: User, day: date) -> None:
    if has_factor(user):
        raise DomainError(
            _("%(person)s đã bật xác thực hai lớp nên không phải miễn.") % {"person": user}
        )
    demand = demand_of(Actor.of(user, day))
    if demand is None or not demand.obligatory:
        raise DomainError(
            _("Chức vụ của %(person)s không bắt buộc xác thực hai lớp nên không phải miễn.")
            % {"person": user}
        )


def _require_days(until: date, day: date) -> None:
    if until < day:
        raise DomainError(_("Ngày cuối cùng được miễn đã qua. Hãy xem lại ngày."))
    if until > day + timedelta(days=MOST_DAYS):
        raise DomainError(
            _("Mỗi lần miễn nhiều nhất %(most)s ngày. Còn cần thì lập đề nghị mới khi sắp hết.")
            % {"most": MOST_DAYS}
        )


@transaction.atomic
def decide_waiver(*, waiver: FactorWaiver, granted: bool, by: Actor, at: datetime) -> FactorWaiver:
    """The second officer grants or declines; who asked may withdraw, never grant."""
    waiver = _locked(waiver)
    withdrawn = not granted and waiver.asked_by_id == by.user.pk
    if not withdrawn:
        require(may_decide_waiver(by, waiver, posts_behind(waiver.user, by)))
    if waiver.confirmed is not None:
        raise DomainError(_("Đề nghị này đã được giải quyết."))
    if granted:
        _require_days(waiver.until, by.day)
    waiver.confirmed, waiver.decided_by, waiver.decided_at = granted, by.user, at
    waiver.save(update_fields=["confirmed", "decided_by", "decided_at"])
    _tell("waiver.granted" if granted else "waiver.declined", waiver, by, at)
    return waiver


@transaction.atomic
def end_waiver(*, waiver: FactorWaiver, by: Actor, at: datetime) -> FactorWaiver:
    """Before its last day: from the next sign-in the second factor is asked for again."""
    waiver = _locked(waiver)
    require(may_end_waiver(by, waiver, posts_behind(waiver.user, by)))
    waiver.ended_by, waiver.ended_at = by.user, at
    waiver.save(update_fields=["ended_by", "ended_at"])
    _tell("waiver.ended", waiver, by, at)
    return waiver


def _tell(event: str, waiver: FactorWaiver, by: Actor, at: datetime) -> None:
    record(
        event,
        on=waiver,
        by=by,
        unit=waiver.unit,
        at=at,
        person=str(waiver.user),
        until=f"{waiver.until:%d/%m/%Y}",
        reason=waiver.reason,
    )


def _locked(waiver: FactorWaiver) -> FactorWaiver:
    rows = FactorWaiver.objects.select_for_update(of=("self",))
    return rows.select_related("user__person", "unit", "asked_by").get(pk=waiver.pk)
