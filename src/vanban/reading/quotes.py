"""Words in quotation marks, with what stands before them."""

import re
from dataclasses import dataclass

from vanban.reading.model import Span

_OPENING = "“«„‟"
_CLOSING = "”»"
_STRAIGHT = '"'
_MARKS = re.compile(f"[{_OPENING}{_CLOSING}{_STRAIGHT}]")
_BREAK = re.compile(r";|\.\.\.|…")
_LONGEST = 600


@dataclass(frozen=True, slots=True)
class Quote:
    """`outer` includes the marks, `inner` only the words, without blanks at their ends."""

    outer: Span
    inner: Span


def quotes_in(text: str, start: int, end: int) -> list[Quote]:
    """The quotes between two offsets, in order.

    A curly quote that is never closed ends at the first ``;`` or ``...``; without one it is none.
    """
    found: list[Quote] = []
    opened: int | None = None
    for match in _MARKS.finditer(text, start, end):
        place = match.start()
        if _opens(text, place, is_open=opened is not None):
            found += _unclosed(text, opened, place)
            opened = place
        elif opened is not None:
            found += _quote(text, opened, place, place + 1)
            opened = None
    return found + _unclosed(text, opened, end)


def _opens(text: str, place: int, *, is_open: bool) -> bool:
    """A straight mark opens after a blank before a word, unless it has to close."""
    if text[place] != _STRAIGHT:
        return text[place] in _OPENING
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    if not before or before.isspace() or before in "(:":
        return bool(after) and not after.isspace() and not (is_open and after in ".,;:)")
    return not is_open and after.isalnum()


def _unclosed(text: str, opened: int | None, end: int) -> list[Quote]:
    if opened is None or text[opened] == _STRAIGHT:
        return []
    stop = _BREAK.search(text, opened, end)
    return _quote(text, opened, stop.start(), stop.start()) if stop else []


def _quote(text: str, opened: int, closed: int, end: int) -> list[Quote]:
    words = text[opened + 1 : closed]
    first = opened + 1 + len(words) - len(words.lstrip())
    last = opened + 1 + len(words.rstrip())
    if last <= first or closed - opened > _LONGEST:
        return []
    return [Quote((opened, end), (first, last))]
