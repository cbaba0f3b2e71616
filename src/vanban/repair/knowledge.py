"""The trained data, ready for use: channel, lexicon, language model, cases of words."""

import json
import math
from functools import lru_cache
from importlib.resources.abc import Traversable

from vanban.repair.candidates import Speller
from vanban.repair.channel import Channel
from vanban.repair.codes import known_codes
from vanban.repair.counts import Counts, from_text
from vanban.repair.language import Language
from vanban.repair.lexicon import DATA, lexicon, unpacked

_UPPER = math.log(0.05)
_FIRST_TITLE, _FIRST_LOWER = math.log(0.6), math.log(0.35)
_TITLE, _ALL = 0.3, 3.0
"""Imagined sightings of a word, in Title form and at all, before its real ones are counted."""


class Knowledge:
    """What is known of Vietnamese official papers, and of a unit's own if its counts are given."""

    def __init__(self, channel: Channel, counts: Counts) -> None:
        syllables = lexicon()
        self.language = Language(counts, syllables)
        self._forms = counts.forms
        ids, logs = self.language.ids, self.language.logs
        shares = {word: logs[ids[word]] for word in syllables}
        others = sorted(form for form in counts.forms if form.lower() not in shares)
        self.speller = Speller(channel, shares, others)
        self.codes = known_codes(others)

    def case(self, word: str, *, first: bool) -> float:
        """Logarithm of this form's share among the forms of a word; `first` of a sentence."""
        lower = word.lower()
        if len(word) > 1 and word.isupper():
            return _UPPER
        if first:
            return _FIRST_LOWER if word == lower else _FIRST_TITLE
        titles, lowers = self._forms[lower.capitalize()], self._forms[lower]
        share = (titles + _TITLE) / (titles + lowers + _ALL)
        return math.log(1 - share if word == lower else share)


@lru_cache(maxsize=2)
def knowledge(known: Counts | None) -> Knowledge:
    """The shipped data, with `known` counted as more text of the same kind.

    Made once for each `Counts`: add to counts before they are used, not after.
    """
    return load(known, DATA)


def load(known: Counts | None, folder: Traversable) -> Knowledge:
    """Read the trained data of a folder."""
    counts = from_text(unpacked(folder / "counts.txt.gz"))
    if known is not None:
        counts.add(known)
    return load_with(counts, folder)


def load_with(counts: Counts, folder: Traversable) -> Knowledge:
    """The channel of a folder, and counts from somewhere else."""
    stored = json.loads(unpacked(folder / "channel.json.gz"))
    letters = {
        letter: {seen: math.log(share) for seen, share in row.items()}
        for letter, row in stored["letters"].items()
    }
    return Knowledge(Channel(letters, tuple(stored["floors"])), counts)
