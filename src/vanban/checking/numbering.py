"""The numbers in front of parts and paragraphs: does one follow the other?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from vanban.checking.rules import Slip, rule
from vanban.reading.model import Block, Reading, Severity, Span

TITLE = "Đánh số mục, điểm"

_NUMBER = re.compile(
    r"(?:(?P<parents>(?:\d{1,2}\.)+))?(?P<arabic>\d{1,2})|(?P<roman>[IVX]+)|(?P<letter>[a-zđ])"
)
_MARKER = re.compile(rf"(?P<word>(?:[^\W\d_]+\s){{1,2}})?(?:{_NUMBER.pattern})\s?[./):-]?")
_ROMAN = {"I": 1, "V": 5, "X": 10}
_ROMAN_UNITS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_LETTER_D, _LETTER_E = _LETTERS.index("d") + 1, _LETTERS.index("e") + 1


@dataclass(frozen=True, slots=True)
class _Number:
    """A marker understood: what comes before the counting part, its style and its value."""

    stem: str
    style: str
    value: int
    printed: str
    span: Span


@rule("numbering-gap", "Đánh số bị nhảy", Severity.WARNING, "DOC-12")
def gaps(reading: Reading) -> Iterator[Slip]:
    """II is followed by IV: a part is missing, or the number is wrong."""
    for siblings in _lists(reading):
        for index, (before, number) in enumerate(pairwise(siblings)):
            if number.value > before.value + 1 and not _is_plain_e(before, number):
                missing = _written(before.value + 1, number)
                last = index == len(siblings) - 2
                yield Slip(
                    f"Sau mục {before.printed} là mục {number.printed}: thiếu mục {missing}, "
                    "hoặc đánh số sai.",
                    number.span,
                    missing if last else None,
                )


@rule("numbering-repeat", "Hai mục cùng một số", Severity.WARNING, "DOC-12")
def repeats(reading: Reading) -> Iterator[Slip]:
    """The same number stands twice in one list."""
    for siblings in _lists(reading):
        for before, number in pairwise(siblings):
            if number.value == before.value:
                yield Slip(f"Số {number.printed} đã dùng cho mục ngay trước.", number.span)


@rule("numbering-start", "Danh sách không bắt đầu từ số đầu", Severity.WARNING, "DOC-12")
def first_number(reading: Reading) -> Iterator[Slip]:
    """The first part is II, or the first paragraph 2: something before it is lost."""
    for siblings in _lists(reading):
        first = siblings[0]
        if 1 < first.value <= len(siblings) + 1 and len(siblings) > 1:
            start = _written(1, first)
            yield Slip(f"Danh sách bắt đầu từ {first.printed}, không có {start}.", first.span)


def _lists(reading: Reading) -> Iterator[list[_Number]]:
    """Numbers that count together: same depth and manner, nothing shallower between them.

    A number 1 after others begins a new list, as does a number lower than the one before.
    """
    open_lists: dict[tuple[int, str, str], list[_Number]] = {}
    for block in reading.blocks:
        number = _number(block, reading.text)
        if number is None:
            continue
        for key in [key for key in open_lists if key[0] > block.depth]:
            yield open_lists.pop(key)
        key = (block.depth, number.stem, number.style)
        siblings = open_lists.setdefault(key, [])
        if siblings and number.value < siblings[-1].value:
            yield siblings
            siblings = open_lists[key] = []
        siblings.append(number)
    yield from open_lists.values()


def _number(block: Block, text: str) -> _Number | None:
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
    return _Number(stem, group, value, printed, span)


def _value(style: str, printed: str) -> int | None:
    if style == "arabic":
        return int(printed)
    if style == "letter":
        return _LETTERS.index(printed) + 1 if printed in _LETTERS else None
    digits = [_ROMAN[letter] for letter in printed]
    pairs = zip(digits, [*digits[1:], 0], strict=True)
    return sum(-digit if digit < following else digit for digit, following in pairs)


def _written(value: int, like: _Number) -> str:
    """A number in the manner of another one: the counting part only."""
    if like.style == "arabic":
        return str(value)
    if like.style == "letter":
        return _LETTERS[value - 1]
    return "X" * (value // 10) + _ROMAN_UNITS[value % 10]


def _is_plain_e(before: _Number, number: _Number) -> bool:
    """Many papers go from d to e; that no letter is missing there is clear to everybody."""
    return number.style == "letter" and (before.value, number.value) == (_LETTER_D, _LETTER_E)
