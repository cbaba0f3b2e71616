"""Collects, while a `Reading` is put together, where each value stands and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vanban.reading.model import Span
    from vanban.reading.paper import Found

T = TypeVar("T")


@dataclass(slots=True)
class Places:
    """Field path (``phases[0].start``) → span and confidence. Methods hand the values through."""

    spans: dict[str, Span] = field(default_factory=dict)
    confidence: dict[str, float] = field(default_factory=dict)

    def one(self, path: str, found: Found[T] | None) -> T | None:
        """Note a value under its path, and answer with it."""
        if found is None:
            return None
        self.spans[path] = found.span
        self.confidence[path] = found.confidence
        return found.value

    def many(self, path: str, found: Sequence[Found[T]]) -> tuple[T, ...]:
        """Note the items of a list under ``path[0]``, ``path[1]`` …, and answer with them."""
        for place, item in enumerate(found):
            self.one(f"{path}[{place}]", item)
        return tuple(item.value for item in found)
