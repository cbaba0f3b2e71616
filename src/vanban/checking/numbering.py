"""The numbers in front of parts and paragraphs: does one follow the other?"""

import re
from collections.abc import Iterator

from vanban.checking.numbers import Number, number_of, written
from vanban.checking.rules import Slip, rule
from vanban.reading.model import Reading, Severity

TITLE = "Đánh số mục, điểm"
_LETTER_D = 4
_LETTER_E = 6


@rule("numbering-gap", "Đánh số bị nhảy", Severity.WARNING, "DOC-12")
def gaps(reading: Reading) -> Iterator[Slip]:
    """II is followed by IV: a part is missing, or the number is wrong.

    Where the number after it is the same (1, 3, 3), it is certain which one is wrong.
    """
    for siblings in _lists(reading):
        for before, number, following in zip(
            siblings, siblings[1:], [*siblings[2:], None], strict=False
        ):
            if number.value <= before.value + 1 or _is_explained(before, number, reading):
                continue
            missing = written(before.value + 1, number)
            sure = following is None or following.value == number.value
            yield Slip(
                f"Sau mục {before.printed} là mục {number.printed}: thiếu mục {missing}, "
                "hoặc đánh số sai.",
                number.span,
                missing if sure else None,
            )


@rule("numbering-repeat", "Hai mục cùng một số", Severity.WARNING, "DOC-12")
def repeats(reading: Reading) -> Iterator[Slip]:
    """The same number stands twice in one list."""
    for siblings in _lists(reading):
        for earlier, before, number in zip([None, *siblings], siblings, siblings[1:], strict=False):
            is_told_as_gap = earlier is not None and before.value == earlier.value + 2
            if number.value == before.value and not is_told_as_gap:
                yield Slip(f"Số {number.printed} đã dùng cho mục ngay trước.", number.span)


@rule("numbering-start", "Các mục không bắt đầu từ số đầu", Severity.WARNING, "DOC-12")
def first_number(reading: Reading) -> Iterator[Slip]:
    """The first part is II, or the first paragraph 2: something before it is lost."""
    for siblings in _lists(reading):
        first = siblings[0]
        if _goes_on(first, reading):
            continue
        if 1 < first.value <= len(siblings) + 1 and len(siblings) > 1:
            start = written(1, first)
            yield Slip(f"Các mục bắt đầu từ {first.printed}, không có {start}.", first.span)


def _lists(reading: Reading) -> Iterator[list[Number]]:
    """Numbers that count together: same depth and manner, nothing shallower between them.

    A number 1 after others begins a new list, as does a number lower than the one before.
    """
    open_lists: dict[tuple[int, str, str], list[Number]] = {}
    for block in reading.blocks:
        number = number_of(block, reading.text)
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


def _goes_on(first: Number, reading: Reading) -> bool:
    """Does the list continue one from before (*Điều 4* in the next chapter)?

    Or does its beginning stand in running text, as in *Các đợt: 1. Đợt một …*?
    """
    before = reading.text[: first.span[0]]
    named = (number_of(block, reading.text) for block in reading.blocks)
    earlier = [
        number.value
        for number in named
        if number and number.span < first.span and _is_like(number, first)
    ]
    if first.value - 1 in earlier[-1:]:
        return True
    return _stands_in(before, written(first.value - 1, first), first)


def _is_like(number: Number, first: Number) -> bool:
    return (number.stem, number.style) == (first.stem, first.style)


def _stands_in(text: str, missing: str, like: Number) -> bool:
    """Is the number printed in the last lines, where the reader saw no paragraph begin?"""
    last = "\n".join(text.rsplit("\n", 3)[-3:])
    return re.search(rf"(?<!\S){re.escape(like.stem + missing)}[.)/] ", last) is not None


def _is_explained(before: Number, number: Number, reading: Reading) -> bool:
    """Many papers leave out đ; and a missing number may stand in running text."""
    if _is_plain_e(before, number):
        return True
    between = reading.text[before.span[1] : number.span[0]]
    missing = written(before.value + 1, number)
    return re.search(rf"(?<!\S){re.escape(before.stem + missing)}[.)/] ", between) is not None


def _is_plain_e(before: Number, number: Number) -> bool:
    """Many papers go from d to e; that no letter is missing there is clear to everybody."""
    return number.style == "letter" and (before.value, number.value) == (_LETTER_D, _LETTER_E)
