"""Abbreviations: one thing, one spelling."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, product

from vanban.checking.readable import when_readable
from vanban.checking.rules import Slip, rule
from vanban.checking.words import Word, words
from vanban.reading import catalogue
from vanban.reading.model import Reading, Severity

TITLE = "Chữ viết tắt"

_LONG = 5
"""Below this length one letter more is usually another abbreviation (CĐ, CĐN)."""
_AUDIENCE = re.compile(r"[BCGNV]{3,}LĐ")
"""Cán bộ, công chức, viên chức, nhà giáo, công nhân … lao động, in any choice."""
_MOST_D = 4
_MAYBE_OTHER = frozenset({"HD", "DA", "ND", "QD"})


@rule("abbreviation-letter", "Viết tắt D thay cho Đ", Severity.WARNING, "chính tả tiếng Việt")
@when_readable
def d_for_barred_d(reading: Reading) -> Iterator[Slip]:
    """``LĐLD`` for ``LĐLĐ``: the form with Đ is generally known, or stands in the text."""
    found = short_words(reading.text)
    known = {word.text for word in found} | set(catalogue.column("bodies", "abbreviation"))
    for word in found:
        right = next((form for form in _with_barred_d(word.text) if form in known), None)
        if right:
            yield Slip(f"“{word.text}” viết đúng là “{right}”.", word.span, right)


@rule("abbreviation-variants", "Một cụm từ viết tắt hai cách", Severity.WARNING, "DOC-13")
@when_readable
def variants(reading: Reading) -> Iterator[Slip]:
    """``CBGNLĐ`` and ``CBNGNLĐ``; said once, where the second form first appears."""
    counts = Counter(word.text for word in short_words(reading.text))
    first: dict[str, Word] = {}
    for word in short_words(reading.text):
        first.setdefault(word.text, word)
    forms = list(first)
    for index, later in enumerate(forms):
        earlier = next((form for form in forms[:index] if _same_thing(form, later)), None)
        if earlier:
            yield Slip(
                f"Một cụm từ viết tắt hai cách: “{earlier}” ({counts[earlier]} lần) và "
                f"“{later}” ({counts[later]} lần).",
                first[later].span,
                earlier if _one_letter_more(earlier, later) else None,
            )


@lru_cache(maxsize=8)
def short_words(text: str) -> tuple[Word, ...]:
    """Words in capitals, except on lines that are in capitals altogether."""
    ends, in_capitals = _lines(text)
    return tuple(
        word
        for word in words(text)
        if len(word.text) > 1
        and word.alone
        and word.text.isupper()
        and not in_capitals[bisect_left(ends, word.span[1])]
    )


def _lines(text: str) -> tuple[list[int], list[bool]]:
    """Where each line ends, and whether it is in capitals."""
    lines = text.split("\n")
    ends = list(accumulate((len(line) + 1 for line in lines), initial=-1))[1:]
    return ends, [line.isupper() for line in lines]


def _with_barred_d(word: str) -> Iterator[str]:
    """The word with one or more D turned into Đ."""
    if not 0 < word.count("D") <= _MOST_D or word in _MAYBE_OTHER:
        return
    for letters in product(*("DĐ" if letter == "D" else letter for letter in word)):
        form = "".join(letters)
        if form != word:
            yield form


def _same_thing(one: str, other: str) -> bool:
    """Two ways to name those who take part, or two forms of which one has a letter more."""
    if _AUDIENCE.fullmatch(one) and _AUDIENCE.fullmatch(other):
        return True
    return _one_letter_more(one, other)


def _one_letter_more(one: str, other: str) -> bool:
    """Does the longer become the shorter when one letter is left out?"""
    short, long = sorted((one, other), key=len)
    if len(short) < _LONG or len(long) != len(short) + 1:
        return False
    return any(long[:index] + long[index + 1 :] == short for index in range(len(long)))
