"""How fast one address may sign. Counted in Django's cache, for some minutes only.

A whole school or factory signs from behind one address within minutes, so that signing is hardly
limited at all. What is limited is guessing: entries that fit nobody. Whoever goes through names
and numbers misses far more often than they hit; members seldom do.
"""

from django.core.cache import cache
from django.http import HttpRequest

FLOOD_SECONDS, FLOOD = 60, 3000
"""So many sendings from one address in a minute: fifty members in a second."""
MISS_SECONDS, MISSES = 600, 100
"""So many entries in ten minutes that fit nobody, and half as many more as fitted somebody."""
SHEET_MISSES = 1000
"""From all addresses together, on one sheet."""


def too_fast(request: HttpRequest, sheet: int) -> bool:
    """Whether this address has to wait; asking counts as one sending."""
    address = _address(request)
    if _add(f"pledge-sent:{address}", FLOOD_SECONDS) > FLOOD:
        return True
    keys = (_missed(address, sheet), _hit(address, sheet), _missed("", sheet))
    counts = cache.get_many(keys)
    missed, hit, missed_by_all = (counts.get(key, 0) for key in keys)
    return bool(missed >= MISSES + hit // 2 or missed_by_all >= SHEET_MISSES + hit)


def note(request: HttpRequest, sheet: int, *, fitted: bool) -> None:
    """Whether the entry fitted a member."""
    address = _address(request)
    if fitted:
        _add(_hit(address, sheet), MISS_SECONDS)
        return
    _add(_missed(address, sheet), MISS_SECONDS)
    _add(_missed("", sheet), MISS_SECONDS)


def _add(key: str, seconds: int) -> int:
    cache.add(key, 0, seconds)
    try:
        return int(cache.incr(key))
    except ValueError:
        # Run out or thrown out between the two lines.
        return 1


def _missed(address: str, sheet: int) -> str:
    return f"pledge-missed:{sheet}:{address}"


def _hit(address: str, sheet: int) -> str:
    return f"pledge-hit:{sheet}:{address}"


def _address(request: HttpRequest) -> str:
    return str(request.META.get("REMOTE_ADDR", ""))
