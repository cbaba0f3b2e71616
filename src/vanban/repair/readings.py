"""What the search chooses from: the readings of one word, and what they cost."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """A possible word: its number in the model, its printed form, the cost of being seen so."""

    number: int
    word: str
    cost: float


Column = Sequence[Reading]
Odds = list[float]
