"""Codes that were just made, kept in the cache for some minutes until they are printed.

The tables hold digests only. Whoever made the codes may print them again within the time;
afterwards nobody can, and new ones have to be made.
"""

from collections.abc import Mapping

from django.core.cache import cache

MINUTES = 15


def keep_codes(sort: str, batch: int, user: int, codes: Mapping[int, str]) -> None:
    cache.set(_key(sort, batch, user), dict(codes), MINUTES * 60)


def kept_codes(sort: str, batch: int, user: int) -> dict[int, str]:
    """The codes by the keys of their rows; empty when the time is over or somebody else made
    them."""
    kept: dict[int, str] = cache.get(_key(sort, batch, user), {})
    return kept


def _key(sort: str, batch: int, user: int) -> str:
    return f"codes:{sort}:{batch}:{user}"
