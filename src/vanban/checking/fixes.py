"""Carry fixes out on a text."""

from collections.abc import Iterable

from vanban.language.forms import one_line
from vanban.reading.model import Fix, Span

_SIGNS = {
    " ": "dấu cách",
    ",": "dấu phẩy",
    ".": "dấu chấm",
    ";": "dấu chấm phẩy",
    ":": "dấu hai chấm",
    "-": "dấu gạch ngang",
}


class OverlappingFixes(ValueError):
    """Two fixes want the same characters: take one, check again, then the other."""


def apply(text: str, fixes: Iterable[Fix]) -> str:
    """The text with every fix carried out. All spans count in `text` as given, in any order.

    Raises `OverlappingFixes` when two of them touch the same characters, or insert at one place.
    """
    parts: list[str] = []
    done = 0
    last = (-1, -1)
    for fix in sorted(fixes, key=lambda fix: fix.span):
        start, end = fix.span
        if start < done or fix.span == last:
            raise OverlappingFixes(fix)
        parts += (text[done:start], fix.text)
        done, last = end, fix.span
    return "".join((*parts, text[done:]))


def changed_part(old: str, new: str) -> tuple[Span, str]:
    """The smallest stretch of `old` that has to be replaced, and by what, to get `new`."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    tail = 0
    while tail < min(len(old), len(new)) - start and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return (start, len(old) - tail), new[start : len(new) - tail]


def in_words(old: str, new: str) -> tuple[str, str]:
    """What a fix takes away and what it writes, as it is said: words in quotes, signs by name.

    Where only a sign or a blank comes or goes, just that is told: nobody sees the blank in “, ”.
    """
    (start, end), written = changed_part(old, new)
    gone, come = _SIGNS.get(old[start:end]), _SIGNS.get(written)
    if gone and not written:
        return gone, ""
    if come and start == end:
        return "", come
    return _quoted(old), _quoted(new)


def _quoted(words: str) -> str:
    return f"“{one_line(words)}”" if words.strip() else _SIGNS[" "] if words else ""
