"""The accounts that walk the matrix, where their posts lie, and what an address answers them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from http.cookies import SimpleCookie

from django.conf import settings
from django.db import transaction
from django.test import Client

from access.rules import SIGNS
from factories import DAY, LONG_AGO, UnitFactory, UserFactory, unit_kind
from thidua.org.models import (
    EndReason,
    Membership,
    Person,
    Post,
    PostKind,
    Tree,
    Unit,
    User,
)
from thidua.org.rights import Signing

REFUSED = frozenset({403, 404, 405})
"""Other answers let in: what is wrong then is in the state of the thing, or in what was typed."""


@dataclass(frozen=True)
class Places:
    """A unit with everything around it from where somebody may try to get in."""

    here: Unit
    above: Unit
    top: Unit
    below: Unit
    branch: Unit
    """Another unit below the same superior."""
    ended: Unit
    """A unit that stood beside, and ends before anybody comes."""
    keeping: Unit
    """Whoever keeps its records, below another superior than its last one."""

    @classmethod
    def made(cls) -> "Places":
        superior = unit_kind("cdgd", "Công đoàn Giáo dục tỉnh")
        superior.above_grassroots = True
        superior.save()
        top = UnitFactory(name="Liên đoàn Lao động tỉnh", kind=superior)
        above = UnitFactory(name="Công đoàn Giáo dục tỉnh", under=top, kind=superior)
        here = UnitFactory(name="CĐCS Trường THPT Hoa Lư A", under=above)
        group = unit_kind("to", "Tổ công đoàn")
        group.keeps_register = False
        group.save()
        below = UnitFactory(name="Tổ công đoàn số 1", under=here, kind=group)
        branch = UnitFactory(name="CĐCS bên cạnh", under=above)
        ended = UnitFactory(name="CĐCS đã kết thúc", under=above)
        keeping = UnitFactory(name="CĐCS kế thừa", under=top)
        return cls(here, above, top, below, branch, ended, keeping)

    def end(self) -> None:
        """The unit ends with its posts and memberships; its records go to another one."""
        unit = self.ended
        unit.placements.update(ends_on=DAY)
        path = f"{self.keeping.path_on(DAY)}{unit.key}/"
        unit.placements.create(tree=Tree.KEPT, path=path, starts_on=DAY)
        Unit.objects.filter(pk=unit.pk).update(kept_by=self.keeping)
        Post.objects.filter(unit=unit, ends_on=None).update(ends_on=DAY)
        members = Membership.objects.filter(unit=unit, ends_on=None)
        members.update(ends_on=DAY, end_reason=EndReason.DISSOLVED)


def kind_with(rights: Collection[str]) -> PostKind:
    """A kind of post that gives exactly these rights."""
    granted = sorted({str(right) for right in rights} - {SIGNS})
    signs_as = Signing.HEAD if SIGNS in rights else Signing.NONE
    known = PostKind.objects.filter(rights=granted, signs_as=signs_as).first()
    return known or PostKind.objects.create(
        code=f"k{PostKind.objects.count()}",
        name="Chức vụ",
        rights=granted,
        signs_as=signs_as,
        rank=10,
    )


def account_with(rights: Collection[str], unit: Unit) -> User:
    """An account whose person holds in `unit` a post with these rights."""
    person = Person.objects.create(name="Nguyễn Thị Hoa")
    Post.objects.create(person=person, unit=unit, kind=kind_with(rights), starts_on=LONG_AGO)
    return UserFactory(person=person)


class Visits:
    """One client for everybody; whatever a visit changes is taken back at once."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.client = Client(raise_request_exception=False)
        self.count = 0
        self.headers: Mapping[str, str] = {}
        """Of the last answer."""
        self._sessions: dict[int, str] = {}
        self._accounts: dict[tuple[str, frozenset[str]], User] = {}
        self.without_post = UserFactory()

    def account(self, rights: frozenset[str], place: str) -> User:
        key = place, rights
        if key not in self._accounts:
            unit = self.places.branch if place == "anywhere" else getattr(self.places, place)
            self._accounts[key] = account_with(rights, unit)
        return self._accounts[key]

    def answer(self, user: User | None, way: str, url: str, sent: object = None) -> tuple[int, str]:
        """The status, and where it leads."""
        self.count += 1
        self.client.cookies = SimpleCookie()
        if user is not None:
            self.client.cookies[settings.SESSION_COOKIE_NAME] = self._session(user)
        with transaction.atomic():
            response = getattr(self.client, way.lower())(url, sent)
            for close in response._resource_closers:  # `close` would close the database too
                close()
            self.headers = response.headers
            transaction.set_rollback(True)
        if user is not None and settings.SESSION_COOKIE_NAME in response.cookies:
            del self._sessions[user.pk]  # signed out, or in again
        return response.status_code, response.get("Location", "")

    def _session(self, user: User) -> str:
        if user.pk not in self._sessions:
            self.client.force_login(user)
            self._sessions[user.pk] = self.client.cookies[settings.SESSION_COOKIE_NAME].value
        return self._sessions[user.pk]
