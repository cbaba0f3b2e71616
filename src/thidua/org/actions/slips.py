"""Accounts on paper: given with a slip, reset with a slip and a reason."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.org.actions.devices import end_all
from thidua.org.actor import Actor
from thidua.org.codes import digest_of, last_moment, new_code
from thidua.org.kept_codes import keep_codes
from thidua.org.models import Person, Post, Slip, SlipBatch, Unit, User
from thidua.org.policies import accounts as policies
from thidua.org.queries import accounts as queries

DAYS = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """An account for the holder of a post, under this name; one that exists keeps its own."""

    post: Post
    username: str


@transaction.atomic
def hand_out(*, wanted: Sequence[Wanted], once: str, by: Actor, at: datetime) -> SlipBatch:
    """Give accounts to holders of posts and print their slips; all or none.

    Who has an account that was never used gets a new slip, and the old one is void. A second press
    on the same page answers with the first batch. The codes can be printed for some minutes
    (`kept_codes`).
    """
    for one in wanted:
        require(policies.may_give_account(by, one.post))
    batch, fresh = _batch([one.post for one in wanted], once, by, at)
    if not fresh:
        return batch
    persons = _locked([one.post.person_id for one in wanted])
    users = [_account(persons[one.post.person_id], one, by, at) for one in wanted]
    pairs = {user.pk: (user, one.post.unit) for user, one in zip(users, wanted, strict=True)}
    _print(batch, list(pairs.values()), "", by, at)
    return batch


@transaction.atomic
def reset_account(*, user: User, reason: str, once: str, by: Actor, at: datetime) -> SlipBatch:
    """Take the password away, end every session, and print a slip to choose a new one."""
    user = _locked_user(user)
    posts = queries.posts_behind(user, by)
    require(policies.may_keep_account(by, user, posts))
    batch, fresh = _batch(posts, once, by, at)
    if not fresh:
        return _batch_of(batch, user)
    user.set_unusable_password()
    user.save(update_fields=["password"])
    end_all(user, at)
    _print(batch, [(user, posts[0].unit)], reason, by, at)
    record(
        "account.reset",
        on=user,
        by=by,
        unit=posts[0].unit,
        at=at,
        person=str(user),
        reason=reason,
    )
    return batch


def _batch(posts: Sequence[Post], once: str, by: Actor, at: datetime) -> tuple[SlipBatch, bool]:
    unit = queries.issuing_unit(by, posts)
    batch, fresh = SlipBatch.objects.get_or_create(
        once=once, defaults={"unit": unit, "made_by": by.user, "made_at": at}
    )
    if not fresh and batch.made_by_id != by.user.pk:
        raise _stale()
    return batch, fresh


def _batch_of(batch: SlipBatch, user: User) -> SlipBatch:
    """The slip of the first press; a page that was of another account resets nothing."""
    if not batch.slips.filter(user=user).exists():
        raise _stale()
    return batch


def _stale() -> DomainError:
    return DomainError(_("Trang này đã cũ. Hãy mở lại danh sách rồi chọn lại."))


def _locked(keys: Sequence[int]) -> dict[int, Person]:
    """Two officers who give the same person an account come one after the other."""
    persons = Person.objects.select_for_update().filter(pk__in=keys).order_by("pk")
    return {person.pk: person for person in persons}


def _locked_user(user: User) -> User:
    return User.objects.select_for_update(of=("self",)).select_related("person").get(pk=user.pk)


def _account(person: Person, one: Wanted, by: Actor, at: datetime) -> User:
    known = User.objects.filter(person=person).first()
    if known is None:
        return _created(person, one, by, at)
    if known.last_login is not None or not known.is_active:
        raise DomainError(
            _(
                "%(person)s đã có tài khoản %(username)s. Quên mật khẩu thì mở trang của tài "
                "khoản ấy để đặt lại, có ghi lý do."
            )
            % {"person": person, "username": known.username}
        )
    return known


def _created(person: Person, one: Wanted, by: Actor, at: datetime) -> User:
    try:
        with transaction.atomic():
            user = User.objects.create(
                username=one.username,
                password=make_password(None),
                person=person,
                email=person.email,
            )
    except IntegrityError as error:
        raise DomainError(
            _("Tên đăng nhập %(name)s đã có người dùng. Hãy đặt tên khác.") % {"name": one.username}
        ) from error
    record("account.given", on=user, by=by, unit=one.post.unit, at=at, username=user.username)
    return user


def _print(
    batch: SlipBatch, users: Sequence[tuple[User, Unit]], reason: str, by: Actor, at: datetime
) -> None:
    """New slips; the open ones of these accounts are void from now on."""
    old = Slip.objects.filter(queries.OPEN, user__in=[user.pk for user, _unit in users])
    old.update(void_at=at)
    codes = [new_code() for _one in users]
    slips = Slip.objects.bulk_create(
        Slip(
            batch=batch,
            user=user,
            unit=unit,
            digest=digest_of("slip", user.pk, code),
            reason=reason,
            expires_at=last_moment(at, DAYS),
        )
        for (user, unit), code in zip(users, codes, strict=True)
    )
    keep_codes(
        "slip", batch.pk, by.user.pk, dict(zip([slip.pk for slip in slips], codes, strict=True))
    )
    for unit, count in Counter(unit for _user, unit in users).items():
        record("slips.printed", on=batch, by=by, unit=unit, at=at, count=count)
