"""Where was a text recognised with the wrong language? Told line by line."""

import re
from collections.abc import Iterator

from vanban.language.syllables import is_syllable
from vanban.repair.model import Span
from vanban.repair.pieces import Kind, pieces_of
from vanban.repair.windows import counts, fired_in

_SURE_LETTER = re.compile(r"[ăắằẳẵặấầẩẫậđẹẻẽếềểễệỉĩịọỏốồổỗộơớờởỡợụủũưứừửữựỳỵỷỹạả]")
"""Letters that the English model never reads; a syllable with one of them was read rightly."""

_SOUND_LINE = 0.15
_PASSAGE, _FEW = 100, 0.04


def damaged_stretches(text: str) -> tuple[Span, ...]:
    """Runs of whole lines that were recognised with the wrong language, in order.

    Sound Vietnamese, Vietnamese typed without accents and foreign text have none; the form of
    `text` is taken as it is, so bring it to NFC first.
    """
    if _is_clearly_sound(text):
        return ()
    fired = fired_in([piece for piece in pieces_of(text) if counts(piece)])
    return tuple(_runs(text, fired)) if fired else ()


def _is_clearly_sound(text: str) -> bool:
    """A look at the letters alone: no two short passages in a row without enough sure ones.

    This is quick, since nearly every text is sound; damage of a window's length cannot hide in it.
    """
    lower = text.lower()
    poor = 0
    for start in range(0, len(lower), _PASSAGE):
        passage = lower[start : start + _PASSAGE]
        poor = poor + 1 if len(_SURE_LETTER.findall(passage)) < _FEW * len(passage) else 0
        if poor > 1:
            return False
    return poor == 0 or len(lower) > _PASSAGE


def is_sure(word: str) -> bool:
    """Has the word a letter that is never read by mistake, and can it be Vietnamese?"""
    return _SURE_LETTER.search(word.lower()) is not None and is_syllable(word)


def _runs(text: str, fired: list[Span]) -> Iterator[Span]:
    """Join damaged lines to stretches, with all beside them that nothing shows to be sound."""
    begin = end = -1
    hit = False
    for start, stop, line in (*_lines(text), (len(text), len(text), None)):
        if line is None or _is_sound(line):
            if hit:
                yield begin, end
            begin, hit = -1, False
        elif line.strip():
            begin, end = (start if begin < 0 else begin), stop
            hit = hit or any(start < last and stop > first for first, last in fired)


def _lines(text: str) -> Iterator[tuple[int, int, str]]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line), line
        start += len(line) + 1


def _is_sound(line: str) -> bool:
    words = [piece.text for piece in pieces_of(line) if piece.kind is Kind.WORD]
    return bool(words) and sum(map(is_sure, words)) >= _SOUND_LINE * len(words)
