"""The one right spelling of a syllable whose onset or tone mark was written against the rules."""

from collections.abc import Iterator
from unicodedata import normalize

from vanban.language.syllables import is_syllable, without_tone

_MARKS = {"huyền": "\u0300", "sắc": "\u0301", "ngã": "\u0303", "hỏi": "\u0309", "nặng": "\u0323"}
_ONSETS = (("ngh", "ng"), ("ng", "ngh"), ("gh", "g"), ("g", "gh"), ("c", "k"), ("k", "c"))


def respelled(word: str) -> str | None:
    """*nghành* → *ngành*, *qúa* → *quá*; None if there is no way, or more than one."""
    bare, tone, place = without_tone(word)
    ways = {*_other_onsets(bare, tone, place), *_other_places(bare, tone)} - {word}
    right = [way for way in ways if is_syllable(way)]
    return right[0] if len(right) == 1 else None


def with_tone(bare: str, tone: str | None, place: int) -> str:
    """The syllable with its tone mark on the letter at `place`."""
    mark = _MARKS[tone] if tone else ""
    return normalize("NFC", bare[: place + 1] + mark + bare[place + 1 :])


def _other_onsets(bare: str, tone: str | None, place: int) -> Iterator[str]:
    for printed, right in _ONSETS:
        if bare.startswith(printed):
            shift = len(right) - len(printed)
            yield with_tone(right + bare.removeprefix(printed), tone, place + shift)


def _other_places(bare: str, tone: str | None) -> Iterator[str]:
    """The mark on another vowel; where two places are right, the older custom is taken."""
    if tone is None:
        return
    places = (index for index, letter in enumerate(bare) if letter in "aăâeêioôơuưy")
    right = [way for place in places if is_syllable(way := with_tone(bare, tone, place))]
    yield from right[:1]
