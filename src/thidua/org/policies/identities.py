"""Who says which account elsewhere opens an account here."""

from collections.abc import Iterable

from thidua.core.verdict import ALLOWED, Verdict
from thidua.org.actor import Actor
from thidua.org.models import Post, User
from thidua.org.policies.accounts import may_keep_account


def may_link(actor: Actor, user: User, posts: Iterable[Post]) -> Verdict:
    """The person, or whoever may reset the account: it is the same power."""
    if user.pk == actor.user.pk:
        return ALLOWED
    return may_keep_account(actor, user, posts)
