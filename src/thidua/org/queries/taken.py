"""User names that are in use."""

from collections.abc import Iterable, Sequence
from itertools import islice

from thidua.org.models import Post, User
from thidua.org.usernames import forms_of, proposed

TRIED = 30


def taken_names(names: Iterable[str]) -> set[str]:
    """Those of `names` that an account has."""
    return set(User.objects.filter(username__in=set(names)).values_list("username", flat=True))


def proposals(posts: Sequence[Post]) -> dict[int, str]:
    """A free user name for each post whose person has none, different from each other."""
    fresh = [post for post in posts if not hasattr(post.person, "user")]
    asked = {
        form for post in fresh for form in islice(forms_of(post.person.name, post.unit.name), TRIED)
    }
    taken = taken_names(asked)
    names = {post.pk: post.person.user.username for post in posts if post not in fresh}
    for post in fresh:
        names[post.pk] = proposed(post.person.name, post.unit.name, taken)
        taken.add(names[post.pk])
    return names
