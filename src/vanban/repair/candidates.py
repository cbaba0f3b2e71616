"""Which syllables and abbreviations a recognised word may have been, best first."""

import math
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from heapq import nlargest

from vanban.language.forms import fold
from vanban.repair.channel import Channel, Met, trie_of

MARGIN = 9.0
"""Readings more than so many nats below the best one are not followed."""

LEAST, LEAST_MET = -13.0, -9.5
"""No part of a syllable may cost more than this; less where only known readings count."""

STRANGE = -6.0
"""A word whose best reading costs more is tried again with signs never met for their letters."""

UNKNOWN_SHARE = -11.0
_VOWELS = frozenset("aeiouy")
_ONSETS = ("ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", *"bcdđghklmnprstvx")
_FORMS = {"lower": str.lower, "title": str.capitalize, "upper": str.upper}
_CASES = (
    ("lower", "lower", "lower"),
    ("title", "lower", "lower"),
    ("", "title", "lower"),
    ("upper", "upper", "upper"),
)
"""The case of onset, vowels and ending; an empty one has no onset at all."""

Spelt = tuple[float, str]
Cut = tuple[float, list[Spelt], tuple[int, str, str], list[Spelt]]


class Speller:
    """Finds the readings of a word: onset, vowels and ending apart, in lower and upper case.

    `syllables` is the lexicon in lower case with the logarithm of each syllable's share; `others`
    are abbreviations and foreign words as they are printed.
    """

    def __init__(
        self, channel: Channel, syllables: Mapping[str, float], others: Iterable[str]
    ) -> None:
        self._channel = channel
        self._met = Met(channel.letters, channel.floors)
        self._syllables = syllables
        parts = {split for word in syllables for split in _splits(word)}
        self._parts = {
            (place, case): trie_of({form(part[place]) for part in parts if part[place]})
            for case, form in _FORMS.items()
            for place in range(3)
        }
        self._others = trie_of(others)
        self._part = lru_cache(maxsize=30_000)(self._spelt_part)
        self.spell = lru_cache(maxsize=5_000)(self._spell)

    def _spell(self, seen: str, keep: int) -> tuple[Spelt, ...]:
        """The `keep` readings that channel and frequency together find best: (channel, word)."""
        channel: Channel = self._met
        found = self._syllables_like(seen, channel)
        if max(found.values(), default=-math.inf) < STRANGE:
            channel = self._channel
            found = self._syllables_like(seen, channel)
        least = max(max(found.values(), default=-math.inf) - MARGIN, 2 * LEAST)
        for score, word in channel.spelt(self._others, seen, least):
            if score > found.get(word, -math.inf):
                found[word] = score
        ranked = nlargest(keep, found.items(), key=lambda item: item[1] + self._share(item[0]))
        return tuple((score, word) for word, score in ranked)

    def _syllables_like(self, seen: str, channel: Channel) -> dict[str, float]:
        found: dict[str, float] = {}
        best = -math.inf
        for bound, onsets, between, codas in sorted(self._cuts(seen, channel), key=_dearest_last):
            if bound < best - MARGIN:
                break
            vowels = self._part(channel, *between)
            if vowels and bound + vowels[0][0] >= best - MARGIN:
                best = self._join(onsets, vowels, codas, best, found)
        return found

    def _share(self, word: str) -> float:
        return self._syllables.get(word.lower(), UNKNOWN_SHARE)

    def _cuts(self, seen: str, channel: Channel) -> Iterator[Cut]:
        """Every way to share the signs among the three parts, with the least it costs."""
        length = len(seen)
        for onset_case, vowel_case, coda_case in _CASES:
            if vowel_case != "lower" and seen == seen.lower():
                continue
            for first in range(min(length, 5) + 1 if onset_case else 1):
                onsets = self._part(channel, 0, onset_case, seen[:first])
                for second in range(first, min(length, first + 6) + 1) if onsets else ():
                    codas = self._part(channel, 2, coda_case, seen[second:])
                    if codas:
                        bound = onsets[0][0] + codas[0][0]
                        yield bound, onsets, (1, vowel_case, seen[first:second]), codas

    def _join(
        self,
        onsets: list[Spelt],
        vowels: list[Spelt],
        codas: list[Spelt],
        best: float,
        found: dict[str, float],
    ) -> float:
        for onset_cost, onset in onsets:
            for coda_cost, coda in codas:
                ends = onset_cost + coda_cost
                if ends + vowels[0][0] < best - MARGIN:
                    break
                for cost, vowel in vowels:
                    if ends + cost < best - MARGIN:
                        break
                    best = max(best, self._keep(onset + vowel + coda, ends + cost, found))
        return best

    def _keep(self, word: str, cost: float, found: dict[str, float]) -> float:
        """Keep the reading if it is a syllable; the cost if it is, else worse than any."""
        if word.lower() not in self._syllables:
            return -math.inf
        if cost > found.get(word, -math.inf):
            found[word] = cost
        return cost

    def _spelt_part(self, channel: Channel, place: int, case: str, seen: str) -> list[Spelt]:
        least = LEAST if channel is self._channel else LEAST_MET
        found = list(channel.spelt(self._parts[place, case], seen, least)) if case else []
        if not seen and place != 1:
            found.append((0.0, ""))
        return sorted(found, reverse=True)


def _dearest_last(cut: Cut) -> float:
    return -cut[0]


def _splits(word: str) -> Iterator[tuple[str, str, str]]:
    """*quyền* is *qu-yề-n*; *giá* is *gi-á* and *g-iá*, either may be met."""
    for onset in (*_ONSETS, ""):
        rest = word[len(onset) :]
        if word.startswith(onset) and fold(rest[:1]) in _VOWELS:
            run = next((i for i, one in enumerate(rest) if fold(one) not in _VOWELS), len(rest))
            yield onset, rest[:run], rest[run:]
