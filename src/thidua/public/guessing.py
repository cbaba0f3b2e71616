"""How often one address may ask about certificates. Counted in Django's cache, for ten minutes.

A code found costs one point, a wrong one twelve: an office checks a whole file of certificates,
whoever guesses is stopped after ten wrong codes.
"""

from django.core.cache import cache
from django.http import HttpRequest

SECONDS = 600
POINTS = 120
FOUND, WRONG = 1, 12


def must_wait(request: HttpRequest) -> bool:
    """Whether this address has used up its points."""
    return bool(cache.get(_key(request), 0) >= POINTS)


def spend(request: HttpRequest, points: int) -> None:
    """Count what was asked. The ten minutes begin with the first question."""
    key = _key(request)
    if cache.add(key, points, SECONDS):
        return
    try:
        cache.incr(key, points)
    except ValueError:
        # It ran out between the two lines.
        cache.set(key, points, SECONDS)


def _key(request: HttpRequest) -> str:
    return f"certificate-asked:{request.META.get('REMOTE_ADDR', '')}"
