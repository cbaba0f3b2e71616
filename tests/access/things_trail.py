"""Things for the addresses that name one; the pages that name none."""

from collections.abc import Callable

THINGS: dict[str, Callable[..., object]] = {}
LISTS: set[str] = {
    "oversight:trail",
    "oversight:trail_export",
    "oversight:seals",
    "oversight:check_seals",
}
