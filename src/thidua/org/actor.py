"""Who is acting: the person, the day, and the posts they hold on it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Self

from django.db.models import Q, QuerySet

from thidua.core.dated import in_force
from thidua.org.models import Person, Post, Tree, Unit, User
from thidua.org.rights import Right, Signing


def standing(day: date, path: str, via: str = "placements__", tree: Tree = Tree.LINE) -> Q:
    """Filter: at or below `path` on that day. Use it in one `filter()` call."""
    return Q(**{f"{via}tree": tree, f"{via}path__startswith": path}) & in_force(day, via)


def above(path: str) -> str:
    """The path one step up; ``/`` above a root."""
    return path[: path.rstrip("/").rfind("/") + 1]


def and_above(path: str) -> list[str]:
    """The path and those of everything above it, the root first."""
    ends = [place for place, sign in enumerate(path) if sign == "/"]
    return [path[: end + 1] for end in ends[1:]]


@dataclass(frozen=True, slots=True)
class HeldPost:
    """A post in force on the actor's day, and where it stands."""

    path: str
    unit_id: int
    name: str
    rights: frozenset[Right]
    signs_as: Signing
    keeps_register: bool = True
    """No for a group, which lives with the union above it."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Read once per request and handed down; every right is decided from it."""

    user: User
    day: date
    posts: tuple[HeldPost, ...]

    @classmethod
    def of(cls, user: User, day: date) -> Self:
        """The highest post comes first: it is the one whose letterhead the pages show."""
        held = _held(user.person_id, day).all()
        return cls(
            user,
            day,
            tuple(
                HeldPost(path, unit_id, name, frozenset(map(Right, rights)), Signing(signs_as), own)
                for path, unit_id, name, rights, signs_as, own in held
            ),
        )

    @property
    def unit_ids(self) -> frozenset[int]:
        """The units in which they hold a post."""
        return frozenset(post.unit_id for post in self.posts)

    @property
    def union_keys(self) -> frozenset[str]:
        """The keys of the unions in whose groups they hold a post."""
        groups = (post.path for post in self.posts if not post.keeps_register)
        return frozenset(above(path).strip("/").split("/")[-1] for path in groups)

    def can(self, right: Right, unit: Unit) -> bool:
        """Does a post held in `unit` itself grant `right`? Nobody above writes in its name."""
        return any(post.unit_id == unit.pk and right in post.rights for post in self.posts)

    def can_from_above(self, right: Right, unit: Unit) -> bool:
        """Does a post held above `unit`, not in it, grant `right`?"""
        path = above(unit.path_on(self.day))
        return any(path.startswith(post.path) and right in post.rights for post in self.posts)

    def holding(self, right: Right) -> frozenset[int]:
        """The units in which a post of theirs grants `right`."""
        return frozenset(post.unit_id for post in self.posts if right in post.rights)

    def reach(self, right: Right, via: str = "unit__placements__") -> Q:
        """Filter for rows whose unit is one where a post grants `right`, or lies below it."""
        return self.reach_by((right,), via)

    def reach_by(self, rights: Collection[Right], via: str = "unit__placements__") -> Q:
        """The same where any of the rights will do."""
        within = Q(pk__in=[])
        for path in {post.path for post in self.posts if post.rights.intersection(rights)}:
            within |= standing(self.day, path, via)
        return within


@lru_cache(maxsize=1_000)
def _held(person_id: int | None, day: date) -> QuerySet[Post, tuple[Any, ...]]:
    """The question for the posts of somebody; asked at every request, so put together once."""
    return (
        Post.objects.filter(
            in_force(day),
            in_force(day, "unit__placements__"),
            person=person_id,
            unit__placements__tree=Tree.LINE,
        )
        .values_list(
            "unit__placements__path",
            "unit_id",
            "kind__name",
            "kind__rights",
            "kind__signs_as",
            "unit__kind__keeps_register",
        )
        .order_by("kind__rank", "pk")
    )


def holders(right: Right, unit: Unit, day: date) -> QuerySet[Person]:
    """The persons whose post in `unit` itself grants `right` on that day."""
    held = [post for post in posts_in(unit, day) if right in post.kind.grants()]
    return Person.objects.filter(pk__in=[post.person_id for post in held])


def posts_in(unit: Unit, day: date) -> QuerySet[Post]:
    """The posts of `unit` in force on that day, the highest first."""
    return (
        Post.objects.filter(in_force(day), unit=unit)
        .select_related("kind", "person")
        .order_by("kind__rank", "pk")
    )
