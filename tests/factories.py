"""Rows for tests. Everything stands since long ago; the tests live on `DAY`."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import factory
from factory.django import DjangoModelFactory

from thidua.org.actor import Actor
from thidua.org.models import Person, Placement, Post, PostKind, Unit, UnitKind, UnitName, User
from thidua.org.rights import Right, Signing

LONG_AGO = date(2020, 1, 1)
DAY = date(2024, 3, 15)
NOON = datetime(2024, 3, 15, 5, tzinfo=UTC)
FIRST_TIME, AGAIN = SimpleNamespace(attempt=1), SimpleNamespace(attempt=2)
"""How a job that waited in the queue is begun, and one whose worker was killed."""

CHAIR, VICE, OFFICER, CLERK, LEADER, COMMITTEE, KEEPER = (
    "chair",
    "vice_chair",
    "officer",
    "clerk",
    "group_leader",
    "committee",
    "keeper",
)
KEEPING = {Right.UNIT_MANAGE, Right.UNIT_REORGANISE}
POSTS = {
    CHAIR: ("Chủ tịch", set(Right) - KEEPING, Signing.HEAD, 10),
    VICE: ("Phó Chủ tịch", set(Right) - KEEPING, Signing.DEPUTY, 20),
    OFFICER: (
        "Cán bộ chuyên trách",
        set(Right) - KEEPING - {Right.DOCUMENT_SIGN, Right.DOCUMENT_ISSUE},
        Signing.NONE,
        40,
    ),
    CLERK: (
        "Văn thư",
        {
            Right.DOCUMENT_READ,
            Right.DOCUMENT_INTAKE,
            Right.DOCUMENT_ISSUE,
            Right.ACTIVITY_RECORD,
            Right.PEOPLE_KEEP,
        },
        Signing.NONE,
        50,
    ),
    LEADER: (
        "Tổ trưởng tổ công đoàn",
        {
            Right.DOCUMENT_READ,
            Right.DOCUMENT_INTAKE,
            Right.PLAN_DRAFT,
            Right.DOCUMENT_SIGN,
            Right.DOCUMENT_ISSUE,
            Right.CASCADE_HANDLE,
            Right.PLEDGE_KEEP,
            Right.ACTIVITY_RECORD,
            Right.AWARD_NOMINATE,
        },
        Signing.HEAD,
        60,
    ),
    COMMITTEE: ("Ủy viên Ban Chấp hành", {Right.DOCUMENT_READ}, Signing.NONE, 65),
    KEEPER: (
        "Cán bộ quản trị hệ thống",
        KEEPING | {Right.PEOPLE_KEEP, Right.ACCOUNT_GIVE, Right.AUDIT_READ},
        Signing.NONE,
        70,
    ),
}


class UnitFactory(DjangoModelFactory):
    """A unit placed below `under` since long ago, with its name and symbol."""

    class Meta:
        model = Unit
        skip_postgeneration_save = True

    name = factory.Sequence("Công đoàn cơ sở số {}".format)
    kind = factory.LazyFunction(lambda: unit_kind("cdcs", "Công đoàn cơ sở"))

    @factory.post_generation
    def under(self, create, parent, **kwargs):
        above = parent.path_on(DAY) if parent else "/"
        Placement.objects.create(unit=self, path=f"{above}{self.key}/", starts_on=LONG_AGO)

    @factory.post_generation
    def named(self, create, extracted, **kwargs):
        UnitName.objects.create(
            unit=self,
            kind=self.kind,
            name=self.name,
            short_name=kwargs.get("short_name", self.name),
            symbol=kwargs.get("symbol", "CĐCS"),
            place=kwargs.get("place", "Ninh Bình"),
            body=kwargs.get("body", "BAN CHẤP HÀNH"),
            starts_on=LONG_AGO,
        )


class UserFactory(DjangoModelFactory):
    """An account without a person: no post, no right."""

    class Meta:
        model = User

    username = factory.Sequence("user{}".format)
    email = factory.LazyAttribute("{0.username}@example.org".format)


def unit_kind(code: str, name: str) -> UnitKind:
    return UnitKind.objects.get_or_create(code=code, defaults={"name": name})[0]


def post_kind(code: str) -> PostKind:
    name, rights, signs_as, rank = POSTS[code]
    defaults = {"name": name, "rights": sorted(rights), "signs_as": signs_as, "rank": rank}
    return PostKind.objects.get_or_create(code=code, defaults=defaults)[0]


def user_as(code: str, unit: Unit, name: str = "Nguyễn Thị Hoa") -> User:
    """An account whose person holds the post `code` in `unit` since long ago."""
    person = Person.objects.create(name=name, email=f"{code}{unit.pk}@example.org")
    Post.objects.create(person=person, unit=unit, kind=post_kind(code), starts_on=LONG_AGO)
    return UserFactory(person=person)


def actor_as(code: str, unit: Unit, name: str = "Nguyễn Thị Hoa", day: date = DAY) -> Actor:
    return Actor.of(user_as(code, unit, name), day)
