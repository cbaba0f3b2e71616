"""Unicode text in which letters of old encodings were left → the letters that were meant.

Which encoding a line is in shows in its words: only the right one makes possible syllables of them.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from vanban.language.encodings.tables import (
    TCVN3,
    VISCII,
    VNI,
    stored_characters,
    windows_bytes,
    windows_text,
)
from vanban.language.syllables import is_syllable

UTF8_TWICE = "UTF-8 hai lần"
WINDOWS = "Windows tiếng Việt"
LATIN = "Latin"

_OWN = "áàâãéèêíìóòôõúùýđăĩũơư\u1ea0-\u1ef9\u0300-\u036f"
_SIGNS = "\xa0\xad°§²³·½\xd7«»±\u2010-\u201e\u2020-\u2026\u2190-\u21ff\u25a0-\u25ff\u2610-\u2714"
_ODD = re.compile(rf"[^\x00-\x7f{_OWN}{_OWN.upper()}{_SIGNS}]")
_WORD = re.compile(r"[^\W\d_]+")
_BETTER = 0.5
_ENOUGH = 3
_PLENTY = 20
_SAMPLE = 20_000
_STILL_ODD = 0.1

Reading = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Restored:
    """The text in Unicode and the names of the encodings that were found in it."""

    text: str
    encodings: tuple[str, ...] = ()


def restored(text: str) -> Restored:
    """Replace, line by line, what only an old encoding explains; other text comes out unchanged."""
    if not _ODD.search(text):
        return Restored(text)
    return _by_lines(text.split("\n"), _IN_UNICODE, known=False)


def decoded_bytes(data: bytes) -> Restored:
    """Bytes that are not UTF-8, each line by the encoding that makes most sense of it.

    A file put together from several may hold lines in UTF-8 too. Where nothing fits better, the
    letters are those of Western Windows.
    """
    lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    texts, old = [_utf8(line) for line in lines], []
    for place, line in enumerate(lines):
        if texts[place] is None:
            old.append(place)
            texts[place] = windows_text(line)
    if not old:
        return Restored("\n".join(text or "" for text in texts))
    result = _by_lines([texts[place] or "" for place in old], _IN_BYTES, known=True)
    for place, line_text in zip(old, result.text.split("\n"), strict=True):
        texts[place] = line_text
    return Restored("\n".join(text or "" for text in texts), result.encodings or (LATIN,))


def _by_lines(lines: list[str], readings: Mapping[str, Reading], *, known: bool) -> Restored:
    """Each line in the encoding that suits it; `known` says that some encoding must be at work."""
    gains = _gains(_sample(lines), readings, known=known)
    found = {name: readings[name] for name in gains}
    scored = [_scores(line, found) for line in lines] if found else [{} for _ in lines]
    used: Counter[str] = Counter()
    chosen = []
    for line, scores in zip(lines, scored, strict=True):
        settled = known or windows_bytes(line) is not None
        name = _choice(scores, gains, settled=settled, least=_ENOUGH if known else _PLENTY)
        used[name] += 1
        chosen.append(scores[name][1] if name else line)
    return Restored("\n".join(chosen), tuple(name for name, _ in used.most_common() if name))


def _sample(lines: list[str]) -> list[str]:
    """Lines from all over the text, enough to know its encodings by."""
    telling = [line[:_SAMPLE] for line in lines if not line.isascii()]
    step = 1 + sum(map(len, telling)) // _SAMPLE
    return telling[::step]


def _gains(lines: list[str], readings: Mapping[str, Reading], *, known: bool) -> Counter[str]:
    """The encodings that make sense of some lines, and how much oddness each of them explains.

    Unless some encoding must be at work, the words it makes must be possible ones nearly all: in
    text recognised with the wrong language odd letters are no letters of another font.
    """
    gains: Counter[str] = Counter()
    left: Counter[str] = Counter()
    words: Counter[str] = Counter()
    for line in lines:
        scores = _scores(line, readings)
        if name := min(scores, key=lambda key: scores[key][0], default=""):
            odd, text = scores[name]
            gains[name] += scores[""][0] - odd
            left[name] += odd
            words[name] += len(_WORD.findall(text))
    return Counter(
        {
            name: gain
            for name, gain in gains.items()
            if gain >= _ENOUGH and (known or left[name] <= _STILL_ODD * words[name])
        }
    )


def _scores(line: str, readings: Mapping[str, Reading]) -> dict[str, tuple[int, str]]:
    """For the line as it is (the empty name) and in each encoding: how odd it is, and its text."""
    if line.isascii():
        return {}
    scores = {"": (oddness(line), line)}
    for name, reading in readings.items():
        text = reading(line)
        if text is not None and text != line:
            scores[name] = (oddness(text), text)
    return scores


def _choice(
    scores: Mapping[str, tuple[int, str]], gains: Mapping[str, int], *, settled: bool, least: int
) -> str:
    """A short line says little; then the encoding of the lines around it decides.

    `settled`: the line can be in an old encoding as a whole, so a draw goes to the encoding that
    gained at least `least` in the document.
    """
    names = [name for name in scores if name]
    if not names:
        return ""
    best = min(names, key=lambda name: (scores[name][0], -gains[name]))
    before, after = scores[""][0], scores[best][0]
    if settled and gains[best] >= least:
        return best if after <= before else ""
    return best if after + _accented(scores[""][1]) <= _BETTER * before else ""


def _accented(text: str) -> int:
    """How many words are Vietnamese beyond doubt: possible ones that have letters of its own."""
    return sum(not word.isascii() and is_syllable(word) for word in _WORD.findall(text))


def oddness(text: str) -> int:
    """How many words of `text` cannot be Vietnamese, and how many signs are none of its own."""
    words = (word for word in _WORD.findall(text) if not word.isupper() or len(word) == 1)
    return sum(not is_syllable(word) for word in words) + len(_ODD.findall(text))


def _utf8(data: bytes) -> str | None:
    try:
        return unicodedata.normalize("NFC", data.decode("utf-8"))
    except UnicodeDecodeError:
        return None


def _utf8_twice(text: str) -> str | None:
    data = windows_bytes(text)
    return None if data is None or data.isascii() else _utf8(data)


def _windows_vietnamese(text: str) -> str | None:
    data = windows_bytes(text) or b""
    try:
        return unicodedata.normalize("NFC", data.decode("cp1258"))
    except UnicodeDecodeError:
        return None


def _tcvn3(text: str) -> str:
    return TCVN3.decoded(stored_characters(text))


def _vni(text: str) -> str:
    return VNI.decoded(stored_characters(text))


def _viscii(text: str) -> str:
    return VISCII.decoded(stored_characters(text))


_IN_UNICODE: Mapping[str, Reading] = MappingProxyType(
    {TCVN3.name: _tcvn3, VNI.name: _vni, UTF8_TWICE: _utf8_twice}
)
_IN_BYTES: Mapping[str, Reading] = MappingProxyType(
    {
        WINDOWS: _windows_vietnamese,
        TCVN3.name: _tcvn3,
        VNI.name: _vni,
        VISCII.name: _viscii,
    }
)
