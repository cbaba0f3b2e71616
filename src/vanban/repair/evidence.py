"""What speaks for the word that was chosen and what against it, as numbers of like size."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from vanban.repair.confidence import Evidence
from vanban.repair.counts import UNKNOWN
from vanban.repair.language import Language
from vanban.repair.pieces import Kind, Piece
from vanban.repair.readings import Column, Odds, Reading

_MOST = 9.0
_SHORT = 2
_SIGNS = frozenset("0123456789¢€&@$¥£?|’'`‘")
_NOBODY = Reading(0, "", 0.0)


@dataclass(frozen=True, slots=True)
class Choice:
    """A word in its place: all its readings, those that were left, and the odds of these.

    It is `joined` if nothing but signs stands between it and the word before.
    """

    piece: Piece
    joined: bool
    column: Column
    kept: Column
    odds: Odds

    @property
    def best(self) -> Reading:
        """A figure stays a figure, however unlikely; it is the first of its readings."""
        if self.piece.kind is Kind.NUMBER:
            return self.column[0]
        return self.kept[self.odds.index(max(self.odds))]

    def share(self, number: int) -> float:
        """The odds of one word, in whatever case."""
        pairs = zip(self.kept, self.odds, strict=True)
        return sum(share for reading, share in pairs if reading.number == number)


def evidence_of(choices: Sequence[Choice], language: Language) -> list[Evidence]:
    """For every word of a sentence; the first number is always 1, for the weight of all."""
    best = [choice.best for choice in choices]
    tops = [_log_odds(choice.share(one.number)) for choice, one in zip(choices, best, strict=True)]
    found: list[Evidence] = []
    for place, choice in enumerate(choices):
        near = min((*tops[max(place - 1, 0) : place], *tops[place + 1 : place + 2]), default=_MOST)
        around = [
            best[at] if 0 <= at < len(best) else _NOBODY for at in range(place - 2, place + 3)
        ]
        found.append(
            (
                1.0,
                tops[place],
                near,
                *_of_the_language(around, language, last=place + 1 == len(best)),
                *_of_the_readings(choice, language),
                *_of_the_letters(choice, first=place == 0),
            )
        )
    return found


def _of_the_language(around: Sequence[Reading], language: Language, *, last: bool) -> Evidence:
    two, one, here, next_one, _ = (reading.number for reading in around)
    return (
        float(here in language.pairs.get(one, {})),
        float(not last and next_one in language.pairs.get(here, {})),
        float(language.met(two, one, here)),
        float(not last and language.met(one, here, next_one)),
        max(language.three(two, one, here), -12.0) / 3,
        max(language.logs[here], -18.0),
        float(here == language.ids[UNKNOWN]),
    )


def _of_the_readings(choice: Choice, language: Language) -> Evidence:
    """The channel's opinion, and how much more common the best of the other readings is."""
    best = choice.best
    others = [one for one in choice.column if one.number != best.number]
    dearest = max((one.cost for one in choice.column), default=best.cost)
    common = max((language.logs[one.number] + one.cost for one in others), default=-18.0)
    return (
        max(best.cost, -_MOST),
        max(best.cost - dearest, -6.0),
        min(max(language.logs[best.number] + best.cost - common, -6.0), 6.0),
        _log_odds(max(choice.odds)),
    )


def _of_the_letters(choice: Choice, *, first: bool) -> Evidence:
    piece, word = choice.piece, choice.best.word
    return (
        float(word[:1].isupper() and not first),
        float(len(word) > 1 and word.isupper()),
        float(piece.kind is Kind.NUMBER),
        float(len(piece.text) <= _SHORT),
        float(not _SIGNS.isdisjoint(piece.text)),
        float(choice.joined),
    )


def disagreements(words: Sequence[tuple[str, str]]) -> list[float]:
    """For every pair of seen and chosen word: the share of the same signs taken for others."""
    pairs = [(seen.lower(), word.lower()) for seen, word in words]
    each, all_ = Counter(pairs), Counter(seen for seen, _ in pairs)
    return [1 - each[pair] / all_[pair[0]] for pair in pairs]


def _log_odds(share: float) -> float:
    share = min(max(share, 1e-4), 1 - 1e-4)
    return log(share / (1 - share))
