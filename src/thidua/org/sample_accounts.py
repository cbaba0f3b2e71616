"""The accounts of the sample year, shown at sign-in so that a visitor can be anybody."""

from dataclasses import dataclass

from thidua.core import clock
from thidua.core.dated import in_force
from thidua.org.models import Post

LISTED = 33
"""The main accounts come first in the tables; a visitor needs no longer list."""

PASSWORD = "thidua-mau"  # noqa: S105 -- public on purpose: the sample year holds no real data


@dataclass(frozen=True, slots=True)
class SampleAccount:
    username: str
    name: str
    post: str
    unit: str


def listed() -> list[SampleAccount]:
    """The main accounts with a post on the assumed day."""
    held = (
        Post.objects.filter(in_force(clock.today()), person__user__isnull=False)
        .select_related("person__user", "kind", "unit")
        .order_by("person__user__pk")[:LISTED]
    )
    return [
        SampleAccount(post.person.user.username, post.person.name, post.kind.name, post.unit.name)
        for post in held
    ]
