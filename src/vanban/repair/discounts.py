"""How much is taken off a count to have something left for what was never met."""

from collections import Counter
from collections.abc import Iterable

STEPS = 3
"""Words met once, twice, three times or more are discounted differently."""


def discounts(times: Iterable[int]) -> tuple[float, ...]:
    """What is taken off a count of 0, 1, 2, 3 or more (Chen and Goodman's estimate)."""
    how_many = Counter(min(one, STEPS + 1) for one in times)
    if not all(how_many[step] for step in range(1, STEPS + 2)):
        return (0.0, 0.5, 0.75, 0.9)
    share = how_many[1] / (how_many[1] + 2 * how_many[2])
    cuts = (step - (step + 1) * share * how_many[step + 1] / how_many[step] for step in range(1, 4))
    return (0.0, *(min(max(cut, 0.1), step - 0.1) for step, cut in enumerate(cuts, start=1)))
