"""How sure is a repaired word? The odds of the search alone are too proud; this weighs them.

The weights were fitted (logistic regression) to words of plans the model had not learnt from.
"""

import json
from functools import cache
from math import exp

from vanban.repair.lexicon import DATA

Evidence = tuple[float, ...]


def confidence(evidence: Evidence) -> float:
    """The probability that a word with such evidence is right."""
    score = sum(weight * one for weight, one in zip(_weights(), evidence, strict=True))
    return 1 / (1 + exp(-max(min(score, 30.0), -30.0)))


@cache
def _weights() -> tuple[float, ...]:
    return tuple(json.loads((DATA / "confidence.json").read_text(encoding="utf-8")))
