"""How sure is a repaired word? The odds of the search alone are too proud; this weighs them.

The weights were fitted (logistic regression) to words of plans the model had not learnt from.
"""

import json
from collections.abc import Sequence
from functools import cache
from math import exp, log

from vanban.repair.language import Language
from vanban.repair.lexicon import DATA
from vanban.repair.readings import Column, Odds, Reading

Evidence = tuple[float, ...]

_MOST = 9.0
_NOBODY = Reading(0, "", 0.0)


def evidence_of(
    columns: Sequence[Column], odds: Sequence[Odds], language: Language
) -> list[Evidence]:
    """For every word of a sentence what speaks for it and against it, as numbers of like size."""
    best = [column[shares.index(max(shares))] for column, shares in zip(columns, odds, strict=True)]
    tops = [_log_odds(max(shares)) for shares in odds]
    found: list[Evidence] = []
    for place, reading in enumerate(best):
        left = best[place - 1] if place else _NOBODY
        right = best[place + 1] if place + 1 < len(best) else None
        near = min((*tops[max(place - 1, 0) : place], *tops[place + 1 : place + 2]), default=_MOST)
        followed = right is not None and right.number in language.pairs.get(reading.number, {})
        found.append(
            (
                1.0,
                tops[place],
                near,
                float(reading.number in language.pairs.get(left.number, {})),
                float(followed),
                float(reading.word[:1].isupper() and place > 0),
                max(reading.cost, -_MOST),
                max(language.logs[reading.number], -2 * _MOST),
            )
        )
    return found


def confidence(evidence: Evidence) -> float:
    """The probability that a word with such evidence is right."""
    score = sum(weight * one for weight, one in zip(_weights(), evidence, strict=True))
    return 1 / (1 + exp(-max(min(score, 30.0), -30.0)))


def _log_odds(share: float) -> float:
    share = min(max(share, 1e-4), 1 - 1e-4)
    return log(share / (1 - share))


@cache
def _weights() -> tuple[float, ...]:
    return tuple(json.loads((DATA / "confidence.json").read_text(encoding="utf-8")))
