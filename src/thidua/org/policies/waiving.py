"""Who grants that somebody may do without a second factor for some time, and who ends it."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from thidua.core.verdict import ALLOWED, Verdict, not_now
from thidua.org.actor import Actor
from thidua.org.models import FactorWaiver, Post
from thidua.org.policies.accounts import may_keep_account


def may_decide_waiver(actor: Actor, waiver: FactorWaiver, posts: Iterable[Post]) -> Verdict:
    """Somebody who may reset the account, and did not ask."""
    allowed = may_keep_account(actor, waiver.user, posts)
    if not allowed:
        return allowed
    if waiver.asked_by_id == actor.user.pk:
        return not_now(
            _(
                "Bạn là người đề nghị nên phải để người khác duyệt: một cán bộ nữa được cấp tài "
                "khoản của đơn vị, công đoàn cấp trên hoặc người quản trị."
            )
        )
    if waiver.confirmed is not None:
        return not_now(_("Đề nghị này đã được giải quyết."))
    return ALLOWED


def may_end_waiver(actor: Actor, waiver: FactorWaiver, posts: Iterable[Post]) -> Verdict:
    """Anybody who could grant it: taking it back needs no second officer."""
    allowed = may_keep_account(actor, waiver.user, posts)
    if not allowed:
        return allowed
    if not waiver.holds_on(actor.day):
        return not_now(_("Lần miễn này không còn hiệu lực."))
    return ALLOWED
