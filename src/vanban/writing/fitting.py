"""Breaking words into lines that fit a width, measured with the font they are printed in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from PIL import ImageFont

_FONTS = Path(__file__).parent / "fonts"
_MEASURED_AT = 1000
_STEPS = 15
_STEP = 0.05


@dataclass(frozen=True, slots=True)
class Face:
    """One of the four cuts of Tinos, which has the measures of Times New Roman."""

    bold: bool = False
    italic: bool = False

    @property
    def file(self) -> Path:
        name = f"{'Bold' if self.bold else ''}{'Italic' if self.italic else ''}" or "Regular"
        return _FONTS / f"Tinos-{name}.ttf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words that belong together: their size when there is room, and what follows below them."""

    words: str
    face: Face
    size: float
    gap: float = 0
    """Empty space below, as a share of the size."""


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line of a passage, `down` below the top of the block at its baseline."""

    words: str
    face: Face
    size: float
    down: float


LINE = 1.28
"""From one baseline to the next, as a share of the size: marks above and below do not touch."""
RISE = 0.95
"""From the top of the first line to its baseline: room for marks on capitals."""


@lru_cache(maxsize=2000)
def fit(passages: tuple[Passage, ...], *, width: float, height: float) -> tuple[SetLine, ...]:
    """Set `passages` one below the other, all made smaller in equal steps until they fit.

    What would need type of less than a quarter of its size is set at that size, too high. Kept,
    since the certificates of one decision share most of their words.
    """
    for step in range(_STEPS + 1):
        lines = tuple(_set(passages, width, 1 - step * _STEP))
        if not lines or _bottom(lines) <= height:
            break
    return lines


def _bottom(lines: Sequence[SetLine]) -> float:
    return lines[-1].down + lines[-1].size * (LINE - RISE)


def _set(passages: Sequence[Passage], width: float, scale: float) -> Iterator[SetLine]:
    top = 0.0
    for passage in passages:
        size = round(passage.size * scale, 2)
        for words in broken(passage.words, passage.face, width / size):
            yield SetLine(words, passage.face, size, round(top + size * RISE, 2))
            top += size * LINE
        top += size * passage.gap


def broken(words: str, face: Face, width: float) -> list[str]:
    """The lines of `words` in a column `width` times as wide as the type is high.

    No more lines than needed, and those as even as they can be: what is centred looks ragged
    when a single word is left over.
    """
    lines = _filled(words, face, width)
    low, high = 0.0, width
    while len(lines) > 1 and high - low > 1:
        middle = (low + high) / 2
        narrower = _filled(words, face, middle)
        if len(narrower) == len(lines) and all(width_of(one, face) <= width for one in narrower):
            high, lines = middle, narrower
        else:
            low = middle
    return lines


def _filled(words: str, face: Face, width: float) -> list[str]:
    """Each line as full as it gets; a word longer than a line is cut."""
    lines: list[str] = []
    space, room = _advance(" ", face), 0.0
    for word in _pieces(words, face, width):
        needed = _advance(word, face)
        if lines and space + needed <= room:
            lines[-1] += f" {word}"
            room -= space + needed
        else:
            lines.append(word)
            room = width - needed
    return lines


def _pieces(words: str, face: Face, width: float) -> Iterator[str]:
    for word in words.split():
        rest = word
        while _advance(rest, face) > width and len(rest) > 1:
            count = max(1, int(len(rest) * width / _advance(rest, face)))
            while count > 1 and _advance(rest[:count], face) > width:
                count -= 1
            yield rest[:count]
            rest = rest[count:]
        yield rest


def width_of(words: str, face: Face) -> float:
    """How wide `words` run on one line, in heights of the type."""
    space = _advance(" ", face)
    parts = words.split()
    return sum(_advance(part, face) for part in parts) + space * max(0, len(parts) - 1)


@lru_cache(maxsize=10_000)
def _advance(word: str, face: Face) -> float:
    return _font(face).getlength(word) / _MEASURED_AT


@cache
def _font(face: Face) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(face.file, _MEASURED_AT, layout_engine=ImageFont.Layout.BASIC)
