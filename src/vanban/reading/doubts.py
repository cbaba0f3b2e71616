"""How sure a value is that holds repaired words: no surer than the least sure of them."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vanban.reading.model import Reading
    from vanban.repair import RepairedWord

_MANY = 12
"""Of a long value a doubtful word spoils little; only so many words are asked."""


def doubted(reading: Reading, words: tuple[RepairedWord, ...]) -> dict[str, float]:
    """The confidences of a reading, lowered where its values hold doubtful words."""
    starts = [word.span[0] for word in words]
    ends = list(accumulate((word.span[1] for word in words), max))
    lowered = {}
    for path, span in reading.spans.items():
        inside = words[bisect_left(ends, span[0] + 1) : bisect_left(starts, span[1])]
        least = min((word.confidence for word in inside[:_MANY]), default=1.0)
        lowered[path] = round(reading.confidence[path] * least, 3)
    return lowered
