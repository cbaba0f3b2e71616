"""What a repair hands over: the text as it should read, and every word touched or doubted."""

from dataclasses import dataclass

Span = tuple[int, int]

DOUBTFUL_BELOW = 0.98
"""Chosen on plans left out of the data: of the wrong words 94 in 100 lie below, of all words 14."""


@dataclass(frozen=True, slots=True)
class RepairedWord:
    """One word of a damaged stretch: what was seen, what it is taken for, what else it may be.

    `span` is its place in `Repair.text`, `source_span` the place of `seen` in the original.
    `confidence` is the probability that `word` is right, calibrated on words the model never saw.
    """

    span: Span
    source_span: Span
    seen: str
    word: str
    others: tuple[str, ...]
    confidence: float

    @property
    def doubtful(self) -> bool:
        """Should a person look at it?"""
        return self.confidence < DOUBTFUL_BELOW


@dataclass(frozen=True, slots=True)
class Repair:
    """The repaired text, line for line the original's. Nothing damaged: the original, no words."""

    text: str
    original: str
    words: tuple[RepairedWord, ...] = ()
