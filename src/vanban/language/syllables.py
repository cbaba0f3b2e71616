"""Which words can be Vietnamese syllables: onset, rime and tone, by the rules of the spelling.

The table knows shapes, not meanings: ``phần`` and ``phấn`` are both possible, ``phđn`` and
``hoc`` are not.
"""

import csv
import re
import unicodedata
from functools import lru_cache
from importlib.resources import files


def _spellings(part: str) -> frozenset[str]:
    """The cells of the table that belong to one part of the syllable."""
    table = files(__package__).joinpath("syllables.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(table.splitlines())
    return frozenset(
        spelling for row in rows if row["part"] == part for spelling in row["spellings"].split()
    )


_RIMES = _spellings("rime")
_AFTER_QU = _spellings("rime after qu")
_AFTER_G_AS_GI = _spellings("rime after g for gi")
_ONSETS = tuple(sorted(_spellings("onset"), key=len, reverse=True))
_BEFORE_FRONT_VOWEL = frozenset({"k", "gh", "ngh"})
_BEFORE_OTHER_VOWEL = frozenset({"c", "g", "ng"})
_LABIAL = frozenset({"b", "m", "p", "ph", "v"})
_ROUNDED_AFTER_LABIAL = frozenset({"oa", "oan", "uy", "uyt"})
_ROUNDED = ("oa", "oă", "oe", "uâ", "uê", "uơ", "uy")
_BEFORE_BARE_Y = frozenset({"", "h", "k", "l", "m", "n", "s", "t", "th", "v"})
_STOPS = ("c", "ch", "p", "t")
_TONES = {"\u0300": "huyền", "\u0301": "sắc", "\u0303": "ngã", "\u0309": "hỏi", "\u0323": "nặng"}
_TONES_OF_STOPS = frozenset({"sắc", "nặng"})
_VOWELS = frozenset("aăâeêioôơuưy")
_MARKED = frozenset("ăâêôơư")
_TWO_PLACES = frozenset({"oa", "oe", "uy"})

_WORD = re.compile(r"(?<![^\W_])[^\W\d_]+(?![^\W_])")


@lru_cache(maxsize=20_000)
def is_syllable(word: str) -> bool:
    """Can `word` be one Vietnamese syllable? Any case, tone in either accepted place (hoà, hòa).

    Foreign words, abbreviations and the empty string are no syllables.
    """
    bare, tone, place = without_tone(unicodedata.normalize("NFC", word).lower())
    return any(
        _fits(onset, rime) and _tone_fits(rime, tone, place - len(onset))
        for onset, rime in _splits(bare)
    )


def impossible_share(text: str) -> float:
    """Share of the words of `text` that cannot be Vietnamese; 0.0 where there are no words.

    Numbers, codes (letters touching digits) and words in capitals are not counted: in official
    papers these are abbreviations. Above a third the text was recognised with the wrong language.
    """
    words = [word for word in _WORD.findall(unicodedata.normalize("NFC", text)) if _counts(word)]
    if not words:
        return 0.0
    return sum(not is_syllable(word) for word in words) / len(words)


def _counts(word: str) -> bool:
    return not (len(word) > 1 and word.isupper())


def without_tone(word: str) -> tuple[str, str | None, int]:
    """A word in NFC without its tone mark, the tone's name, the index of the letter that had it.

    A second tone mark stays in the word, which then fits no rime.
    """
    for index, letter in enumerate(word):
        parts = unicodedata.normalize("NFD", letter)
        mark = next((part for part in parts if part in _TONES), None)
        if mark:
            plain = unicodedata.normalize("NFC", parts.replace(mark, ""))
            return word[:index] + plain + word[index + 1 :], _TONES[mark], index
    return word, None, -1


def _splits(bare: str) -> list[tuple[str, str]]:
    """Every way to cut the word into onset and rime: ``gia`` is g-ia and gi-a."""
    cuts = [("", bare)]
    cuts += [(onset, bare.removeprefix(onset)) for onset in _ONSETS if bare.startswith(onset)]
    return [(onset, rime) for onset, rime in cuts if rime and rime[0] in _VOWELS]


def _fits(onset: str, rime: str) -> bool:
    if onset == "qu":
        return rime in _AFTER_QU
    if onset == "gi":
        return (rime in _RIMES or rime == "êng") and rime[0] not in "iy"
    if rime not in _RIMES:
        return False
    return _onset_is_spelled_right(onset, rime) and _i_is_spelled_right(onset, rime)


def _onset_is_spelled_right(onset: str, rime: str) -> bool:
    """k, gh, ngh before e ê i y; c, g, ng before the others; lips do not round twice."""
    front = rime[0] in "eêiy"
    if onset in _BEFORE_FRONT_VOWEL:
        return front
    if onset in _BEFORE_OTHER_VOWEL:
        return not front or (onset == "g" and rime in _AFTER_G_AS_GI)
    if onset in _LABIAL and rime.startswith(_ROUNDED):
        return rime in _ROUNDED_AFTER_LABIAL
    return True


def _i_is_spelled_right(onset: str, rime: str) -> bool:
    if rime == "y":
        return onset in _BEFORE_BARE_Y
    if rime[0] == "y":
        return onset == "" and rime.startswith("yê")
    if rime.startswith("iê"):
        return onset != ""
    return True


def _tone_fits(rime: str, tone: str | None, place: int) -> bool:
    if rime.endswith(_STOPS) and tone not in _TONES_OF_STOPS:
        return False
    return tone is None or place in _tone_places(rime)


def _tone_places(rime: str) -> frozenset[int]:
    """Where the tone mark may stand; two places in oa, oe, uy, where both usages are alive."""
    marked = [index for index, letter in enumerate(rime) if letter in _MARKED]
    if marked:
        return frozenset({marked[-1]})
    vowels = sum(letter in _VOWELS for letter in rime)
    if vowels < len(rime):
        return frozenset({vowels - 1})
    if rime in _TWO_PLACES:
        return frozenset({0, 1})
    if vowels == 3:
        return frozenset({1})
    return frozenset({0})
