"""The text of a document with its lines and its folded twin, and values found in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from vanban.language.forms import fold, one_line, plain_text

if TYPE_CHECKING:
    from vanban.reading.model import Span

T_co = TypeVar("T_co", covariant=True)

LETTERHEAD = 0.98
"""Printed in the place where such a thing belongs."""
CLEAR = 0.9
"""Named by a word that leaves little doubt."""
DERIVED = 0.8
"""Understood from running text, not printed in its own place."""
GUESS = 0.5
"""Likely, but another reading is possible."""


@dataclass(frozen=True, slots=True)
class Found(Generic[T_co]):
    """A value, where it stands, and how sure the reader is."""

    value: T_co
    span: Span
    confidence: float = CLEAR


@dataclass(frozen=True, slots=True)
class Line:
    """One line without the blanks around it."""

    start: int
    end: int
    text: str
    folded: str


@dataclass(frozen=True, slots=True)
class Paper:
    """What every part of the reader is given. `folded` has the same offsets as `text`."""

    text: str
    folded: str
    lines: tuple[Line, ...]

    @classmethod
    def of(cls, raw: str) -> Paper:
        """Normalise a raw text and cut it into lines."""
        text = plain_text(raw)
        folded = fold(text)
        lines = []
        start = 0
        for printed in text.split("\n"):
            bare = printed.strip()
            first = start + len(printed) - len(printed.lstrip()) if bare else start
            end = first + len(bare)
            lines.append(Line(first, end, bare, folded[first:end]))
            start += len(printed) + 1
        return cls(text, folded, tuple(lines))

    def quote(self, span: Span) -> str:
        """The words of a span, white space folded."""
        return one_line(self.text[span[0] : span[1]])

    def found(self, span: Span, confidence: float = CLEAR) -> Found[str]:
        """The words of a span as a value; blanks at its ends are left out."""
        words = self.text[span[0] : span[1]]
        start = span[0] + len(words) - len(words.lstrip())
        trimmed = (start, max(start, span[0] + len(words.rstrip())))
        return Found(self.quote(trimmed), trimmed, confidence)
