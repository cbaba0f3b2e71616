"""A picture of a page → its words, recognised by tesseract with its Vietnamese model."""

import re
import subprocess
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from itertools import groupby
from statistics import median

from PIL import Image

from vanban.language.syllables import impossible_share
from vanban.sources import limits
from vanban.sources.columns import Fragment, rows_of
from vanban.sources.layout import begins_right_column
from vanban.sources.model import Doubt
from vanban.sources.programs import Bounds, Stopped, path_of, run
from vanban.sources.skew import straightened

LANGUAGE = "vie"
_PROGRAM = "tesseract"
_DOUBTFUL = 0.85
_POOR_SHARE = 0.45
_POOR_CONFIDENCE = 0.55
_WIDE_GAP = 1.6
_DARK = 128
_LEAST_INK = 0.0002
_MOST_INK = 0.8
_DUST_CONFIDENCE = 0.3
_DUST = re.compile(r"[\W_]*")
_ROW = re.compile(
    r"^5\t\d+\t(?P<line>\d+\t\d+\t\d+)\t\d+\t(?P<left>\d{1,6})\t(?P<top>\d{1,6})"
    r"\t(?P<width>\d{1,6})\t(?P<height>\d{1,6})\t(?P<confidence>-?\d{1,3}(?:\.\d+)?)\t(?P<text>.*)$",
    re.MULTILINE | re.ASCII,
)
"""A word in tesseract's table; rows of blocks, paragraphs and lines have other first digits."""
_TURN = re.compile(r"^Rotate: (\d+)", re.MULTILINE)
_BOUNDS = Bounds(
    seconds=limits.RECOGNITION_SECONDS,
    cpu_seconds=limits.RECOGNITION_CPU_SECONDS,
    memory=limits.WORKER_MEMORY_BYTES,
    address_space=limits.WORKER_MEMORY_BYTES,
    writes=limits.ANSWER_BYTES,
)
_ONE_THREAD = {"OMP_THREAD_LIMIT": "1"}
"""Threads of one page wait for each other in a busy loop: on a shared machine they only lose."""

Abandoned = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Recognised:
    """The words of one page; spans of `doubts` count from its beginning."""

    text: str
    doubts: tuple[Doubt, ...] = ()
    confidence: float = 0.0

    def poor(self) -> bool:
        """Is this what comes of a page that was read upside down, or of no print at all?"""
        return self.confidence < _POOR_CONFIDENCE or impossible_share(self.text) > _POOR_SHARE


@lru_cache
def can_recognise() -> bool:
    """Is tesseract installed, with its Vietnamese model?"""
    program = path_of(_PROGRAM)
    if program is None:
        return False
    known = subprocess.run(  # noqa: S603 -- no words of a stranger in it
        [program, "--list-langs"], capture_output=True, text=True, check=False
    )
    return LANGUAGE in known.stdout.split()


def recognise(page: Image.Image, abandoned: Abandoned) -> Recognised:
    """The words of a grey page, whichever way it lies; raises `Stopped`.

    A page is recognised once. Only when nothing sensible comes of it is it turned and tried again.
    """
    if not _has_print(page):
        return Recognised("")
    level, was_on_its_side = straightened(page)
    turn = _turn(level, abandoned) if was_on_its_side else 0
    found = _read(level.rotate(turn, expand=True), abandoned)
    if not found.poor():
        return found
    again = 180 - turn if was_on_its_side else _turn(level, abandoned)
    if not again and not was_on_its_side:
        return found
    other = _read(level.rotate(again, expand=True), abandoned)
    return max(found, other, key=lambda one: one.confidence)


def _has_print(page: Image.Image) -> bool:
    """Neither the back of a sheet nor a black one."""
    dark = sum(page.histogram()[:_DARK]) / (page.width * page.height)
    return _LEAST_INK < dark < _MOST_INK


