"""The repaired text, written from left to right, and the account of its words."""

from vanban.repair.detect import is_sure
from vanban.repair.model import Repair, RepairedWord
from vanban.repair.pieces import Piece, pieces_of
from vanban.repair.tones import new_style, old_style

Readings = list[tuple[str, float]]

_MOST_OTHERS, _LEAST_ODDS = 3, 0.01
_JOINED = 0.9
"""A sign without a blank between two words may be a blank that was lost (*thi-đua*)."""


class Pen:
    """Writes the repaired text from left to right and keeps account of every word."""

    def __init__(self, original: str) -> None:
        self._original = original
        self._styled = new_style if _prefers_new_style(original) else old_style
        self._parts: list[str] = []
        self._words: list[RepairedWord] = []
        self._read = self._written = 0

    def write(self, piece: Piece, readings: Readings, sureness: float) -> None:
        """Copy what stands before the piece, then the first reading."""
        word = readings[0][0]
        word = word if word == piece.text else self._styled(word)
        between = self._original[self._read : piece.start]
        if between and word != piece.text and not any(map(str.isspace, between)):
            sureness = min(sureness, _JOINED)
        self._copy(between)
        start = self._written
        self._copy(word)
        self._read = piece.end
        others = (self._styled(one) for one, share in readings[1:] if share >= _LEAST_ODDS)
        entry = RepairedWord(
            span=(start, self._written),
            source_span=(piece.start, piece.end),
            seen=piece.text,
            word=word,
            others=tuple(others)[:_MOST_OTHERS],
            confidence=sureness,
        )
        if entry.word != entry.seen or entry.doubtful:
            self._words.append(entry)

    def finished(self) -> Repair:
        self._copy(self._original[self._read :])
        return Repair("".join(self._parts), self._original, tuple(self._words))

    def _copy(self, text: str) -> None:
        self._parts.append(text)
        self._written += len(text)


def _prefers_new_style(text: str) -> bool:
    """Do the words that were read rightly have *hoà* more often than *hòa*?"""
    sure = [piece.text for piece in pieces_of(text) if is_sure(piece.text)]
    new = sum(old_style(word) != word for word in sure)
    return new > sum(new_style(word) != word for word in sure)
