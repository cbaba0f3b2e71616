"""Who holds which post where, and how to reach them: the phone book of chairs."""

from dataclasses import dataclass

from django.db.models import QuerySet

from thidua.core.dated import in_force
from thidua.core.folded import folded
from thidua.org.actor import Actor
from thidua.org.models import Person, Placement, Post, PostKind, Unit, UnitKind
from thidua.org.queries.finding import called
from thidua.org.rights import Right, Signing

READERS = (
    Right.UNIT_MANAGE,
    Right.PEOPLE_KEEP,
    Right.ACCOUNT_GIVE,
    Right.CASCADE_WATCH,
    Right.REPORT_REVIEW,
)
"""Whoever leads, follows or looks after the units below needs to reach their officers."""


DIGITS = 4
"""So many digits are a telephone number; fewer belong to a name like *Tiểu học số 10*."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """What a phone book is narrowed down to; chairs unless a post is named."""

    words: str = ""
    under: Unit | None = None
    unit_kind: UnitKind | None = None
    post_kind: PostKind | None = None


def phone_book(actor: Actor, asked: Called) -> QuerySet[Post]:
    """Posts of today in the units one leads, by unit and rank; nobody who is without a name."""
    # Few, and found in an index of their own: to look at the person of every post takes longer.
    nameless = Person.objects.filter(anonymised_on__isnull=False)
    led = Placement.objects.filter(actor.reach_by(READERS, ""))
    posts = Post.objects.filter(
        in_force(actor.day),
        unit__in=led.values("unit"),
        unit__kept_by=None,
    ).exclude(person__in=nameless.values("pk"))
    if asked.post_kind:
        posts = posts.filter(kind=asked.post_kind)
    else:
        # By their keys a database knows that nearly every unit has one, and walks through the units
        # in their order instead of sorting all posts of a country.
        heads = PostKind.objects.filter(signs_as=Signing.HEAD).values_list("pk", flat=True)
        posts = posts.filter(kind__in=list(heads))
    if asked.unit_kind:
        posts = posts.filter(unit__kind=asked.unit_kind)
    if asked.under:
        posts = posts.filter(
            in_force(actor.day, "unit__placements__"),
            unit__placements__path__startswith=asked.under.path_on(actor.day),
        )
    if asked.words:
        posts = _found(posts, asked.words)
    return _with_names(posts).order_by("unit__alphabetical", "kind__rank", "pk")


def whole_posts() -> QuerySet[Post]:
    """Posts with what a line of the book names."""
    return _with_names(Post.objects.all())


def _with_names(posts: QuerySet[Post]) -> QuerySet[Post]:
    return posts.select_related("unit__kind", "kind", "person")


def _found(posts: QuerySet[Post], words: str) -> QuerySet[Post]:
    """By the number; by the person, in the order of names; by the unit, in any order.

    Two questions joined, since one with "or" finds no index; and one part of the name, since the
    index of three common words is slower than no index.
    """
    digits = "".join(sign for sign in words if sign.isdigit())
    if len(digits) >= DIGITS:
        return posts.filter(person__phone__contains=digits)
    by_person = posts.filter(person__folded__contains=folded(words)).values("pk")
    by_unit = posts.filter(unit__in=called(words).values("unit")).values("pk")
    return Post.objects.filter(pk__in=by_person.union(by_unit))
