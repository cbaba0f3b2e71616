"""A line cut into words, numbers and marks. What is cut is put together again exactly as it was."""

import re
from dataclasses import dataclass
from enum import Enum

_SIGNS = "’'`‘¢€&@$¥£?|"
"""Signs that recognition leaves in the place of letters: *co’* is *cơ*, *hi¢u* is *hiệu*."""

_WORD = re.compile(rf"[¢€&@$]?[^\W_](?:[^\W_]|[{_SIGNS}](?=[^\W_]))*[{_SIGNS}]*")
_CODE = re.compile(r"(?=\S*\d)(?=\S*[/-])(?:[^\W_]+[./-])+[^\W_]*|[A-ZĐ]{2,}\d+|\d+[A-ZĐ]{2,}")
_AUTHORITY = re.compile(r"(?:T/?M|K/?T|T/?L|TUQ)(?=\.?$)")
_SYMBOL = re.compile(r"/?(?:[A-ZĐ]{2,}|TTr|CTr)(?:-[A-ZĐ]{2,})*(?=[^\w]*$)")
_BEFORE_SYMBOL = re.compile(r"\d\s*/\s*$|\d\s+$")
_STOPS = frozenset(".:;!?…")
_LIST_MARK = re.compile(
    r"\s*(?:[-+*•–—]|\(?[0-9a-zđ]{1,2}[).]|[0-9]+(?:\.[0-9]+)+\.?|[IVXLHl]{1,5}[./)])(?=\s|$)"
)
_MOST_DIGITS = 0.5


class Kind(Enum):
    WORD = "word"
    NUMBER = "number"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, number or code; `breaks` when the sentence before it has ended."""

    kind: Kind
    text: str
    start: int
    breaks: bool = False

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def pieces_of(text: str) -> list[Piece]:
    """Every word, number and code of `text` in order; all between them is left as it is."""
    found: list[Piece] = []
    done = 0
    for chunk in re.finditer(r"\S+", text):
        for kind, start, end in _cut(chunk[0], text[max(chunk.start() - 4, 0) : chunk.start()]):
            place = chunk.start() + start
            between = text[done:place]
            word = text[place : chunk.start() + end]
            breaks = not found or _breaks(between, word, text, place)
            found.append(Piece(kind, word, place, breaks))
            done = chunk.start() + end
    return found


def _cut(chunk: str, before: str) -> list[tuple[Kind, int, int]]:
    """`before` are the signs before the chunk: a number's symbol may stand apart from it."""
    symbol = _symbol(chunk, before)
    if symbol:
        return [(Kind.CODE, symbol.start(), symbol.end())]
    code = _CODE.search(chunk)
    if code and not _mostly_word(code[0]):
        return [
            *_words(chunk[: code.start()], 0),
            (Kind.CODE, code.start(), code.end()),
            *_words(chunk[code.end() :], code.end()),
        ]
    return _words(chunk, 0)


def _symbol(chunk: str, before: str) -> re.Match[str] | None:
    """*KH-CDGD* after *15/* or *15 /*, and *TM.*, *T/M*, *KT.* wherever they stand."""
    known = _AUTHORITY.match(chunk)
    if known or not _BEFORE_SYMBOL.search(before):
        return known
    symbol = _SYMBOL.match(chunk)
    apart = symbol and not chunk.startswith("/") and "/" not in before
    return None if apart else symbol


def _words(chunk: str, offset: int) -> list[tuple[Kind, int, int]]:
    found = []
    for match in _WORD.finditer(chunk):
        word = _bare(match[0], chunk[: match.start()])
        kind = Kind.NUMBER if _is_number(word) else Kind.WORD
        found.append((kind, match.start() + offset, match.start() + offset + len(word)))
    return found


def _bare(word: str, before: str) -> str:
    """Take a closing quote or question mark off again; the sign of a horn stays (*co’*)."""
    while word and word[-1] in "’'‘`?|":
        horn = word[-1] in "’'`" and len(word) > 1 and word[-2] in "oOuU" and "‘" not in before
        if horn:
            break
        word = word[:-1]
    return word


def _is_number(word: str) -> bool:
    digits = sum(sign.isdigit() for sign in word)
    return digits == len(word) or (len(word) > 3 and digits > _MOST_DIGITS * len(word))


def _mostly_word(code: str) -> bool:
    """*ti-dé* with a digit in it (*t6-chirc*) is two words and no number of a document."""
    letters = sum(sign.islower() for sign in code)
    return letters > len(code) / 2


def _breaks(between: str, word: str, text: str, place: int) -> bool:
    if "\n" in between:
        if between.count("\n") > 1 and not between.replace("\n", "").strip():
            return True
        line = between[between.rindex("\n") + 1 :]
        if line.strip() or _LIST_MARK.match(text, place):
            return True
    ended = any(sign in _STOPS for sign in between.strip())
    return ended and not word[:1].islower()
