"""Where in the tree something is noted that somebody did with their own account."""

from dataclasses import dataclass
from datetime import date

from thidua.org.actor import Actor


@dataclass(frozen=True, slots=True)
class Seat:
    """A path that stands for a unit in the log."""

    path: str
    name: str

    def __str__(self) -> str:
        return self.name

    def path_on(self, _day: date) -> str:
        return self.path


def seat_of(actor: Actor) -> Seat:
    """The unit they act for; nowhere for an account without a post."""
    if not actor.posts:
        return Seat("/", "")
    return Seat(actor.posts[0].path, actor.posts[0].seat)
