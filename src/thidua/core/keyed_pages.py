"""Pages of long lists with wide rows: first which rows, then these rows."""

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.core.paginator import Page

from thidua.core.short_pages import ShortPaginator

if TYPE_CHECKING:
    from django.db.models import Model, QuerySet


class KeyedPaginator(ShortPaginator):
    """Sorts and cuts keys alone, and reads only the rows of one page with all that hangs on them.

    A database that sorts whole rows joins thousands of papers, units and persons to show fifty.
    `found` says which rows and in what order; `whole` is what a row brings along. To find the rows
    is what takes long, so the keys are asked for once, and counting them is no second question.
    Where the page knows from elsewhere how many there are (`counted`), only its own are asked for.
    """

    def __init__(
        self,
        found: "QuerySet[Any]",
        per_page: int,
        whole: "QuerySet[Any]",
        counted: int | None = None,
    ) -> None:
        super().__init__(found.values_list("pk", flat=True), per_page)
        self.whole = whole
        self.counted = counted

    @cached_property
    def count(self) -> int:
        if self.counted is not None:
            return min(self.counted, self.reach)
        self.object_list = list(self.object_list[: self.reach])
        return len(self.object_list)

    def page(self, number: int | str) -> "Page[Model]":
        keys: Page[Any] = super().page(number)
        rows = self.whole.in_bulk(list(keys))
        return Page([rows[key] for key in keys if key in rows], keys.number, self)
