"""How often one address may type codes that fit nothing. Counted in Django's cache, ten minutes."""

from django.core.cache import cache
from django.http import HttpRequest

SECONDS = 600
MISSES = 30


def must_wait(request: HttpRequest, sort: str) -> bool:
    """Whether this address has guessed too often."""
    return bool(cache.get(_key(request, sort), 0) >= MISSES)


def note_a_miss(request: HttpRequest, sort: str) -> None:
    key = _key(request, sort)
    if cache.add(key, 1, SECONDS):
        return
    try:
        cache.incr(key)
    except ValueError:
        # It ran out between the two lines.
        cache.set(key, 1, SECONDS)


def _key(request: HttpRequest, sort: str) -> str:
    return f"guessed:{sort}:{request.META.get('REMOTE_ADDR', '')}"