def _turn(page: Image.Image, abandoned: Abandoned) -> int:
    """By how many degrees the page should be turned counter-clockwise, as tesseract sees it."""
    try:
        told = run(
            _command("--psm", "0", "-l", "osd"), _file(page), _BOUNDS, abandoned, _ONE_THREAD
        )
    except Stopped:
        return 0
    found = _TURN.search(told.decode("utf-8", "replace"))
    return (360 - int(found[1])) % 360 if found else 0


def _read(page: Image.Image, abandoned: Abandoned) -> Recognised:
    command = _command("-l", LANGUAGE, "--psm", "3", "tsv")
    table = run(command, _file(page), _BOUNDS, abandoned, _ONE_THREAD)
    return recognised_from(table.decode("utf-8", "replace"))


def _command(*options: str) -> list[str]:
    program = path_of(_PROGRAM)
    if program is None:
        raise Stopped
    return [program, "stdin", "stdout", *options]


def _file(page: Image.Image) -> bytes:
    """Packed with little effort; tesseract is slower with bare bitmaps."""
    made = BytesIO()
    page.save(made, "PNG", compress_level=1)
    return made.getvalue()


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    confidence: float
    left: float
    right: float
    line: str
    bottom: float
    height: float


def recognised_from(table: str) -> Recognised:
    """The page that tesseract's table of words describes, in reading order."""
    words = list(_words(table))
    if not words:
        return Recognised("")
    size = median(word.height for word in words)
    fragments = [piece for line in _lines(words) for piece in _fragments(line, size)]
    rows = rows_of(fragments) if fragments else []
    return _assembled(rows, sum(word.confidence for word in words) / len(words))


def _words(table: str) -> Iterator[_Word]:
    for row in _ROW.finditer(table):
        text = unicodedata.normalize("NFC", "".join(row["text"].split()))
        if text:
            left, top = int(row["left"]), int(row["top"])
            width, height = int(row["width"]), int(row["height"])
            confidence = min(max(float(row["confidence"]) / 100, 0.0), 1.0)
            bottom = top + height
            yield _Word(text, confidence, left, left + width, row["line"], bottom, height)


def _lines(words: list[_Word]) -> Iterator[list[_Word]]:
    """Lines of words; rules, frames and dust come out as lines without a letter and are dropped."""
    for _, group in groupby(words, key=lambda word: word.line):
        line = list(group)
        while line and _is_dust(line[-1]):
            line.pop()
        while line and _is_dust(line[0]):
            line.pop(0)
        if not all(_DUST.fullmatch(word.text) for word in line):
            yield line


def _is_dust(word: _Word) -> bool:
    return bool(_DUST.fullmatch(word.text)) and (
        word.confidence < _DUST_CONFIDENCE or word.text.strip("_|~") == ""
    )


def _fragments(line: list[_Word], size: float) -> Iterator[Fragment]:
    """A line, cut where its gaps are too wide for blanks."""
    bottom = median(word.bottom for word in line)
    run_of_words: list[_Word] = []
    for place, word in enumerate(line):
        after = line[place + 1].text if place + 1 < len(line) else ""
        apart = begins_right_column(word.text, after)
        if run_of_words and (apart or word.left - run_of_words[-1].right > _WIDE_GAP * size):
            yield _fragment(run_of_words, bottom, size)
            run_of_words = []
        run_of_words.append(word)
    yield _fragment(run_of_words, bottom, size)


def _fragment(words: list[_Word], bottom: float, size: float) -> Fragment:
    return Fragment(
        " ".join(word.text for word in words),
        words[0].left,
        max(word.right for word in words),
        -bottom,
        size,
        tuple(word.confidence for word in words),
    )


def _assembled(rows: list[list[Fragment]], confidence: float) -> Recognised:
    lines, doubts, place = [], [], 0
    for row in rows:
        words = [word for piece in row for word in piece.text.split(" ")]
        confidences = [value for piece in row for value in piece.confidences]
        for word, value in zip(words, confidences, strict=True):
            if value < _DOUBTFUL:
                doubts.append(Doubt(place, place + len(word), round(value, 2)))
            place += len(word) + 1
        lines.append(" ".join(words))
        place += 0 if words else 1
    return Recognised("\n".join(lines), tuple(doubts), confidence)
