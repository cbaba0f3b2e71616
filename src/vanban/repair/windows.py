"""Judges a text window by window: was this recognised with the wrong language?

The bounds come from some thousands of windows of sound text, of text recognised with the English
model, of Vietnamese typed without accents and of English: none was taken for another.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from vanban.language.forms import fold
from vanban.language.syllables import is_syllable
from vanban.repair.lexicon import lexicon
from vanban.repair.model import Span
from vanban.repair.pieces import Kind, Piece

WINDOW, STRIDE = 60, 30
FEWEST = 10
"""Of fewer words nothing can be said."""


@dataclass(frozen=True, slots=True)
class _Bounds:
    """What a window must be to count as damaged; the shares are of its words."""

    plain: float
    stroked: float
    folds: float
    impossible: float
    accent: float


_WHOLE = _Bounds(plain=0.45, stroked=0.02, folds=0.42, impossible=0.15, accent=0.04)
_SHORT = _Bounds(plain=0.5, stroked=0.0, folds=0.5, impossible=0.3, accent=0.1)


def counts(piece: Piece) -> bool:
    """Numbers, codes and words in capitals say nothing."""
    text = piece.text
    return piece.kind is Kind.WORD and not (len(text) > 1 and text.isupper())


def fired_in(words: Sequence[Piece]) -> list[Span]:
    """The places from the first to the last word of every window that is damaged."""
    if len(words) < FEWEST:
        return []
    bounds = _WHOLE if len(words) >= WINDOW else _SHORT
    starts = [*range(0, max(len(words) - WINDOW, 0), STRIDE), max(len(words) - WINDOW, 0)]
    windows = (words[start : start + WINDOW] for start in starts)
    return [
        (window[0].start, window[-1].end)
        for window in windows
        if _is_damaged([piece.text.lower() for piece in window], bounds)
    ]


def _is_damaged(words: list[str], bounds: _Bounds) -> bool:
    count = len(words)
    return (
        sum(word.isascii() for word in words) >= bounds.plain * count
        and sum("đ" in word for word in words) <= bounds.stroked * count
        and sum(_is_strange(word) for word in words) >= bounds.accent * count
        and sum(not is_syllable(word) for word in words) >= bounds.impossible * count
        and sum(_folds(word) for word in words) >= bounds.folds * count
    )


def _is_strange(word: str) -> bool:
    """A Latin letter with an accent, or a digit or sign among letters."""
    return any(not "a" <= sign <= "z" for sign in word)


@lru_cache(maxsize=10_000)
def _folds(word: str) -> bool:
    return fold(word) in _folded()


@cache
def _folded() -> frozenset[str]:
    return frozenset(fold(word) for word in lexicon())
