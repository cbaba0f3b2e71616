"""Lines of capitals, broken where a reader would break them: bodies, titles, posts."""

import csv
from functools import cache
from pathlib import Path

from vanban.writing.fitting import Face, width_of

GLUE = "\u00a0"
ADDRESSES_MM = 58.0
"""Where *Kính gửi:* begins when several are named below it, under both columns of the head."""
ADDRESSEE_MM = ADDRESSES_MM + 19.8
"""Where their names begin, so that the dashes stand under the colon."""
TITLE_INDENT_MM = 15.0
"""How far a title stays away from both sides of the text."""
_MM_PER_PT = 25.4 / 72
_BAD_BREAK = 0.3
"""What a break in the middle of a name costs, in shares of a line."""
_WRONG_BREAK = 1.0
_TOO_LONG = 100
_NEVER = "*"


@cache
def _beginnings() -> dict[str, frozenset[str]]:
    """Words that begin a part of a name (``TỈNH``), and after which words they do not.

    A star stands for all words: they never begin a line (``TY``).
    """
    with (Path(__file__).parent / "head_breaks.csv").open(encoding="utf-8", newline="") as file:
        return {row["word"]: frozenset(row["not_after"].split()) for row in csv.DictReader(file)}


def glued_lines(text: str, *, size: float, bold: bool, width_mm: float) -> str:
    """The words glued together, so that lines break only where they are meant to."""
    return " ".join(line.replace(" ", GLUE) for line in balanced(text, size, width_mm, bold=bold))


def balanced(text: str, size: float, width_mm: float, *, bold: bool) -> list[str]:
    """The text in as few lines as fit, of like length; one before a beginning may be shorter."""
    words = text.split()
    face, width = Face(bold=bold), width_mm / _MM_PER_PT / size
    count = max(1, -(-int(width_of(text, face) * 1000) // int(width * 1000)))
    lines = _broken(words, count, face, width)
    while count < len(words) and any(width_of(line, face) > width for line in lines):
        count += 1
        lines = _broken(words, count, face, width)
    return lines


def _broken(words: list[str], count: int, face: Face, width: float) -> list[str]:
    if count <= 1 or len(words) <= count:
        return [" ".join(words)] if count <= 1 else list(words)
    share = width_of(" ".join(words), face) / count

    def cost(place: int) -> float:
        length = width_of(" ".join(words[:place]), face)
        too_long = _TOO_LONG if length > width else 0
        return abs(length / share - 1) + _break_cost(words, place) + too_long

    first = min(range(1, len(words) - count + 2), key=cost)
    return [" ".join(words[:first]), *_broken(words[first:], count - 1, face, width)]


def _break_cost(words: list[str], place: int) -> float:
    not_after = _beginnings().get(words[place].upper())
    if not_after is None or words[place - 1].upper() in not_after:
        return _BAD_BREAK
    return _WRONG_BREAK if _NEVER in not_after else 0


def side_of(text: str, *, size: float, width_mm: float) -> float:
    """How far a centred bold text is set in from both sides, so that its lines come out alike."""
    lines = balanced(text, size, width_mm, bold=True)
    if len(lines) == 1:
        return 0.0
    longest = max(width_of(line, Face(bold=True)) for line in lines) * size * _MM_PER_PT
    return max(0.0, (width_mm - longest) / 2 - 1)


def fitting_size(text: str, size: float, *, least: float, width_mm: float) -> float:
    """The size at which an italic line fits the width, not below the least."""
    needed = width_of(text, Face(italic=True)) * _MM_PER_PT
    fits = int(2 * width_mm / needed) / 2 if needed else size
    return min(size, max(least, fits))
