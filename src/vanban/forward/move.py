"""The plan of one year → the draft for another: every part of the mover is asked once."""

from __future__ import annotations

from vanban.forward import data
from vanban.forward.aftermath import new_findings
from vanban.forward.anniversaries import move_anniversaries
from vanban.forward.bodies import flag_bodies
from vanban.forward.citations import blank_citations
from vanban.forward.dates import move_dates
from vanban.forward.draft import Draft, first_year_of, years_for
from vanban.forward.letterhead import empty_letterhead
from vanban.forward.model import Flag, Forwarded
from vanban.forward.new_year import flag_days_of_tet, move_year_names
from vanban.forward.ordinals import look_at_ordinals
from vanban.forward.ranges import move_ranges
from vanban.forward.years import move_years
from vanban.language.forms import fold
from vanban.reading.model import Reading
from vanban.reading.read import read_text

_PARTS = (
    empty_letterhead,
    blank_citations,
    move_anniversaries,
    move_year_names,
    look_at_ordinals,
    move_ranges,
    move_dates,
    move_years,
    flag_days_of_tet,
    flag_bodies,
)
"""In the order of their claims: whoever comes first knows most about the words."""


def forward(plan: Reading | str, year: int) -> Forwarded:
    """Make of last year's plan, or its text, the draft for `year` (of a school year: its first).

    Targets, contents and names are kept. What cannot be known (a superior's new number, a new
    congress, who signs) is left open or kept, and flagged. Raises `CannotMove`.
    """
    reading = plan if isinstance(plan, Reading) else read_text(plan)
    draft = Draft(reading, years_for(reading, year))
    for part in _PARTS:
        part(draft)
    _flag_theme(draft)
    _flag_past(draft)
    moved = draft.finished()
    flags = [*moved.flags, *new_findings(reading, moved, draft.years)]
    years = draft.years
    return Forwarded(
        text=moved.text,
        changes=moved.changes,
        flags=tuple(sorted(flags, key=_place)),
        old_year=years.printed(years.old),
        new_year=years.printed(years.new),
    )


def next_year(plan: Reading | str) -> int:
    """The first year that a plan can be moved to: what to offer. Raises `CannotMove`."""
    reading = plan if isinstance(plan, Reading) else read_text(plan)
    return first_year_of(reading) + 1


def _flag_theme(draft: Draft) -> None:
    span = draft.reading.spans.get("theme")
    if span:
        draft.flag(
            "theme",
            span,
            f"Đây là chủ đề năm {draft.years.old[0]}: chủ đề năm {draft.years.new[0]} là gì?",
        )


def _flag_past(draft: Draft) -> None:
    """A report tells what has happened: under a new year its figures would be untrue."""
    reading = draft.reading
    title = fold(reading.title or "")
    for row in data.rows("past_kinds"):
        if row["kind"] == reading.doc_type and fold(row["title"]) in title:
            draft.flag(
                "past-kind",
                reading.spans.get("doc_type"),
                f"{row['remains'].capitalize()} trong {row['kind'].lower()} này vẫn là của "
                f"năm {draft.years.old[0]}: viết lại trước khi dùng.",
            )
            return


def _place(flag: Flag) -> tuple[int, int]:
    return flag.span or (-1, -1)
