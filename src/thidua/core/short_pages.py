"""Pages of lists too long to count: counted is a stretch beyond the page that is looked at."""

from functools import cached_property
from typing import Any

from django.core.paginator import Page, Paginator

MOST = 2_000
FURTHEST = 1_000
"""Pages; nobody turns so many, but an address can name any number."""


class ShortPaginator(Paginator):  # type: ignore[type-arg]  # its stubs name a type nobody writes
    """Counts a stretch beyond the page asked for, so that turning pages leads on.

    What is `cut` goes on behind the last page there is a number for.
    """

    object_list: Any
    most = MOST
    asked: int = 1

    def get_page(self, number: Any) -> Page[Any]:
        text = str(number or "")
        readable = text.isdecimal() and len(text) <= len(str(FURTHEST))
        self.asked = min(int(text), FURTHEST) if readable else 1
        return super().get_page(number)

    @property
    def reach(self) -> int:
        """So many rows are counted; the first pages all reach equally far."""
        return max(self.most, self.asked * self.per_page + self.most // 2)

    @cached_property
    def count(self) -> int:
        return int(self.object_list.order_by()[: self.reach].count())

    @property
    def cut(self) -> bool:
        return self.count == self.reach
