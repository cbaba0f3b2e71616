"""Locking an account, unlocking it, and letting in who typed the wrong password too often."""

from datetime import datetime

from axes.utils import reset
from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.dated import in_force
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.org.actions.devices import end_all
from thidua.org.actor import Actor
from thidua.org.models import Post, PostKind, Slip, User
from thidua.org.policies import accounts as policies
from thidua.org.queries import accounts as queries
from thidua.org.rights import Right


@transaction.atomic
def lock_account(*, user: User, reason: str, by: Actor, at: datetime) -> User:
    """Nobody signs in with it any more, its sessions end, its slip is void; nothing is deleted."""
    keepers = _locked_keepers(by)
    user, posts = _kept(user, by)
    if not user.is_active:
        raise DomainError(_("Tài khoản này đã khóa từ trước."))
    _require_another_keeper(user, keepers)
    user.is_active = False
    user.save(update_fields=["is_active"])
    end_all(user, at)
    Slip.objects.filter(queries.OPEN, user=user).update(void_at=at)
    record(
        "account.locked", on=user, by=by, unit=posts[0].unit, at=at, person=str(user), reason=reason
    )
    return user


@transaction.atomic
def unlock_account(*, user: User, by: Actor, at: datetime) -> None:
    """Its password of before works again."""
    user, posts = _kept(user, by)
    if user.is_active:
        raise DomainError(_("Tài khoản này không khóa."))
    user.is_active = True
    user.save(update_fields=["is_active"])
    record("account.unlocked", on=user, by=by, unit=posts[0].unit, at=at, person=str(user))


@transaction.atomic
def let_in_again(*, user: User, by: Actor, at: datetime) -> None:
    """Forget the wrong passwords that were typed, so that the person need not wait."""
    user, posts = _kept(user, by)
    reset(username=user.username)
    record("account.let_in", on=user, by=by, unit=posts[0].unit, at=at, person=str(user))


def _kept(user: User, by: Actor) -> tuple[User, list[Post]]:
    """The account under its lock, judged."""
    user = User.objects.select_for_update(of=("self",)).select_related("person").get(pk=user.pk)
    posts = queries.posts_behind(user, by)
    require(policies.may_keep_account(by, user, posts))
    return user, posts


def _locked_keepers(by: Actor) -> set[int]:
    """The accounts that keep the organisation and work, each under its lock.

    All are locked, in one order, before any other row: two keepers who lock each other come one
    after the other, and the second is refused.
    """
    kinds = [kind.pk for kind in PostKind.objects.all() if Right.UNIT_MANAGE in kind.grants()]
    held = Post.objects.filter(in_force(by.day), kind__in=kinds)
    keepers = User.objects.select_for_update(of=("self",)).filter(
        is_active=True, person__in=held.values("person")
    )
    return {keeper.pk for keeper in keepers.order_by("pk")}


def _require_another_keeper(user: User, keepers: set[int]) -> None:
    if keepers == {user.pk}:
        raise DomainError(
            _(
                "Đây là tài khoản quản trị duy nhất còn dùng được. Hãy giao quyền quản trị cho "
                "người khác trước, nếu không thì không ai quản trị được hệ thống."
            )
        )
