"""What the system holds of a file now: its words with the fixes, read again, with corrections."""

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from thidua.documents.models import Reading
from thidua.plans.corrections import corrected
from thidua.plans.edits import Edit, as_read, edited
from vanban.checking.check import check
from vanban.checking.document import NOTE
from vanban.reading.as_json import as_json, from_json
from vanban.reading.model import Finding
from vanban.reading.model import Reading as Read
from vanban.reading.read import read_text

_AROUND = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """A finding with its name, which stays the same while other places are fixed, and its words."""

    key: str
    finding: Finding
    before: str
    quote: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """A reading as it stands: the corrected values and every finding that is not settled."""

    reading: Read
    edits: tuple[Edit, ...]
    open: tuple[Noted, ...]

    @property
    def as_json(self) -> dict[str, object]:
        """The public fields, with the corrections."""
        return as_json(self.reading)

    def finding(self, key: str) -> Noted | None:
        """The open finding of that name, if it is still there."""
        return next((noted for noted in self.open if noted.key == key), None)


def understood(row: Reading) -> Understood:
    """Read the file's words again where they were fixed; the kept reading otherwise."""
    edits = tuple(Edit.of(fixed) for fixed in row.fixed_findings)
    read = _read(row, edits)
    kept = {settled["key"] for settled in row.kept_findings}
    noted = (note(finding, read.text, edits) for finding in read.findings)
    return Understood(
        reading=corrected(read, row.corrections),
        edits=edits,
        open=tuple(one for one in noted if one.key not in kept),
    )


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


def note(finding: Finding, text: str, edits: Sequence[Edit] = ()) -> Noted:
    """Name a finding by its rule and its place in the text as read, and quote its words."""
    if finding.span is None:
        digest = hashlib.sha256(finding.message.encode()).hexdigest()[:8]
        return Noted(key=f"{finding.rule}.{digest}", finding=finding, before="", quote="", after="")
    start, end = as_read(finding.span, edits)
    before, quote, after = quoted(text, finding.span)
    return Noted(
        key=f"{finding.rule}.{start}.{end}",
        finding=finding,
        before=before,
        quote=quote,
        after=after,
    )


def quoted(text: str, span: tuple[int, int]) -> tuple[str, str, str]:
    """The words of a place with a few words of its line on either side."""
    start, end = span
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    before, after = text[first:start], text[end:last]
    if len(before) > _AROUND:
        before = "…" + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + "…"
    return before, text[start:end], after


def settled(noted: Noted, *, who: str, at: dt.datetime) -> dict[str, Any]:
    """A finding as it is kept when the officer has decided about it."""
    return {
        "key": noted.key,
        "rule": noted.finding.rule,
        "severity": str(noted.finding.severity),
        "message": noted.finding.message,
        "quote": noted.quote,
        "by": who,
        "at": at.isoformat(),
    }
