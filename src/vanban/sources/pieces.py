"""Where the words of a PDF page stand.

A PDF only places signs. PDFium gives them in the order in which they were drawn, which mostly is
the order in which they are read. Where a program drew the accented letters last, because its font
lacked them, words are put together again from the places of their letters.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from ctypes import byref, c_double
from dataclasses import dataclass
from itertools import chain, pairwise
from math import pi
from operator import attrgetter

import pypdfium2
import pypdfium2.raw as pdfium

from vanban.sources.columns import Fragment
from vanban.sources.layout import begins_right_column, may_hold_layout

HYPHEN_AT_LINE_END = "\ufffe"
"""What PDFium makes of a hyphen where the line ends: the line that follows continues the word."""

_WORD = re.compile(rf"[^\s{HYPHEN_AT_LINE_END}]+{HYPHEN_AT_LINE_END}?")
_LINE = re.compile(
    rf"[^\s{HYPHEN_AT_LINE_END}](?:[^\r\n{HYPHEN_AT_LINE_END}]*[^\s{HYPHEN_AT_LINE_END}])?"
    rf"{HYPHEN_AT_LINE_END}?"
)
_Way = tuple[int, int]
_WAYS: tuple[_Way, ...] = ((1, 0), (0, -1), (-1, 0), (0, 1))
"""Steps to the right and up along a line, for print turned clockwise by so many quarters."""
_QUARTER = pi / 2
_SAMPLED = 40
_SIGN = re.compile(r"\S")
_LONE_LETTER = re.compile(r"(?<!\S)[^\W\d_](?!\S)")
_SCRAMBLED_SHARE = 0.12
_BLANK = 0.14
_WIDE_GAP = 1.5


@dataclass(frozen=True, slots=True)
class _Piece:
    """Signs that stand together: a line, a word or a single letter. `breaks` ends its line."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    breaks: bool = False

    def beside(self, other: "_Piece") -> bool:
        return abs(self.baseline - other.baseline) <= max(self.size, other.size) / 2

    def follows(self, before: "_Piece") -> bool:
        """Does the piece continue the line of `before`, at the distance of a blank?"""
        size = max(self.size, before.size)
        near = -size <= self.left - before.right <= _WIDE_GAP * size
        return near and not before.breaks and self.beside(before)


def fragments_of(page: pypdfium2.PdfTextPage, characters: str) -> Iterator[Fragment]:
    """What stands together on the lines of a page, whose `characters` PDFium has listed.

    Measuring costs more than reading: single letters are measured only on a scrambled page, words
    only where columns may stand.
    """
    way = _way_of_print(page, characters)
    if _is_scrambled(characters):
        pieces = _words_of(_pieces(page, characters, _SIGN, way))
    else:
        pattern = _WORD if may_hold_layout(characters) else _LINE
        pieces = _pieces(page, characters, pattern, way)
    run: list[_Piece] = []
    for piece, after in pairwise(chain(pieces, [None])):
        if piece is None:
            break
        apart = after is not None and begins_right_column(piece.text, after.text)
        if run and (apart or not piece.follows(run[-1])):
            yield _fragment(run)
            run = []
        run.append(piece)
    if run:
        yield _fragment(run)


def _way_of_print(page: pypdfium2.PdfTextPage, characters: str) -> _Way:
    """The way in which most of the page is printed; a turned page is printed up or down."""
    step = max(1, len(characters) // _SAMPLED)
    quarters = Counter(
        round(pdfium.FPDFText_GetCharAngle(page, place) / _QUARTER) % 4
        for place in range(0, len(characters), step)
        if not characters[place].isspace()
    )
    return _WAYS[quarters.most_common(1)[0][0]] if quarters else _WAYS[0]


def _is_scrambled(characters: str) -> bool:
    """Hardly any Vietnamese word has one letter; torn words leave many."""
    lone = len(_LONE_LETTER.findall(characters))
    return lone > _SCRAMBLED_SHARE * len(characters.split())


def _pieces(
    page: pypdfium2.PdfTextPage, characters: str, pattern: re.Pattern[str], way: _Way
) -> Iterator[_Piece]:
    for found in pattern.finditer(characters):
        first, last = found.start(), found.end() - 1
        left, right = _extent(page, first, way)
        if last > first:
            right = _extent(page, last, way)[1]
        size = pdfium.FPDFText_GetFontSize(page, first)
        breaks = found[0].endswith(HYPHEN_AT_LINE_END)
        text = found[0].replace(HYPHEN_AT_LINE_END, "-")
        yield _Piece(text, left, right, _baseline(page, first, way), size, breaks)


def _extent(page: pypdfium2.PdfTextPage, place: int, way: _Way) -> tuple[float, float]:
    """Where a letter begins and ends along its line."""
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(page, place, box)
    across, up = way
    one = box.left * across + box.bottom * up
    other = box.right * across + box.top * up
    return min(one, other), max(one, other)


def _baseline(page: pypdfium2.PdfTextPage, place: int, way: _Way) -> float:
    x, y = c_double(), c_double()
    pdfium.FPDFText_GetCharOrigin(page, place, byref(x), byref(y))
    across, up = way
    return y.value * across - x.value * up


def _words_of(letters: Iterable[_Piece]) -> Iterator[_Piece]:
    """Letters in the order of their places, joined to words where no blank is between them."""
    rows: list[list[_Piece]] = []
    for letter in letters:
        if rows and rows[-1][0].beside(letter):
            rows[-1].append(letter)
        else:
            rows.append([letter])
    for row in rows:
        word: list[_Piece] = []
        for letter in sorted(row, key=attrgetter("left")):
            if word and letter.left - word[-1].right > _BLANK * max(letter.size, word[-1].size):
                yield _joined(word, "")
                word = []
            word.append(letter)
        yield _joined(word, "")


def _joined(run: list[_Piece], between: str) -> _Piece:
    return _Piece(
        between.join(piece.text for piece in run),
        min(piece.left for piece in run),
        max(piece.right for piece in run),
        run[0].baseline,
        max(piece.size for piece in run),
    )


def _fragment(run: list[_Piece]) -> Fragment:
    whole = _joined(run, " ")
    return Fragment(whole.text, whole.left, whole.right, whole.baseline, whole.size)
