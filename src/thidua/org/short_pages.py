"""Pages of lists too long to count: a count stops at a limit, and says so by standing still."""

from functools import cached_property
from typing import Any

from django.core.paginator import Paginator

MOST = 2_000


class ShortPaginator(Paginator):  # type: ignore[type-arg]  # its stubs name a type nobody writes
    """Counts no further than `MOST` rows: whoever looks for more than that searches."""

    object_list: Any

    @cached_property
    def count(self) -> int:
        return int(self.object_list.order_by()[:MOST].count())

    @property
    def cut(self) -> bool:
        return self.count == MOST
