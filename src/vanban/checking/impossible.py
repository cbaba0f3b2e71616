"""Syllables that the spelling of Vietnamese does not know."""

import re
from collections.abc import Iterator

from vanban.checking import data
from vanban.checking.readable import when_readable
from vanban.checking.respelling import respelled
from vanban.checking.rules import Slip, rule
from vanban.checking.words import words
from vanban.language.syllables import is_syllable
from vanban.reading.model import Reading, Severity

TITLE = "Âm tiết"

_TONES = ("\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_VIETNAMESE = re.compile(r"[^\x00-\x7f]")
_LONGEST = 7
"""Letters of the longest syllable: nghiêng."""


@rule(
    "impossible-syllable",
    "Âm tiết không có trong tiếng Việt",
    Severity.WARNING,
    "chính tả tiếng Việt",
)
@when_readable
def impossible_syllables(reading: Reading) -> Iterator[Slip]:
    """Small letters only: capitals are names and abbreviations, which follow no rule."""
    foreign = {row["word"] for row in data.rows("foreign_words")}
    for word in words(reading.text):
        if not word.alone or len(word.text) < 2 or not word.text.islower():
            continue
        if word.text in foreign or is_syllable(word.text) or not _looks_vietnamese(word.text):
            continue
        right = respelled(word.text) or _two_syllables(word.text)
        hint = f" Có thể là “{right}”." if right else ""
        yield Slip(f"“{word.text}” không phải âm tiết tiếng Việt.{hint}", word.span, right)


def _looks_vietnamese(word: str) -> bool:
    """Bare Latin words only if a tone mark would make them Vietnamese: *hoc*, not *internet*."""
    if _VIETNAMESE.search(word):
        return True
    return len(word) <= _LONGEST and any(
        is_syllable(word[: index + 1] + tone + word[index + 1 :])
        for index in range(len(word))
        for tone in _TONES
    )


def _two_syllables(word: str) -> str | None:
    """Two syllables written together, if there is exactly one way to part them."""
    if len(word) > 2 * _LONGEST:
        return None
    cuts = [(word[:cut], word[cut:]) for cut in range(1, len(word))]
    ways = [" ".join(cut) for cut in cuts if all(is_syllable(part) for part in cut)]
    return ways[0] if len(ways) == 1 else None
