"""Who asks that somebody's second factor be taken away, and who, being another one, confirms."""

from collections.abc import Iterable
from datetime import timedelta

from django.utils.translation import gettext as _

from thidua.core.verdict import ALLOWED, Verdict, not_now
from thidua.org.actor import Actor
from thidua.org.models import FactorRecovery, Identity, Post, Slip, User
from thidua.org.policies.accounts import may_give_accounts, may_keep_account

HANDED_LATELY = timedelta(days=14)
"""As long as a slip is good: whose password was taken away notices within it."""


def may_ask_recovery(actor: Actor, user: User, posts: Iterable[Post]) -> Verdict:
    """Anybody who hands out accounts in the unit or above: asking alone opens nothing."""
    if user.pk == actor.user.pk:
        return not_now(
            _("Không ai được tự đề nghị cho mình. Hãy nhờ một cán bộ khác đề nghị giúp.")
        )
    refused = Verdict(_("Tài khoản này không gắn với chức vụ nào thuộc phần việc của bạn."))
    for post in posts:
        refused = may_give_accounts(actor, post.unit)
        if refused:
            return ALLOWED
    return refused


def may_decide_recovery(actor: Actor, recovery: FactorRecovery, posts: Iterable[Post]) -> Verdict:
    """Somebody who may reset the account, and did not ask.

    In a union with one officer that is the superior, who may reset every account below.
    """
    allowed = may_keep_account(actor, recovery.user, posts)
    if not allowed:
        return allowed
    if recovery.asked_by_id == actor.user.pk:
        return not_now(
            _(
                "Bạn là người đề nghị nên phải để người khác xác nhận: một cán bộ nữa được cấp tài "
                "khoản của đơn vị, công đoàn cấp trên hoặc người quản trị."
            )
        )
    if recovery.confirmed is not None:
        return not_now(_("Đề nghị này đã được giải quyết."))
    if _in_the_hands_of(recovery, actor.user):
        return not_now(
            _(
                "%(asker)s vừa lập phiếu hoặc liên kết đăng nhập cho tài khoản của bạn, nên hai "
                "tài khoản này chưa tính là hai người. Hãy nhờ một cán bộ khác xác nhận."
            )
            % {"asker": recovery.asked_by}
        )
    return ALLOWED


def _in_the_hands_of(recovery: FactorRecovery, second: User) -> bool:
    """Whether who asked could have come in as the second officer: then two accounts are one."""
    since = recovery.asked_at - HANDED_LATELY
    asker = recovery.asked_by_id
    slips = Slip.objects.filter(user=second, batch__made_by=asker, batch__made_at__gte=since)
    return slips.exists() or Identity.objects.filter(user=second, linked_by=asker).exists()
