"""How often codes that fit nothing may be typed: from one address, or for one account.

Counted in Django's cache, for ten minutes.
"""

from django.core.cache import cache
from django.http import HttpRequest

SECONDS = 600
MISSES = 30
OF_ONE_ACCOUNT = 10


def must_wait(request: HttpRequest, sort: str) -> bool:
    """Whether this address has guessed too often."""
    return bool(cache.get(_key(request, sort), 0) >= MISSES)


def note_a_miss(request: HttpRequest, sort: str) -> None:
    _count(_key(request, sort))


def _count(key: str) -> None:
    if cache.add(key, 1, SECONDS):
        return
    try:
        cache.incr(key)
    except ValueError:
        # It ran out between the two lines.
        cache.set(key, 1, SECONDS)


def account_must_wait(sort: str, user: int) -> bool:
    """Whether so many codes were tried for this account, from wherever, that none is taken now."""
    return bool(cache.get(f"guessed:{sort}:{user}", 0) >= OF_ONE_ACCOUNT)


def note_a_miss_of(sort: str, user: int) -> None:
    _count(f"guessed:{sort}:{user}")


def _key(request: HttpRequest, sort: str) -> str:
    return f"guessed:{sort}:{request.META.get('REMOTE_ADDR', '')}"
