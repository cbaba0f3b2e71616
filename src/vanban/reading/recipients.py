"""The list of recipients (*Nơi nhận*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vanban.reading.paper import LETTERHEAD, Found

if TYPE_CHECKING:
    from vanban.reading.tail import Tail

_CLOSING = ' ;,.:/[”"'


def read_recipients(tail: Tail) -> list[Found[str]]:
    """Each recipient without dash and closing mark, in order."""
    found = []
    for cell in tail.recipients:
        words = cell.text.rstrip(_CLOSING)
        if words:
            found.append(Found(words, (cell.start, cell.start + len(words)), LETTERHEAD))
    return found
