"""One paper, one way: the place of the tone mark (*hoà*, *hòa*), i or y (*lí*, *lý*)."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from vanban.checking.readable import when_readable
from vanban.checking.respelling import with_tone
from vanban.checking.rules import Slip, rule
from vanban.checking.words import Word, words
from vanban.language.syllables import without_tone
from vanban.reading.model import Reading, Severity

TITLE = "Cách viết không thống nhất"

_SOURCE = "chính tả tiếng Việt"
_TWO_PLACES = re.compile(r"(?!q)(?P<onset>[^aeiouyăâêôơư]*)(?P<rime>oa|oe|uy)")
_I_OR_Y = re.compile(r"(?:h|k|l|m|qu|s|t)(?P<last>[iy])")


@rule("tone-place", "Dấu thanh đặt hai kiểu", Severity.ASK, _SOURCE)
@when_readable
def places_of_tone_marks(reading: Reading) -> Iterator[Slip]:
    """*hoà* beside *hòa*: both are right, but not in one paper; the rarer gives way."""
    kinds: dict[bool, list[Word]] = defaultdict(list)
    for word in words(reading.text):
        if word.text.islower():
            found = _place_of(word.text)
            if found is not None:
                kinds[found].append(word)
    for word in _minority(kinds[True], kinds[False]):
        right = _other_place(word.text)
        yield Slip(f"Chỗ khác đặt dấu như “{right}”.", word.span, right)


@rule("i-or-y", "Viết i, y không thống nhất", Severity.ASK, _SOURCE)
@when_readable
def i_beside_y(reading: Reading) -> Iterator[Slip]:
    """*lí* beside *lý* in one paper; without a tone both are words of their own (*ti*, *ty*)."""
    spelled: dict[tuple[str, str], dict[bool, list[Word]]] = defaultdict(lambda: defaultdict(list))
    for word in words(reading.text):
        found = _last_letter(word.text) if word.text.islower() else None
        if found is not None:
            onset, tone, is_y = found
            spelled[onset, tone][is_y].append(word)
    for forms in spelled.values():
        for word in _minority(forms[True], forms[False]):
            right = _other_letter(word.text)
            yield Slip(f"Chỗ khác viết “{right}”.", word.span, right)


def _minority(one: list[Word], other: list[Word]) -> list[Word]:
    """The rarer form, the second in a tie; nothing where only one is used."""
    return min(other, one, key=len) if one and other else []


@lru_cache(maxsize=20_000)
def _place_of(word: str) -> bool | None:
    """Does the mark stand on the first of the two vowels? None for words without the choice."""
    bare, tone, place = without_tone(word)
    match = _TWO_PLACES.fullmatch(bare)
    return place == match.start("rime") if match and tone else None


@lru_cache(maxsize=20_000)
def _last_letter(word: str) -> tuple[str, str, bool] | None:
    """Onset, tone, and whether it is y; None for words without the choice."""
    bare, tone, _place = without_tone(word)
    match = _I_OR_Y.fullmatch(bare)
    return (bare[:-1], tone, bare.endswith("y")) if match and tone else None


def _other_place(word: str) -> str:
    bare, tone, place = without_tone(word)
    other = len(bare) - 1 if place < len(bare) - 1 else place - 1
    return with_tone(bare, tone, other)


def _other_letter(word: str) -> str:
    bare, tone, _place = without_tone(word)
    other = bare[:-1] + ("i" if bare.endswith("y") else "y")
    return with_tone(other, tone, len(other) - 1)
