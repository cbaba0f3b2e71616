"""What a reader's pages keep until somebody does something."""

from collections.abc import Callable
from typing import TypeVar

from django.utils.translation import get_language

from thidua.audit.kept import kept_until_a_deed
from thidua.org.actor import Actor

Thing = TypeVar("Thing")


def kept_for(actor: Actor, name: str, gather: Callable[[], Thing]) -> Thing:
    """The answer of `gather` for this reader, this day and this language.

    Who holds posts in several units has one answer for each unit they act for.
    """
    first = actor.posts[0].unit_id if actor.posts else ""
    return kept_until_a_deed(f"{name}:{actor.user.pk}:{first}:{actor.day}:{get_language()}", gather)
