"""The beginning: an installation, its units, posts and accounts, one by one."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.org import policies
from thidua.org.actor import Actor
from thidua.org.models import (
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
