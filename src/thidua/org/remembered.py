"""Questions that are put together once for each reader."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

from django.db.models import Model, QuerySet

from thidua.org.actor import Actor

Row = TypeVar("Row", bound=Model)
READERS = 200


def remembered(question: Callable[[Actor], QuerySet[Row]]) -> Callable[[Actor], QuerySet[Row]]:
    """Keep the question of a reader, never its answer: every caller gets a fresh query set.

    To put together what somebody may see takes Django longer than the database takes to answer.
    A question is known by the reader's account, person, day and posts; it may depend on nothing
    else, and its body must not ask the database.
    """

    @lru_cache(maxsize=READERS)
    def built(actor: Actor, _person: int | None) -> QuerySet[Row]:
        return question(actor)

    @wraps(question)
    def asked(actor: Actor) -> QuerySet[Row]:
        return built(actor, actor.user.person_id).all()

    return asked
