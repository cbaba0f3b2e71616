"""Letting somebody in again who lost the phone and the paper: two officers, never one."""

from datetime import datetime

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import transaction
from django.utils.crypto import get_random_string
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.org.actions.devices import end_all
from thidua.org.actions.slips import reset_account
from thidua.org.actor import Actor
from thidua.org.models import FactorRecovery, SlipBatch, User
from thidua.org.policies.recovering import may_ask_recovery, may_decide_recovery
from thidua.org.queries.accounts import posts_behind
from thidua.org.seats import seat_of
from thidua.org.second_factor.held import has_factor


@transaction.atomic
def ask_recovery(*, user: User, reason: str, by: Actor, at: datetime) -> FactorRecovery:
    """The first officer says for whom and why; nothing changes until a second one confirms."""
    user = User.objects.select_for_update(of=("self",)).select_related("person").get(pk=user.pk)
    posts = posts_behind(user, by)
    require(may_ask_recovery(by, user, posts))
    if not has_factor(user):
        raise DomainError(
            _("%(person)s chưa bật xác thực hai lớp. Quên mật khẩu thì đặt lại tài khoản.")
            % {"person": user}
        )
    if FactorRecovery.objects.filter(user=user, confirmed=None).exists():
        raise DomainError(_("Đã có một đề nghị đang chờ người thứ hai xác nhận."))
    recovery = FactorRecovery.objects.create(
        user=user, unit=posts[0].unit, reason=reason, asked_by=by.user, asked_at=at
    )
    record(
        "recovery.asked",
        on=recovery,
        by=by,
        unit=recovery.unit,
        at=at,
        person=str(user),
        reason=reason,
    )
    _tell_owner(recovery, at)
    return recovery


@transaction.atomic
def confirm_recovery(*, recovery: FactorRecovery, by: Actor, at: datetime) -> SlipBatch:
    """The second officer has made sure who it is: factors and password go, a new slip is printed.

    Every session of the account ends. A second press finds the request decided.
    """
    recovery = _locked(recovery)
    user = recovery.user
    require(may_decide_recovery(by, recovery, posts_behind(user, by)))
    batch = reset_account(
        user=user, reason=recovery.reason, once=get_random_string(22), by=by, at=at
    )
    Authenticator.objects.filter(user=user).delete()
    _tell_owner(_decide(recovery, by, at, confirmed=True), at)
    return batch


@transaction.atomic
def decline_recovery(*, recovery: FactorRecovery, by: Actor, at: datetime) -> FactorRecovery:
    """Whoever could confirm, who asked, or the owner says no: the account stays as it is."""
    recovery = _locked(recovery)
    if by.user.pk not in {recovery.asked_by_id, recovery.user_id}:
        require(may_decide_recovery(by, recovery, posts_behind(recovery.user, by)))
    if recovery.confirmed is not None:
        raise DomainError(_("Đề nghị này đã được giải quyết."))
    return _decide(recovery, by, at, confirmed=False)


@transaction.atomic
def remove_on_the_server(*, user: User, reason: str, at: datetime) -> bool:
    """For whoever runs the machine, when no two officers are left: whether there was a factor.

    The password stays; without it the account remains closed.
    """
    user = User.objects.select_for_update(of=("self",)).get(pk=user.pk)
    removed = Authenticator.objects.filter(user=user).delete()[0]
    if not removed:
        return False
    end_all(user, at)
    by = Actor.of(user, at.date())
    record(
        "recovery.on_the_server",
        on=user,
        by=by,
        unit=seat_of(by),
        at=at,
        person=str(user),
        reason=reason,
    )
    return True


def _decide(
    recovery: FactorRecovery, by: Actor, at: datetime, *, confirmed: bool
) -> FactorRecovery:
    recovery.confirmed = confirmed
    recovery.decided_by = by.user
    recovery.decided_at = at
    recovery.save(update_fields=["confirmed", "decided_by", "decided_at"])
    stopped = by.user.pk == recovery.user_id
    refused = "recovery.stopped" if stopped else "recovery.declined"
    event = "recovery.confirmed" if confirmed else refused
    record(event, on=recovery, by=by, unit=recovery.unit, at=at, person=str(recovery.user))
    return recovery


def _tell_owner(recovery: FactorRecovery, at: datetime) -> None:
    """Whoever did not ask for it can stop it. The room that tells people lies above this one."""
    import_string(settings.RECOVERY_TOLD)(recovery, at)


def _locked(recovery: FactorRecovery) -> FactorRecovery:
    rows = FactorRecovery.objects.select_for_update(of=("self",))
    return rows.select_related("user__person", "unit", "asked_by").get(pk=recovery.pk)
