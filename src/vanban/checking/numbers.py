"""The numbers in front of parts and paragraphs, understood: style, value, what comes before."""

import re
from dataclasses import dataclass
from functools import lru_cache

from vanban.reading.model import Block, Span

_NUMBER = re.compile(
    r"(?:(?P<parents>(?:\d{1,2}\.)+))?(?P<arabic>\d{1,2})|(?P<roman>[IVX]+)|(?P<letter>[a-zđ])"
)
_MARKER = re.compile(rf"(?P<word>(?:[^\W\d_]+\s){{1,2}})?(?:{_NUMBER.pattern})\s?[./):-]?")
_ROMAN = {"I": 1, "V": 5, "X": 10}
_ROMAN_UNITS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_LETTERS = "abcdđeghiklmnopqrstuvxy"


@dataclass(frozen=True, slots=True)
class Number:
    """A marker understood: what comes before the counting part, its style and its value."""

    stem: str
    style: str
    value: int
    printed: str
    span: Span


@lru_cache(maxsize=2_000)
def number_of(block: Block, text: str) -> Number | None:
    """The marker of a paragraph; None when it has none or is a dash."""
    match = _MARKER.fullmatch(block.marker.strip())
    start = text.find(block.marker, block.span[0], block.span[1])
    if match is None or start < 0:
        return None
    offset = start + len(block.marker) - len(block.marker.lstrip())
    stem = (match["word"] or "") + (match["parents"] or "")
    group = next(name for name in ("arabic", "roman", "letter") if match[name])
    value = _value(group, match[group])
    if value is None:
        return None
    span = (offset + match.start(group), offset + match.end(group))
    printed = (match["parents"] or "") + match[group]
    return Number(stem, group, value, printed, span)


def _value(style: str, printed: str) -> int | None:
    if style == "arabic":
        return int(printed)
    if style == "letter":
        return _LETTERS.index(printed) + 1 if printed in _LETTERS else None
    digits = [_ROMAN[letter] for letter in printed]
    pairs = zip(digits, [*digits[1:], 0], strict=True)
    return sum(-digit if digit < following else digit for digit, following in pairs)


def written(value: int, like: Number) -> str:
    """A number in the manner of another one: the counting part only."""
    if like.style == "arabic":
        return str(value)
    if like.style == "letter":
        return _LETTERS[value - 1]
    return "X" * (value // 10) + _ROMAN_UNITS[value % 10]
