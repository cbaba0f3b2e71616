"""The old encodings, each a table of what was stored for which letter.

Old programs stored plain bytes and left the letters to the font: ``C«ng ®oµn`` printed in .VnTime
is *Công đoàn*. Here such a text is made of the characters U+0000 to U+00FF.
"""

import csv
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files

_WORD = re.compile(r"[^\W\d_]+")
_SMALL_ASCII = re.compile(r"[a-z]")
_UNUSED_BY_WINDOWS = {code: chr(code) for code in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}
_WINDOWS_SIGNS = {
    code: bytes([code]).decode("cp1252")
    for code in range(0x80, 0xA0)
    if code not in _UNUSED_BY_WINDOWS
}
"""Quotes, dashes and the like, which old fonts left where Windows has them."""
_SYMBOL_AREA = {0xF000 + code: chr(code) for code in range(0x20, 0x100)}


@dataclass(frozen=True, slots=True)
class Encoding:
    """One way of storing Vietnamese; `letters` maps what is stored to what is meant."""

    name: str
    letters: Mapping[str, str]
    pattern: re.Pattern[str]
    has_capital_tones: bool = True

    def decoded(self, stored: str) -> str:
        """The letters that `stored` stands for; what is no letter is read as Windows does."""
        text = self.pattern.sub(lambda found: self.letters[found[0]], stored)
        text = unicodedata.normalize("NFC", text.translate(_WINDOWS_SIGNS))
        return text if self.has_capital_tones else _with_capital_tones(text)


def _encoding(name: str, letters: Mapping[str, str], *, has_capital_tones: bool = True) -> Encoding:
    longest_first = sorted(letters, key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, longest_first)))
    return Encoding(name, letters, pattern, has_capital_tones)


def _table(file: str) -> dict[str, str]:
    text = files(__package__).joinpath(file).read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return {row.get("written") or chr(int(row["byte"], 16)): row["letter"] for row in rows}


TCVN3 = _encoding("TCVN3", _table("tcvn3.csv"), has_capital_tones=False)
"""Fonts such as .VnTime. Capitals with a tone mark exist in fonts of capitals (.VnTimeH) only."""

VNI = _encoding("VNI", _table("vni.csv"))
"""Fonts such as VNI-Times: the marks stand behind their vowel."""

VISCII = _encoding("VISCII", _table("viscii.csv"))


def encoding_of_font(font: str) -> Encoding | None:
    """The encoding for which a font was drawn, judged by its name; ``None`` for Unicode fonts."""
    name = font.strip().lower()
    if name.startswith(".vn"):
        return TCVN3
    return VNI if name.startswith("vni") else None


def is_font_of_capitals(font: str) -> bool:
    """Does the TCVN3 font show small letters as capitals, as .VnTimeH does?"""
    name = font.strip()
    return name.lower().startswith(".vn") and name.endswith("H")


def stored_characters(text: str) -> str:
    """The bytes behind a text of an old font, each as the character of its number.

    Word keeps them as Windows letters or in the private area of symbol fonts.
    """
    text = text.translate(_SYMBOL_AREA)
    return "".join(_stored(sign) for sign in text)


def windows_bytes(text: str) -> bytes | None:
    """The bytes that a Western Windows program shows as `text`, if all of it can be such bytes."""
    try:
        return stored_characters(text).encode("latin-1")
    except UnicodeEncodeError:
        return None


def windows_text(data: bytes) -> str:
    """Bytes as a Western Windows program shows them."""
    return "".join(_UNUSED_BY_WINDOWS.get(code) or bytes([code]).decode("cp1252") for code in data)


def _stored(sign: str) -> str:
    if sign <= "\xff":
        return sign
    try:
        return chr(sign.encode("cp1252")[0])
    except UnicodeEncodeError:
        return sign


def _with_capital_tones(text: str) -> str:
    """Words in capitals whose letters with tone marks are small, for want of capital ones."""
    return "\n".join(_capital_line(line) for line in text.split("\n"))


def _capital_line(line: str) -> str:
    found = list(_WORD.finditer(line))
    words = [word[0] for word in found]
    sure = [_has_capitals(word) for word in words]
    parts, end = [], 0
    for place, word in enumerate(found):
        beside = [sure[other] for other in _beside(place, found)]
        capital = sure[place] or (
            not _SMALL_ASCII.search(words[place]) and bool(beside) and all(beside)
        )
        parts += [line[end : word.start()], words[place].upper() if capital else words[place]]
        end = word.end()
    return "".join([*parts, line[end:]])


def _beside(place: int, words: list[re.Match[str]]) -> Iterator[int]:
    """The words next to one, where nothing but blanks is between."""
    for other in (place - 1, place + 1):
        if 0 <= other < len(words):
            first, second = sorted((place, other))
            if words[first].string[words[first].end() : words[second].start()].isspace():
                yield other


def _has_capitals(word: str) -> bool:
    """Two capitals or more, and no small letter that has a capital of its own."""
    return sum(letter.isupper() for letter in word) > 1 and not _SMALL_ASCII.search(word)
