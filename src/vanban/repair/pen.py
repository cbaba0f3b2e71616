"""The repaired text, written from left to right, and the account of its words."""

from collections import deque
from collections.abc import Iterable

from vanban.repair.detect import is_sure
from vanban.repair.model import Repair, RepairedWord, Span
from vanban.repair.pieces import Piece, pieces_of
from vanban.repair.tones import new_style, old_style

Readings = list[tuple[str, float]]

_MOST_OTHERS, _LEAST_ODDS = 3, 0.01
_STRAY = 0.5


class Pen:
    """Writes the repaired text from left to right and keeps account of every word."""

    def __init__(self, original: str, strays: Iterable[Span] = ()) -> None:
        self._original = original
        self._strays = deque(strays)
        self._styled = new_style if _prefers_new_style(original) else old_style
        self._parts: list[str] = []
        self._words: list[RepairedWord] = []
        self._read = self._written = 0

    def write(self, piece: Piece, readings: Readings, sureness: float) -> None:
        """Copy what stands before the piece, then the first reading."""
        word = readings[0][0]
        word = word if word == piece.text else self._styled(word)
        self._copy_to(piece.start)
        others = (self._styled(one) for one, share in readings[1:] if share >= _LEAST_ODDS)
        self._put((piece.start, piece.end), word, tuple(others)[:_MOST_OTHERS], sureness)

    def finished(self) -> Repair:
        self._copy_to(len(self._original))
        return Repair("".join(self._parts), self._original, tuple(self._words))

    def _copy_to(self, end: int) -> None:
        """Leave all as it is up to `end`, but doubt stray signs."""
        while self._strays and self._strays[0][0] < end:
            span = self._strays.popleft()
            self._append(self._original[self._read : span[0]])
            self._put(span, self._original[slice(*span)], (), _STRAY)
        self._append(self._original[self._read : end])
        self._read = end

    def _put(self, source: Span, word: str, others: tuple[str, ...], sureness: float) -> None:
        start = self._written
        self._append(word)
        self._read = source[1]
        seen = self._original[slice(*source)]
        entry = RepairedWord((start, self._written), source, seen, word, others, sureness)
        if word != seen or entry.doubtful:
            self._words.append(entry)

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._written += len(text)


def _prefers_new_style(text: str) -> bool:
    """Do the words that were read rightly have *hoà* more often than *hòa*?"""
    sure = [piece.text for piece in pieces_of(text) if is_sure(piece.text)]
    new = sum(old_style(word) != word for word in sure)
    return new > sum(new_style(word) != word for word in sure)
