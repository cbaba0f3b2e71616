"""Linking an account elsewhere to an account here, by its subject; taking the link away."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.org.actor import Actor
from thidua.org.models import Identity, User
from thidua.org.oidc.providers import label_of
from thidua.org.policies.identities import may_link
from thidua.org.queries.accounts import posts_behind
from thidua.org.seats import seat_of


@transaction.atomic
def link_identity(*, user: User, issuer: str, subject: str, by: Actor, at: datetime) -> Identity:
    """From now on that subject of that issuer opens the account of `user`.

    The person does it for themselves after having signed in on both sides; a superior does it with
    the subject that the issuer's keeper has told.
    """
    user = User.objects.select_for_update(of=("self",)).select_related("person").get(pk=user.pk)
    require(may_link(by, user, posts_behind(user, by)))
    label = label_of(issuer)
    if Identity.objects.filter(user=user, issuer=issuer).exists():
        raise DomainError(
            _("Tài khoản này đã liên kết với %(label)s. Gỡ liên kết cũ trước.") % {"label": label}
        )
    try:
        with transaction.atomic():
            identity = Identity.objects.create(
                user=user, issuer=issuer, subject=subject, linked_by=by.user, linked_at=at
            )
    except IntegrityError as error:
        raise DomainError(
            _("Tài khoản %(label)s này đã liên kết với một người khác.") % {"label": label}
        ) from error
    _told("identity.linked", identity, by, at)
    return identity


@transaction.atomic
def unlink_identity(*, identity: Identity, by: Actor, at: datetime) -> None:
    """It opens nothing any more. Nobody takes their own only way in away."""
    # The account, as in linking: two links that go at once would each count on the other.
    owners = User.objects.select_for_update(of=("self",)).select_related("person")
    owner = owners.get(pk=identity.user_id)
    identity = Identity.objects.select_related("user__person").get(pk=identity.pk)
    require(may_link(by, owner, posts_behind(owner, by)))
    has_others = owner.has_usable_password() or owner.identities.exclude(pk=identity.pk).exists()
    if owner.pk == by.user.pk and not has_others:
        raise DomainError(
            _("Đây là cách duy nhất để bạn đăng nhập. Đặt mật khẩu trước, rồi gỡ liên kết.")
        )
    _told("identity.unlinked", identity, by, at)
    identity.delete()


def used(identity: Identity, at: datetime) -> None:
    """Somebody came in by it."""
    Identity.objects.filter(pk=identity.pk).update(used_at=at)


def _told(event: str, identity: Identity, by: Actor, at: datetime) -> None:
    record(
        event,
        on=identity.user,
        by=by,
        unit=seat_of(by),
        at=at,
        person=str(identity.user),
        label=label_of(identity.issuer),
    )
