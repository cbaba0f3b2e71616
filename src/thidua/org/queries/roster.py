"""Rows of a list of people: where each is a member, what posts they hold, whether they sign in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet

from thidua.core.dated import in_force
from thidua.org.models import Membership, Person, Post, User


@dataclass(frozen=True, slots=True)
class Row:
    person: Person
    memberships: Sequence[Membership]
    posts: Sequence[Post]
    has_account: bool


def rows_of(people: QuerySet[Person], day: date) -> list[Row]:
    """What a page of the list shows, in four questions however many there are."""
    members = Membership.objects.filter(in_force(day)).select_related("unit").order_by("starts_on")
    posts = Post.objects.filter(in_force(day)).select_related("unit", "kind")
    found = people.prefetch_related(
        Prefetch("memberships", members, to_attr="current"),
        Prefetch("posts", posts.order_by("kind__rank", "pk"), to_attr="held"),
    )
    listed = list(found)
    ids = [person.pk for person in listed]
    accounts = set(
        User.objects.filter(person__in=ids, is_active=True).values_list("person", flat=True)
    )
    return [
        Row(
            person,
            getattr(person, "current", ()),
            getattr(person, "held", ()),
            person.pk in accounts,
        )
        for person in listed
    ]
