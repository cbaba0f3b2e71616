"""Posts: the kinds of a day, what somebody holds, what is delegated."""

from datetime import date

from django.db.models import Q, QuerySet

from thidua.core.dated import in_force
from thidua.org.actor import Actor, standing
from thidua.org.models import (
    Delegation,
    Membership,
    Person,
    Placement,
    Post,
    PostKind,
    Tree,
    Unit,
)
from thidua.org.queries.people import SEEING


def kinds_on(day: date) -> QuerySet[PostKind]:
    """The kinds of posts that may be given on the day, the highest first (ORG-04)."""
    return PostKind.objects.filter(used_on(day)).order_by("rank", "name")


def used_on(day: date) -> Q:
    """Filter: reference data in use on the day; a row without a first day always was."""
    begun = Q(starts_on=None) | Q(starts_on__lte=day)
    return begun & (Q(ends_on=None) | Q(ends_on__gt=day))


def posts_visible_to(actor: Actor) -> QuerySet[Post]:
    """One's own posts, and those in units whose people one keeps, or below them."""
    reached = Post.objects.filter(actor.reach_by(SEEING)).values("pk")
    mine = Q(person=actor.user.person_id) if actor.user.person_id else Q(pk__in=[])
    found = Post.objects.filter(Q(pk__in=reached) | mine)
    return found.select_related("person", "unit", "kind", "term")


def delegations_visible_to(actor: Actor) -> QuerySet[Delegation]:
    """Given or held by oneself, or from a post one may see."""
    mine = Q(person=actor.user.person_id) if actor.user.person_id else Q(pk__in=[])
    found = Delegation.objects.filter(Q(post__in=posts_visible_to(actor).values("pk")) | mine)
    return found.select_related("person", "post__person", "post__unit", "post__kind")


def delegations_about(person: Person, day: date) -> list[Delegation]:
    """What they gave and what they got that has not ended, the newest first."""
    about = Q(person=person) | Q(post__person=person)
    rows = Delegation.objects.filter(about, ends_on__gt=day).select_related(
        "person", "post__person", "post__unit", "post__kind"
    )
    return list(rows.order_by("-starts_on", "-pk"))


def people_near(post: Post, day: date) -> QuerySet[Person]:
    """Whom a holder may let act for them: who holds a post or is a member in the same union."""
    here = standing(day, post.unit.path_on(day), "unit__placements__")
    holders = Post.objects.filter(in_force(day), here).values("person")
    members = Membership.objects.filter(in_force(day), here).values("person")
    near = Person.objects.filter(Q(pk__in=holders) | Q(pk__in=members), merged_into=None)
    return near.exclude(pk=post.person_id)


def elsewhere(person: Person, unit: Unit, day: date) -> list[str]:
    """Names of units outside the line of `unit` in which they belong or hold a post that day."""
    line = unit.path_on(day)
    held = person.posts.filter(in_force(day)).values("unit")
    joined = person.memberships.filter(in_force(day)).values("unit")
    places = Placement.objects.filter(
        in_force(day), Q(unit__in=held) | Q(unit__in=joined), tree=Tree.LINE
    )
    return [
        place.unit.name
        for place in places.select_related("unit").order_by("path")
        if not (place.path.startswith(line) or line.startswith(place.path))
    ]
