"""The channel: how likely the English model reads these signs where this letter stands."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

LONGEST = 3
"""At most so many signs are read for one letter (*ư* as *it’*)."""

NEVER = (-math.inf,) * (LONGEST + 1)

Letters = Mapping[str, Mapping[str, float]]
Scores = dict[int, float]
Spelt = tuple[float, str]
Ways = list[tuple[int, Mapping[str, float], float]]


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
    """Logarithms of P(signs read | letter printed); what was never met costs by its length.

    With `NEVER` for `floors` it has only what was met: quick, and nearly always enough.
    """

    def __init__(self, letters: Letters, floors: tuple[float, ...]) -> None:
        self.letters = letters
        self.floors = floors
        self._by_signs: dict[str, dict[str, float]] = defaultdict(dict)
        for letter, row in letters.items():
            for signs, cost in row.items():
                self._by_signs[signs][letter] = cost

    def spelt(self, trie: Trie, seen: str, least: float) -> list[list[Spelt]]:
        """The words of a trie that may have been read as the first 0, 1, 2 … signs of `seen`.

        All beginnings are found on one walk; each word comes with its cost.
        """
        steps = self._steps(seen)
        found: list[list[Spelt]] = [[] for _ in steps]
        waiting: list[tuple[Trie, Scores]] = [(trie, {0: 0.0})]
        while waiting:
            node, scores = waiting.pop()
            if node.word is not None:
                for end, score in scores.items():
                    found[end].append((score, node.word))
            states = [(score, steps[start]) for start, score in scores.items()]
            for letter, child in node.children.items():
                after = _after(states, letter, least)
                if after:
                    waiting.append((child, after))
        return found

    def _steps(self, seen: str) -> list[Ways]:
        """From every place the places one letter later, with what each letter costs."""
        length = len(seen)
        return [
            [
                (end, self._by_signs.get(seen[start:end], {}), self.floors[end - start])
                for end in range(start, min(start + LONGEST, length) + 1)
                if seen[start:end] in self._by_signs or self.floors[end - start] > -math.inf
            ]
            for start in range(length + 1)
        ]


def _after(states: Iterable[tuple[float, Ways]], letter: str, least: float) -> Scores:
    """So much is explained after one more letter, and at which cost; nothing dearer is kept."""
    after: Scores = {}
    for score, ways in states:
        for end, costs, floor in ways:
            cost = score + costs.get(letter, floor)
            if cost > after.get(end, least):
                after[end] = cost
    return after
