"""A finding with its name, which stays the same while other places are fixed, and its words."""

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from thidua.plans.edits import Edit, as_read
from vanban.reading.model import Finding

_AROUND = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """A finding with its name, which stays the same while other places are fixed, and its words."""

    key: str
    finding: Finding
    before: str
    quote: str
    after: str

    @property
    def likeness(self) -> tuple[str, str, str]:
        """What findings have in common that one press settles; those without a fix are alone."""
        fix = self.finding.fix
        if fix is None or fix.span != self.finding.span:
            return self.key, "", ""
        return self.finding.rule, self.quote, fix.text


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
