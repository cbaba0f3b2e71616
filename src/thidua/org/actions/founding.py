"""The beginning: an installation, its units, posts, headcounts and accounts, one by one."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.audit.plain import differences
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.org import policies
from thidua.org.actor import Actor
from thidua.org.models import (
    Headcount,
    Person,
    Placement,
    Post,
    PostKind,
    Unit,
    UnitKind,
    UnitName,
    User,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """How a unit is called and how it signs (see `UnitName`)."""

    name: str
    short_name: str
    symbol: str
    place: str
    body: str


@transaction.atomic
def found_installation(
    *, kind: UnitKind, naming: Naming, keeper: PostKind, username: str, on: date, at: datetime
) -> Actor:
    """Begin an empty installation: its topmost unit and the account that keeps it.

    Raises `DomainError` when there is already a unit: an installation begins once.
    """
    if Unit.objects.exists():
        raise DomainError(_("Hệ thống đã được thiết lập, không thể thiết lập lại từ đầu."))
    unit = _placed(kind, naming, "/", on)
    person = Person.objects.create(name=_("Cán bộ quản trị hệ thống"))
    Post.objects.create(person=person, unit=unit, kind=keeper, starts_on=on)
    user = User.objects.create(username=username, person=person)
    actor = Actor.of(user, on)
    record("installation.founded", on=unit, by=actor, unit=unit, at=at)
    return actor


@transaction.atomic
def establish_unit(
    *, under: Unit, kind: UnitKind, naming: Naming, on: date, by: Actor, at: datetime
) -> Unit:
    """Add a unit below `under`, in force from `on`."""
    require(policies.may_manage(by, under))
    unit = _placed(kind, naming, under.path_on(on), on)
    record("unit.established", on=unit, by=by, unit=unit, at=at, name=naming.name)
    return unit


def _placed(kind: UnitKind, naming: Naming, above: str, on: date) -> Unit:
    unit = Unit.objects.create(kind=kind, name=naming.name)
    UnitName.objects.create(
        unit=unit,
        kind=kind,
        name=naming.name,
        short_name=naming.short_name,
        symbol=naming.symbol,
        place=naming.place,
        body=naming.body,
        starts_on=on,
    )
    Placement.objects.create(unit=unit, path=f"{above}{unit.key}/", starts_on=on)
    return unit


@transaction.atomic
def appoint(
    *, person: Person, unit: Unit, kind: PostKind, on: date, basis: str, by: Actor, at: datetime
) -> Post:
    """Give `person` a post in `unit` from `on`."""
    require(policies.may_manage(by, unit))
    post = Post.objects.create(person=person, unit=unit, kind=kind, starts_on=on, basis=basis)
    record("post.begun", on=post, by=by, unit=unit, at=at, person=person.name, kind=kind.code)
    return post


@transaction.atomic
def end_post(*, post: Post, on: date, by: Actor, at: datetime) -> Post:
    """End a post: from `on` it gives no right and signs nothing."""
    post = Post.objects.select_for_update(of=("self",)).select_related("unit").get(pk=post.pk)
    require(policies.may_manage(by, post.unit))
    if post.ends_on is not None:
        raise DomainError(_("Chức vụ này đã thôi giữ từ trước."))
    post.ends_on = on
    post.save(update_fields=["ends_on"])
    record("post.ended", on=post, by=by, unit=post.unit, at=at, ended_on=on.isoformat())
    return post


@transaction.atomic
def count_heads(
    *, unit: Unit, on: date, members: int, women: int | None, by: Actor, at: datetime
) -> Headcount:
    """Say how many members `unit` had on that day; a later word on the same day replaces it."""
    require(policies.may_manage(by, unit))
    known = Headcount.objects.select_for_update().filter(unit=unit, on=on).first()
    changes = differences(known, {"members": members, "women": women}) if known else {}
    count, _created = Headcount.objects.update_or_create(
        unit=unit, on=on, defaults={"members": members, "women": women}
    )
    record("headcount.given", on=count, by=by, unit=unit, at=at, changes=changes, members=members)
    return count


@transaction.atomic
def give_account(
    *, person: Person, username: str, password_hash: str, unit: Unit, by: Actor, at: datetime
) -> User:
    """Let a person sign in. What the account may do follows from the person's posts."""
    require(policies.may_manage(by, unit))
    user = User.objects.create(
        username=username, password=password_hash, person=person, email=person.email
    )
    record("account.given", on=user, by=by, unit=unit, at=at, username=username)
    return user
