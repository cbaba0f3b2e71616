"""From words known to be right or wrong to the weights of what speaks for a word."""

import math
import random
from collections.abc import Iterator, Sequence

from vanban.repair.confidence import Evidence

NEWTON_STEPS, RIDGE = 9, 0.5
THINNED = 4
"""Right words are many: so many stand for one another."""

Sample = tuple[list[Evidence], bool]
"""The evidence of every word of a chunk of text, and whether the chunk is right."""

Judged = tuple[float, bool]
Row = tuple[Evidence, float, float]


def fitted(samples: Sequence[Sample]) -> list[float]:
    """Logistic regression by Newton steps, a little ridge against weights that run away."""
    rows = list(_rows(samples))
    width = len(rows[0][0])
    weights = [0.0] * width
    for _ in range(NEWTON_STEPS):
        slope, bend = _slope_and_bend(rows, weights)
        weights = [old + new for old, new in zip(weights, _solved(bend, slope), strict=True)]
    return [round(weight, 4) for weight in weights]


def judged(samples: Sequence[Sample], weights: Sequence[float]) -> list[Judged]:
    """The confidence of every chunk, that of its least sure word; a stray sign's is nothing."""
    return [
        (min((_share(facts, weights) if facts else 0.0 for facts in words), default=2.0), right)
        for words, right in samples
    ]


def share_marked(whole: Sequence[Judged], caught: float) -> tuple[float, float]:
    """What share of all is marked if so much of the wrong shall be, and below which confidence."""
    ranked = sorted(whole)
    missing = caught * sum(not right for _, right in ranked)
    for place, (confidence, right) in enumerate(ranked, start=1):
        missing -= not right
        if missing <= 0:
            return place / len(ranked), confidence
    raise ValueError(caught)


def _rows(samples: Sequence[Sample]) -> Iterator[Row]:
    dice = random.Random(1)
    for words, right in samples:
        for facts in words:
            if facts and not (right and dice.randrange(THINNED)):
                yield facts, float(right), float(THINNED if right else 1)


def _share(facts: Evidence, weights: Sequence[float]) -> float:
    score = sum(weight * fact for weight, fact in zip(weights, facts, strict=True))
    return 1 / (1 + math.exp(-max(min(score, 30.0), -30.0)))


def _slope_and_bend(
    rows: Sequence[Row], weights: Sequence[float]
) -> tuple[list[float], list[list[float]]]:
    width = len(weights)
    slope = [-RIDGE * weight for weight in weights]
    bend = [[RIDGE * (row == column) for column in range(width)] for row in range(width)]
    for facts, right, times in rows:
        share = _share(facts, weights)
        for row, fact in enumerate(facts):
            if fact:
                slope[row] += times * (right - share) * fact
                steep = times * share * (1 - share) * fact
                bend[row] = [
                    old + steep * other for old, other in zip(bend[row], facts, strict=True)
                ]
    return slope, bend


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Gauss and Jordan; the matrix is positive, so no pivot is nought."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for place in range(len(rows)):
        pivot = rows[place][place]
        rows[place] = [value / pivot for value in rows[place]]
        for other in range(len(rows)):
            if other != place:
                factor = rows[other][place]
                rows[other] = [
                    value - factor * one
                    for value, one in zip(rows[other], rows[place], strict=True)
                ]
    return [row[-1] for row in rows]
