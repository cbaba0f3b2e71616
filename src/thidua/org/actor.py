"""Who is acting: the person, the day, and the posts they hold on it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Self

from django.db.models import CharField, Exists, F, Q, QuerySet, Value
from django.utils.translation import gettext as _

from thidua.core.dated import in_force
from thidua.org.models import Delegation, Mandate, Person, Post, Tree, Unit, User
from thidua.org.rights import TAKEN_OVER, Right, Signing

NAMELESS = Value("", CharField())


def standing(day: date, path: str, via: str = "placements__", tree: Tree = Tree.LINE) -> Q:
    """Filter: at or below `path` on that day. Use it in one `filter()` call."""
    return Q(**{f"{via}tree": tree, f"{via}path__startswith": path}) & in_force(day, via)


def within(day: date, path: str, via: str = "placements__") -> Q:
    """The same, with the units that have ended and whose records somebody there keeps."""
    return Q(**{f"{via}path__startswith": path}) & in_force(day, via)


def above(path: str) -> str:
    """The path one step up; ``/`` above a root."""
    return path[: path.rstrip("/").rfind("/") + 1]


def and_above(path: str) -> list[str]:
    """The path and those of everything above it, the root first."""
    ends = [place for place, sign in enumerate(path) if sign == "/"]
    return [path[: end + 1] for end in ends[1:]]


@dataclass(frozen=True, slots=True)
class HeldPost:
    """A post in force on the actor's day, or what stands for one, and where it stands."""

    path: str
    unit_id: int
    name: str
    rights: frozenset[Right]
    signs_as: Signing
    keeps_register: bool = True
    """No for a group, which lives with the union above it."""
    by_right_of: str = ""
    """Empty for one's own post; otherwise the letter of delegation, or why one enters for it."""
    seat: str = ""
    """What the unit of the post is called today."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Read once per request and handed down; every right is decided from it."""

    user: User
    day: date
    posts: tuple[HeldPost, ...]

    @classmethod
    def of(cls, user: User, day: date, first: int | None = None) -> Self:
        """The highest own post comes first: it is the one whose letterhead the pages show.

        Who holds posts in several units may put those in the unit `first` in front.
        """
        held = [
            HeldPost(
                path,
                unit_id,
                name or _("Nhập hộ"),
                frozenset(map(Right, rights)),
                Signing(signs),
                keeps_register,
                by,
                seat,
            )
            for path, unit_id, name, rights, signs, keeps_register, by, seat, *_order in _held(
                user.person_id, day
            )
        ]
        held.sort(key=lambda post: (post.unit_id != first, bool(post.by_right_of)))
        return cls(user, day, tuple(held))

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
        """Does a post held in `unit` itself grant `right`? Nobody above writes in its name.

        For a unit that has ended, posts in the unit that keeps its records count where the right
        is one of `TAKEN_OVER`.
        """
        units = {unit.pk, unit.kept_by_id} if right in TAKEN_OVER else {unit.pk}
        return any(post.unit_id in units and right in post.rights for post in self.posts)

    def can_from_above(self, right: Right, unit: Unit) -> bool:
        """Does a post held above `unit`, not in it, grant `right`?"""
        path = above(unit.seat_on(self.day))
        return any(path.startswith(post.path) and right in post.rights for post in self.posts)

    def at_the_top(self, right: Right) -> bool:
        """Does a post in the unit nobody stands above grant `right`?

        What holds for everybody is kept there; an installation has one such unit.
        """
        return any(above(post.path) == "/" and right in post.rights for post in self.posts)

    def holding(self, right: Right) -> frozenset[int]:
        """The units in which a post of theirs grants `right`."""
        return frozenset(post.unit_id for post in self.posts if right in post.rights)

    def seat(self, rights: Collection[Right]) -> int:
        """The highest unit in which a post grants one of the rights; there must be one."""
        held = [post for post in self.posts if post.rights.intersection(rights)]
        return min(held, key=lambda post: len(post.path)).unit_id

    def reach(self, right: Right, via: str = "unit__placements__") -> Q:
        """Filter for rows whose unit is one where a post grants `right`, or lies below it."""
        return self.reach_by((right,), via)

    def reach_by(self, rights: Collection[Right], via: str = "unit__placements__") -> Q:
        """The same where any of the rights will do."""
        reached = Q(pk__in=[])
        for path in {post.path for post in self.posts if post.rights.intersection(rights)}:
            reached |= within(self.day, path, via)
        return reached


def _held(person_id: int | None, day: date) -> list[tuple[Any, ...]]:
    """Everything somebody acts by, asked at every request.

    One question for whoever holds posts and nothing else: a database plans it in a third of the
    time that all three parts take.
    """
    own, everything = _questions(person_id, day)
    posts = list(own.all())
    has_others = not posts or posts[0][-1]
    return list(everything.all()) if has_others else posts


@lru_cache(maxsize=1_000)
def _questions(
    person_id: int | None, day: date
) -> "tuple[QuerySet[Any, tuple[Any, ...]], QuerySet[Any, tuple[Any, ...]]]":
    """Built once: the posts, with the word whether there is more; and all there is."""
    posts = _rows(
        Post.objects.filter(person=person_id),
        day,
        rights=F("kind__rights"),
        signs=F("kind__signs_as"),
    )
    more = Exists(Delegation.objects.filter(person=person_id)) | Exists(
        Mandate.objects.filter(person=person_id)
    )
    own = posts.annotate(more_=more)
    delegated = _rows(
        Delegation.objects.filter(in_force(day, "post__"), person=person_id),
        day,
        via="post__",
        rights=F("rights"),
        signs=F("signs_as"),
        by=F("letter"),
    )
    entered = _rows(
        Mandate.objects.filter(person=person_id),
        day,
        title=NAMELESS,
        rights=F("rights"),
        signs=NAMELESS,
        by=F("reason"),
        rank=Value(1_000),
    )
    everything = posts.union(delegated, entered, all=True)
    return own.order_by("rank_", "row_"), everything.order_by("rank_", "row_")


def _rows(
    found: "QuerySet[Any]", day: date, via: str = "", **given: Any
) -> "QuerySet[Any, tuple[Any, ...]]":
    """Rows of one table as the columns of `HeldPost`, then what they are sorted by."""
    unit = f"{via}unit__"
    columns: dict[str, Any] = {
        "path": F(f"{unit}placements__path"),
        "of": F(f"{via}unit_id"),
        "title": F(f"{via}kind__name"),
        "own": F(f"{unit}kind__keeps_register"),
        "by": NAMELESS,
        "seat": F(f"{unit}name"),
        "rank": F(f"{via}kind__rank"),
        "row": F("pk"),
    } | given
    order = ("path", "of", "title", "rights", "signs", "own", "by", "seat", "rank", "row")
    here = in_force(day, f"{unit}placements__") & Q(**{f"{unit}placements__tree": Tree.LINE})
    asked = {f"{name}_": columns[name] for name in order}
    rows: QuerySet[Any] = found.filter(in_force(day), here).order_by().annotate(**asked)
    return rows.values_list(*asked)


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
