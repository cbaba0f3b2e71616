"""Which syllables and abbreviations a recognised word may have been, best first."""

import math
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from heapq import nlargest

from vanban.language.forms import fold
from vanban.repair.channel import NEVER, Channel, Spelt, trie_of

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

_MOST_OF_ONSET, _MOST_OF_VOWELS, _MOST_OF_CODA = 5, 6, 6
"""No part of a syllable is read as more signs."""

Cut = tuple[float, list[Spelt], list[Spelt], list[Spelt]]


class Speller:
    """Finds the readings of a word: onset, vowels and ending apart, in lower and upper case.

    `syllables` is the lexicon in lower case with the logarithm of each syllable's share; `others`
    are abbreviations and foreign words as they are printed.
    """

    def __init__(
        self, channel: Channel, syllables: Mapping[str, float], others: Iterable[str]
    ) -> None:
        self._channel = channel
        self._met = Channel(channel.letters, NEVER)
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
        channel = self._met
        found = self._syllables_like(seen, channel)
        if max(found.values(), default=-math.inf) < STRANGE:
            channel = self._channel
            found = self._syllables_like(seen, channel)
        least = max(max(found.values(), default=-math.inf) - MARGIN, 2 * LEAST)
        for score, word in channel.spelt(self._others, seen, least)[-1]:
            if score > found.get(word, -math.inf):
                found[word] = score
        ranked = nlargest(keep, found.items(), key=lambda item: item[1] + self._share(item[0]))
        return tuple((score, word) for word, score in ranked)

    def _syllables_like(self, seen: str, channel: Channel) -> dict[str, float]:
        found: dict[str, float] = {}
        best = -math.inf
        for bound, onsets, vowels, codas in sorted(self._cuts(seen, channel), key=_dearest_last):
            if bound < best - MARGIN:
                break
            best = self._join(onsets, vowels, codas, best, found)
        return found

    def _share(self, word: str) -> float:
        return self._syllables.get(word.lower(), UNKNOWN_SHARE)

    def _cuts(self, seen: str, channel: Channel) -> Iterator[Cut]:
        """Every way to share the signs among the three parts, with the least it costs."""
        for onset_case, *case in _CASES:
            if case[0] == "lower" or seen != seen.lower():
                heads = self._part(channel, 0, onset_case, seen[:_MOST_OF_ONSET])
                for place, onsets in enumerate(heads):
                    if onsets:
                        for vowels, codas in self._rimes(seen[place:], channel, *case):
                            yield onsets[0][0] + codas[0][0], onsets, vowels, codas

    def _rimes(
        self, seen: str, channel: Channel, vowel_case: str, coda_case: str
    ) -> Iterator[tuple[list[Spelt], list[Spelt]]]:
        middles = self._part(channel, 1, vowel_case, seen[:_MOST_OF_VOWELS])
        for place, vowels in enumerate(middles):
            if vowels and len(seen) - place <= _MOST_OF_CODA:
                codas = self._part(channel, 2, coda_case, seen[place:])[-1]
                if codas:
                    yield vowels, codas

    def _join(
        self,
        onsets: list[Spelt],
        vowels: list[Spelt],
        codas: list[Spelt],
        best: float,
        found: dict[str, float],
    ) -> float:
        syllables = self._syllables
        for onset_cost, onset in onsets:
            for coda_cost, coda in codas:
                ends = onset_cost + coda_cost
                if ends + vowels[0][0] < best - MARGIN:
                    break
                for cost, vowel in vowels:
                    whole = ends + cost
                    if whole < best - MARGIN:
                        break
                    word = onset + vowel + coda
                    if word.lower() in syllables:
                        best = max(best, whole)
                        found[word] = max(whole, found.get(word, -math.inf))
        return best

    def _spelt_part(self, channel: Channel, place: int, case: str, seen: str) -> list[list[Spelt]]:
        """The parts that the first 0, 1, 2 … signs may have been, the best first."""
        if not case:
            return [[(0.0, "")]]
        least = LEAST if channel is self._channel else LEAST_MET
        found = channel.spelt(self._parts[place, case], seen, least)
        if place != 1:
            found[0].append((0.0, ""))
        return [sorted(words, reverse=True) for words in found]


def _dearest_last(cut: Cut) -> float:
    return -cut[0]


def _splits(word: str) -> Iterator[tuple[str, str, str]]:
    """*quyền* is *qu-yề-n*; *giá* is *gi-á* and *g-iá*, either may be met."""
    for onset in (*_ONSETS, ""):
        if word.startswith(onset):
            rest = word[len(onset) :]
            run = next((i for i, one in enumerate(rest) if not _is_vowel(one)), len(rest))
            if run:
                yield onset, rest[:run], rest[run:]


@cache
def _is_vowel(letter: str) -> bool:
    return fold(letter) in _VOWELS
