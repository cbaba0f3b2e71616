"""Which word may follow two others: three-word counts with the back-off of Kneser and Ney.

A word never met after two others is judged by how many different words it has followed; a word
never met at all has the same small share as every other syllable that Vietnamese could have.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import exp, log

from vanban.repair.counts import NUMBER, START, UNKNOWN, Counts, Three
from vanban.repair.discounts import STEPS, discounts


@dataclass(frozen=True, slots=True)
class _Context:
    """All that followed one context: how much, what is spread over the rest."""

    total: float
    spare: float


class Language:
    """Logarithms of P(word | the words before it), words being numbers of `ids`."""

    def __init__(self, counts: Counts, lexicon: Iterable[str]) -> None:
        self.ids = _numbered(counts, lexicon)
        self.size = len(self.ids)
        threes = self._keyed(counts.threes)
        twos = self._twos(threes)
        self._singles(twos)
        self._pairs(twos)
        self._cuts = discounts(threes.values())
        self._threes = threes
        self._contexts = self._spread(threes)

    def one(self, word: int) -> float:
        return log(self.shares[word])

    def two(self, last: int, word: int) -> float:
        """Logarithm of P(word | last)."""
        found = self.pairs.get(last, {}).get(word)
        return found if found is not None else self.backing.get(last, 0.0) + self.logs[word]

    def three(self, before: int, last: int, word: int) -> float:
        """Logarithm of P(word | before last)."""
        context = before * self.size + last
        known = self._contexts.get(context)
        if known is None:
            return self.two(last, word)
        times = self._threes.get(context * self.size + word, 0)
        below = exp(self.two(last, word))
        kept = times - self._cuts[min(times, STEPS)]
        return log((kept + known.spare * below) / known.total)

    def met(self, before: int, last: int, word: int) -> bool:
        """Were these three ever met in a row?"""
        return (before * self.size + last) * self.size + word in self._threes

    def _keyed(self, counted: Counter[Three]) -> dict[int, int]:
        ids, size = self.ids, self.size
        return {
            (ids[before] * size + ids[last]) * size + ids[word]: times
            for (before, last, word), times in counted.items()
        }

    def _twos(self, threes: dict[int, int]) -> dict[int, dict[int, int]]:
        """In how many contexts a pair was met; at the beginning of a sentence, how often."""
        size = self.size
        twos: dict[int, dict[int, int]] = defaultdict(lambda: defaultdict(int))
        for key, times in threes.items():
            last, word = divmod(key % (size * size), size)
            twos[last][word] += 1 if last else times
        return twos

    def _singles(self, twos: dict[int, dict[int, int]]) -> None:
        met = [0] * self.size
        for followers in twos.values():
            for word in followers:
                met[word] += 1
        cuts = discounts(times for times in met if times)
        total = sum(met)
        spare = sum(cuts[min(times, STEPS)] for times in met)
        self.shares = [
            (times - cuts[min(times, STEPS)] + spare / self.size) / total for times in met
        ]
        self.logs = [log(share) for share in self.shares]

    def _pairs(self, twos: dict[int, dict[int, int]]) -> None:
        cuts = discounts(times for row in twos.values() for times in row.values())
        self.pairs: dict[int, dict[int, float]] = {}
        self.backing: dict[int, float] = {}
        for last, row in twos.items():
            total = sum(row.values())
            spare = sum(cuts[min(times, STEPS)] for times in row.values())
            self.backing[last] = log(spare / total)
            self.pairs[last] = {
                word: log((times - cuts[min(times, STEPS)] + spare * self.shares[word]) / total)
                for word, times in row.items()
            }

    def _spread(self, threes: dict[int, int]) -> dict[int, _Context]:
        totals: dict[int, int] = defaultdict(int)
        spares: dict[int, float] = defaultdict(float)
        size, cuts = self.size, self._cuts
        for key, times in threes.items():
            totals[key // size] += times
            spares[key // size] += cuts[min(times, STEPS)]
        return {key: _Context(total, spares[key]) for key, total in totals.items()}


def _numbered(counts: Counts, lexicon: Iterable[str]) -> dict[str, int]:
    ids = {START: 0, NUMBER: 1, UNKNOWN: 2}
    for three in counts.threes:
        for word in three:
            ids.setdefault(word, len(ids))
    for word in lexicon:
        ids.setdefault(word, len(ids))
    return ids
