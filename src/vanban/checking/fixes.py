"""Carry fixes out on a text."""

from collections.abc import Iterable

from vanban.reading.model import Fix


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
