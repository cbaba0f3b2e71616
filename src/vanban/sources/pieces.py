"""Where the words of a PDF page stand.

A PDF only places signs. PDFium gives them in the order in which they were drawn, which mostly is
the order in which they are read. Where a program drew the accented letters last, because its font
lacked them, words are put together again from the places of their letters.
"""

import re
from collections.abc import Iterable, Iterator
from ctypes import byref, c_double
from dataclasses import dataclass
from operator import attrgetter

import pypdfium2
import pypdfium2.raw as pdfium

from vanban.sources.columns import Fragment
from vanban.sources.layout import may_hold_layout

HYPHEN_AT_LINE_END = "\ufffe"
"""What PDFium makes of a hyphen where the line ends: the line that follows continues the word."""

_WORD = re.compile(rf"[^\s{HYPHEN_AT_LINE_END}]+{HYPHEN_AT_LINE_END}?")
_LINE = re.compile(
    rf"[^\s{HYPHEN_AT_LINE_END}](?:[^\r\n{HYPHEN_AT_LINE_END}]*[^\s{HYPHEN_AT_LINE_END}])?"
    rf"{HYPHEN_AT_LINE_END}?"
)
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
    if _is_scrambled(characters):
        pieces = _words_of(_pieces(page, characters, _SIGN))
    else:
        pieces = _pieces(page, characters, _WORD if may_hold_layout(characters) else _LINE)
    run: list[_Piece] = []
    for piece in pieces:
        if run and not piece.follows(run[-1]):
            yield _fragment(run)
            run = []
        run.append(piece)
    if run:
        yield _fragment(run)


def _is_scrambled(characters: str) -> bool:
    """Hardly any Vietnamese word has one letter; torn words leave many."""
    lone = len(_LONE_LETTER.findall(characters))
    return lone > _SCRAMBLED_SHARE * len(characters.split())


def _pieces(
    page: pypdfium2.PdfTextPage, characters: str, pattern: re.Pattern[str]
) -> Iterator[_Piece]:
    box, x, y = pdfium.FS_RECTF(), c_double(), c_double()
    for found in pattern.finditer(characters):
        first, last = found.start(), found.end() - 1
        pdfium.FPDFText_GetLooseCharBox(page, first, box)
        left, right = box.left, box.right
        if last > first:
            pdfium.FPDFText_GetLooseCharBox(page, last, box)
            right = box.right
        pdfium.FPDFText_GetCharOrigin(page, first, byref(x), byref(y))
        size = pdfium.FPDFText_GetFontSize(page, first)
        breaks = found[0].endswith(HYPHEN_AT_LINE_END)
        text = found[0].replace(HYPHEN_AT_LINE_END, "-")
        yield _Piece(text, left, right, y.value, size, breaks)


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
