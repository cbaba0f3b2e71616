"""The channel: how likely the English model reads these signs where this letter stands."""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

LONGEST = 3
"""At most so many signs are read for one letter (*ư* as *it’*)."""

Emissions = Mapping[str, float]
Scores = dict[int, float]


@dataclass(slots=True)
class Trie:
    """Words that share their beginnings, so that these are compared once."""

    children: dict[str, "Trie"] = field(default_factory=dict)
    word: str | None = None


def trie_of(words: Iterable[str]) -> Trie:
    root = Trie()
    for word in words:
        node = root
        for letter in word:
            node = node.children.setdefault(letter, Trie())
        node.word = word
    return root


class Channel:
    """Logarithms of P(signs read | letter printed); what was never met costs by its length."""

    def __init__(self, letters: Mapping[str, Emissions], floors: tuple[float, ...]) -> None:
        self.letters = letters
        self.floors = floors

    def step(self, scores: Scores, letter: str, seen: str, least: float = -math.inf) -> Scores:
        """From "so much of `seen` is explained at this cost" to the same after one more letter."""
        emissions = self.letters.get(letter, {})
        floors = self.floors
        length = len(seen)
        after: Scores = {}
        for start, score in scores.items():
            for end in range(start, min(start + LONGEST, length) + 1):
                cost = emissions.get(seen[start:end])
                cost = score + (floors[end - start] if cost is None else cost)
                if cost > after.get(end, least):
                    after[end] = cost
        return after

    def spelt(self, trie: Trie, seen: str, least: float) -> Iterator[tuple[float, str]]:
        """The words of a trie that may have been read as `seen`, and at which cost."""
        waiting: list[tuple[Trie, Scores]] = [(trie, {0: 0.0})]
        length = len(seen)
        while waiting:
            node, scores = waiting.pop()
            if node.word is not None and length in scores:
                yield scores[length], node.word
            for letter, child in node.children.items():
                after = self.step(scores, letter, seen, least)
                if after:
                    waiting.append((child, after))


class Met(Channel):
    """The same channel without what was never met in training: quick, and nearly always enough."""

    def step(self, scores: Scores, letter: str, seen: str, least: float = -math.inf) -> Scores:
        emissions = self.letters.get(letter, {})
        length = len(seen)
        after: Scores = {}
        for start, score in scores.items():
            for end in range(start, min(start + LONGEST, length) + 1):
                cost = emissions.get(seen[start:end])
                if cost is not None and score + cost > after.get(end, least):
                    after[end] = score + cost
        return after
