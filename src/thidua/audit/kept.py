"""What takes long to gather and stays true until somebody does something."""

import time
from collections.abc import Callable
from typing import TypeVar

from django.core.cache import cache

from thidua.audit.queries import last_event_id

SECONDS = 30
SLOW, TIMES = 2, 10
"""An answer that took so many seconds is kept so many times as long."""
Thing = TypeVar("Thing")


def kept_until_a_deed(key: str, gather: Callable[[], Thing]) -> Thing:
    """The answer of `gather`, kept under `key`, which names everything it depends on but deeds.

    Every deed leaves an audit event, and the next request gathers anew. What happens without one,
    such as a mail that does not leave, shows when `SECONDS` have passed; so may, on PostgreSQL, a
    deed whose transaction ended after that of a later one. For pages only: what an action decides
    by or stores is read from the tables.
    """
    last = last_event_id()
    kept: tuple[int, Thing] | None = cache.get(key)
    if kept is not None and kept[0] == last:
        return kept[1]
    answer = gather()
    cache.set(key, (last, answer), SECONDS)
    return answer


def kept_while_slow(key: str, gather: Callable[[], Thing]) -> Thing:
    """The same, but what was slow to gather stays even though somebody does something meanwhile.

    In a country somebody does something every second. For answers that say when they were gathered.
    """
    settled: tuple[Thing] | None = cache.get(f"slow:{key}")
    if settled is not None:
        return settled[0]
    began = time.perf_counter()
    answer = kept_until_a_deed(key, gather)
    took = time.perf_counter() - began
    if took >= SLOW:
        cache.set(f"slow:{key}", (answer,), took * TIMES)
    return answer
