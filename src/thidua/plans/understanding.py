"""What the system holds of a file now: its words with the fixes, read again, with corrections."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from thidua.documents.models import Reading
from thidua.plans.corrections import corrected
from thidua.plans.edits import Edit, as_now, edited
from thidua.plans.noted import Noted, note
from thidua.plans.repaired import Restored, edits_of, placed, restored_words
from vanban.checking.check import check
from vanban.checking.document import NOTE
from vanban.reading.as_json import as_json, from_json
from vanban.reading.model import Reading as Read
from vanban.reading.model import Severity, Span
from vanban.reading.read import read_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """A reading as it stands: the corrected values and every finding that is not settled.

    The gravest findings come first. `pages` are the offsets at which the pages of the file begin.
    """

    reading: Read
    edits: tuple[Edit, ...]
    open: tuple[Noted, ...]
    words: tuple[Restored, ...] = ()
    pages: tuple[int, ...] = (0,)

    @property
    def as_json(self) -> dict[str, object]:
        """The public fields, with the corrections."""
        return as_json(self.reading)

    def finding(self, key: str) -> Noted | None:
        """The open finding of that name, if it is still there."""
        return next((noted for noted in self.open if noted.key == key), None)

    def alike(self, noted: Noted) -> list[Noted]:
        """The open findings with the same words and the same fix, itself among them."""
        return [one for one in self.open if one.likeness == noted.likeness]

    def page_of(self, place: int) -> int:
        """On which page of the file, counted from 1, a place of the text stands."""
        return max(1, bisect_right(self.pages, place))


def understood(row: Reading) -> Understood:
    """Read the file's words again where they were fixed; the kept reading otherwise."""
    fixed = [Edit.of(one) for one in row.fixed_findings]
    words = restored_words(row.repairs, row.words, fixed)
    edits = tuple(sorted([*fixed, *edits_of(words)]))
    read = _read(row, edits)
    kept = {settled["key"] for settled in row.kept_findings}
    noted = [note(finding, read.text, edits) for finding in read.findings]
    still_open = [one for one in noted if one.key not in kept]
    taught = {path: one["value"] for path, one in row.taught.items()}
    said = corrected(read, taught | row.corrections)
    return Understood(
        reading=replace(said, spans=dict(said.spans) | _taught_places(row, edits)),
        edits=edits,
        open=tuple(sorted(still_open, key=lambda one: _WEIGHT[one.finding.severity])),
        words=placed(words, edits),
        pages=tuple(as_now(start, edits) for start in row.pages) or (0,),
    )


def _taught_places(row: Reading, edits: Sequence[Edit]) -> dict[str, Span]:
    """Where values stand that an earlier correction helped to find."""
    spans = {path: one["span"] for path, one in row.taught.items() if one["span"]}
    return {path: (as_now(span[0], edits), as_now(span[1], edits)) for path, span in spans.items()}


def _read(row: Reading, edits: Sequence[Edit]) -> Read:
    first = from_json(row.data, row.blocks)
    if not edits:
        return first
    again = checked(edited(first.text, edits))
    of_the_file = tuple(finding for finding in first.findings if finding.rule == NOTE)
    return replace(again, repaired=first.repaired, findings=(*of_the_file, *again.findings))


def checked(text: str) -> Read:
    """Read a text and check it."""
    read = read_text(text)
    return replace(read, findings=check(read))


_WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.ASK: 2}
