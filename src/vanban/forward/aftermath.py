"""What the checker finds in the moved text and had not found before becomes a flag."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vanban.checking.check import check
from vanban.forward.letterhead import BLANK
from vanban.forward.model import Flag
from vanban.reading.read import read_text

if TYPE_CHECKING:
    from vanban.forward.draft import Moved, Years
    from vanban.reading.model import Finding, Reading, Span

_SHORTEST_MONTH = 28
_OF_EVERY_DRAFT = frozenset({"missing-number", "draft-number", "missing-date"})


def new_findings(reading: Reading, moved: Moved, years: Years) -> list[Flag]:
    """A movement that has ended, a law that has changed, a part that is now obligatory.

    The draft is judged as if it were signed on the day of the old plan, in its own year. What
    stands inside a flagged place has been told already, and blanks are left on purpose.
    """
    known = {
        _key(finding, finding.span and moved.place_of(finding.span)) for finding in check(reading)
    }
    told = [flag.span for flag in moved.flags if flag.span]
    told += [change.span for change in moved.changes if BLANK in change.new]
    return [
        Flag(finding.rule, finding.span, finding.message)
        for finding in check(_as_if_signed(read_text(moved.text), reading, years))
        if finding.rule not in _OF_EVERY_DRAFT
        and _key(finding, finding.span) not in known
        and not any(_overlap(finding.span, span) for span in told)
    ]


def _as_if_signed(draft: Reading, old: Reading, years: Years) -> Reading:
    day = old.date and old.date.replace(
        day=min(old.date.day, _SHORTEST_MONTH), year=old.date.year + years.shift
    )
    year = draft.year_or_school_year or years.printed(years.new)
    spans = {path: span for path, span in draft.spans.items() if path != "date"}
    return replace(draft, date=day, year_or_school_year=year, spans=spans)


def _key(finding: Finding, place: Span | None) -> tuple[str, Span | str]:
    """The same place is the same finding, though its sentence may name another year."""
    return finding.rule, place or finding.message


def _overlap(one: Span | None, other: Span) -> bool:
    return one is not None and one[0] < other[1] and other[0] < one[1]
