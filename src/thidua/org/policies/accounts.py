"""Who hands out accounts, resets and locks them; never one's own, never those of superiors."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from thidua.core.verdict import ALLOWED, Verdict, not_now
from thidua.org.actor import Actor
from thidua.org.models import Post, Unit, User
from thidua.org.rights import Right, Signing


def may_look_at_accounts(actor: Actor) -> Verdict:
    """Anybody with a post that hands out accounts; which ones, the list itself says."""
    if actor.holding(Right.ACCOUNT_GIVE) or actor.holding(Right.UNIT_MANAGE):
        return ALLOWED
    return Verdict(_("Chỉ người được giao cấp tài khoản mở được trang này."))


def may_give_accounts(actor: Actor, unit: Unit) -> Verdict:
    """In the unit or above it; whether for a certain post, `may_give_account` says."""
    managing = actor.can(Right.UNIT_MANAGE, unit) or actor.can_from_above(Right.UNIT_MANAGE, unit)
    giving = actor.can(Right.ACCOUNT_GIVE, unit) or actor.can_from_above(Right.ACCOUNT_GIVE, unit)
    if not (managing or giving):
        return Verdict(
            _("Chỉ người được giao cấp tài khoản cho %(unit)s làm được việc này.") % {"unit": unit}
        )
    return ALLOWED


def may_give_account(actor: Actor, post: Post) -> Verdict:
    """The superior, the keeper, or somebody of the same unit who can do all that the post can.

    Whoever resets an account could use it: a deputy does not come by the chair's right to sign.
    """
    unit = post.unit
    if actor.can(Right.UNIT_MANAGE, unit):
        return ALLOWED
    if any(actor.can_from_above(one, unit) for one in (Right.ACCOUNT_GIVE, Right.UNIT_MANAGE)):
        return ALLOWED
    if not actor.can(Right.ACCOUNT_GIVE, unit):
        return may_give_accounts(actor, unit)
    if not _covers(actor, post):
        return Verdict(
            _(
                "%(post)s có quyền mà chức vụ của bạn không có, nên tài khoản này phải do công "
                "đoàn cấp trên hoặc người quản trị cấp."
            )
            % {"post": post.kind.name}
        )
    return ALLOWED


def _covers(actor: Actor, post: Post) -> bool:
    own = [held for held in actor.posts if held.unit_id == post.unit_id and not held.by_right_of]
    rights = frozenset[Right]().union(*(held.rights for held in own))
    heads = any(held.signs_as == Signing.HEAD for held in own)
    return post.kind.grants() <= rights and (post.kind.signs_as != Signing.HEAD or heads)


def may_keep_account(actor: Actor, user: User, posts: Iterable[Post]) -> Verdict:
    """Reset, lock and unlock: every post its person holds must be theirs to give an account for.

    Somebody who also holds a post higher up is nobody's inferior in one unit below. `posts` are
    those in force, or the last ones of somebody who holds none any more.
    """
    held = list(posts)
    if user.pk == actor.user.pk:
        return not_now(
            _(
                "Đây là tài khoản của chính bạn. Muốn đổi mật khẩu thì mở Tài khoản của tôi; "
                "muốn đặt lại hoặc khóa thì nhờ người khác làm."
            )
        )
    if not held:
        return Verdict(_("Tài khoản này không gắn với chức vụ nào thuộc phần việc của bạn."))
    for post in held:
        verdict = may_give_account(actor, post)
        if not verdict:
            return verdict
    return ALLOWED
