"""From pairs of printed and recognised words to the table of the channel."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable

from vanban.language.forms import fold
from vanban.repair.channel import LONGEST, Scores

Pair = tuple[str, str]

ROUNDS = 3
FLOORS = (-8.0, -8.0, -10.0, -13.0)
"""Of signs never met for a letter, by their number; from the second round on they only back off."""

START = {"same": -0.2, "base": -1.0}
FAMILY_WEIGHT = 8.0
"""So many imagined sightings does a letter borrow from the letters with the same base and case."""

LEAST = 2e-5


class _Table:
    """A table of the channel, followed letter by letter along one word."""

    def __init__(self, letters: dict[str, dict[str, float]]) -> None:
        self._letters = letters

    def step(self, scores: Scores, letter: str, seen: str) -> Scores:
        """From "so much of `seen` is explained at this cost" to the same after one more letter."""
        row = self.row(letter)
        after: Scores = {}
        for start, score in scores.items():
            for end in range(start, min(start + LONGEST, len(seen)) + 1):
                cost = score + row.get(seen[start:end], FLOORS[end - start])
                if cost > after.get(end, -math.inf):
                    after[end] = cost
        return after

    def row(self, letter: str) -> dict[str, float]:
        return self._letters.get(letter, {})


class _Untrained(_Table):
    """At first a letter is read as itself or its base letter, and anything else is dear."""

    def row(self, letter: str) -> dict[str, float]:
        return {_base(letter): START["base"], letter: START["same"]}


def estimate(pairs: Iterable[Pair]) -> dict[str, dict[str, float]]:
    """Probability of every sign or group of signs for every letter, by repeated alignment."""
    counted = Counter(pairs)
    channel: _Table = _Untrained({})
    table: dict[str, dict[str, float]] = {}
    for _ in range(ROUNDS):
        table = _smoothed(_sightings(counted, channel))
        channel = _Table(logarithms(table))
    return table


def logarithms(table: dict[str, dict[str, float]]) -> dict[str, dict[str, float]]:
    return {
        letter: {seen: math.log(share) for seen, share in row.items()}
        for letter, row in table.items()
    }


def _base(letter: str) -> str:
    bare = fold(letter)
    return bare.upper() if letter.isupper() else bare


def _sightings(pairs: Counter[Pair], channel: _Table) -> dict[str, Counter[str]]:
    sightings: dict[str, Counter[str]] = defaultdict(Counter)
    for (word, seen), times in pairs.items():
        for letter, signs in _alignment(word, seen, channel):
            sightings[letter][signs] += times
    return sightings


def _alignment(word: str, seen: str, channel: _Table) -> list[Pair]:
    """The likeliest share of the signs for every letter; nothing if the word is not explained."""
    columns = [{0: 0.0}]
    for letter in word:
        columns.append(channel.step(columns[-1], letter, seen))
    end = len(seen)
    if columns[-1].get(end, -math.inf) < -9.0 * max(len(word), 2):
        return []
    steps = []
    for place in range(len(word), 0, -1):
        start = _start(
            columns[place - 1], columns[place][end], word[place - 1], seen[:end], channel
        )
        steps.append((word[place - 1], seen[start:end]))
        end = start
    return steps


def _start(before: dict[int, float], score: float, letter: str, seen: str, channel: _Table) -> int:
    end = len(seen)
    for start in range(max(0, end - LONGEST), end + 1):
        if start in before:
            alone = channel.step({start: before[start]}, letter, seen)
            if abs(alone.get(end, -math.inf) - score) < 1e-9:
                return start
    raise AssertionError(letter, seen)


def _smoothed(sightings: dict[str, Counter[str]]) -> dict[str, dict[str, float]]:
    families: dict[str, Counter[str]] = defaultdict(Counter)
    for letter, seen in sightings.items():
        families[_base(letter)].update(seen)
    return {letter: _row(letter, seen, families) for letter, seen in sightings.items()}


def _row(letter: str, seen: Counter[str], families: dict[str, Counter[str]]) -> dict[str, float]:
    family = families[_base(letter)]
    of_family, total = family.total(), seen.total() + FAMILY_WEIGHT
    shares = {
        signs: (seen[signs] + FAMILY_WEIGHT * count / of_family) / total
        for signs, count in family.items()
    }
    kept = {signs: share for signs, share in shares.items() if share >= LEAST}
    return {signs: round(share, 6) for signs, share in sorted(kept.items(), key=lambda x: -x[1])}
