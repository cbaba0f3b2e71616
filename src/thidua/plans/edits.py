"""The system's text of a file: its words with the officer's fixes, which the file never gets.

Edits count in the text as it was read. What the page shows counts in the text as it is now; these
functions lead from one to the other.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Self

from vanban.reading.model import Span


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replace the characters of [`start`, `end`) of the text as it was read."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, row: dict[str, Any]) -> Self:
        """The edit kept in a row of `Reading.fixed_findings`."""
        start, end = row["span"]
        return cls(start, end, row["text"])

    @property
    def growth(self) -> int:
        return len(self.text) - (self.end - self.start)


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with every edit carried out. Edits never overlap: `merged` sees to it."""
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def places(edits: Sequence[Edit]) -> list[tuple[Edit, int]]:
    """Each edit with the offset at which its new words begin in the text as it is now."""
    shift = 0
    found = []
    for edit in sorted(edits):
        found.append((edit, edit.start + shift))
        shift += edit.growth
    return found


def as_read(span: Span, edits: Sequence[Edit]) -> Span:
    """Where a span of the text as it is now stood in the text as it was read.

    An end that falls into replaced words is moved to the edge of what they replaced.
    """
    start, end = span
    first, last = start, end
    for edit, now in places(edits):
        after = now + len(edit.text)
        if start >= after:
            first -= edit.growth
        elif start > now:
            first = edit.start
        if end >= after and end > now:
            last -= edit.growth
        elif end > now:
            last = edit.end
    return first, max(first, last)


def as_now(place: int, edits: Sequence[Edit]) -> int:
    """Where a place of the text as it was read stands now; inside replaced words at their start."""
    shift = 0
    for edit in sorted(edits):
        if edit.end > place:
            return min(place, edit.start) + shift if edit.start <= place else place + shift
        shift += edit.growth
    return place + shift


def touching(span: Span, edits: Sequence[Edit]) -> list[Edit]:
    """The edits that a change of `span` (of the text as it is now) would write over or continue."""
    start, end = span
    found = []
    for edit, now in places(edits):
        after = now + len(edit.text)
        overlaps = now < end and start < after
        at_start = start == end == now
        continues = start == end == after and edit.start == edit.end
        if overlaps or at_start or continues:
            found.append(edit)
    return found


def merged(text: str, span: Span, new: str, edits: Sequence[Edit]) -> tuple[Edit, list[Edit]]:
    """Replace `span` of the text as it is now by `new`.

    Gives the edit to keep and the earlier edits that it swallows, because it writes over them.
    """
    swallowed = touching(span, edits)
    here = [(now, now + len(edit.text)) for edit, now in places(edits) if edit in swallowed]
    start = min([span[0], *(first for first, _ in here)])
    end = max([span[1], *(last for _, last in here)])
    now = edited(text, edits)
    words = now[start : span[0]] + new + now[span[1] : end]
    before = sum(
        edit.growth
        for edit, first in places(edits)
        if edit not in swallowed and first + len(edit.text) <= start
    )
    inside = sum(edit.growth for edit in swallowed)
    return Edit(start - before, end - before - inside, words), swallowed
