"""Rows that somebody has to look at: how they are kept, and read again."""

from collections.abc import Collection, Iterable
from datetime import date

from thidua.oversight.importing.judge import Judge
from thidua.oversight.importing.judging import Judged, Outcome, Said
from thidua.oversight.importing.lines import Line, read_line
from thidua.oversight.importing.twins import Twins
from thidua.oversight.models import Decision, Import, ImportRow, RowState

INNER = ("unit_id", "kind_id", "stays")
"""Values that are ours and not of the file."""
SETTLED = (RowState.MENDED, RowState.DONE)
TROUBLED = {Outcome.DOUBTFUL: RowState.DOUBTFUL, Outcome.WRONG: RowState.WRONG}


def troubled_rows(owner: Import, judged: Iterable[Judged]) -> list[ImportRow]:
    """One row for each line that is not in order; not saved."""
    return [
        noted(ImportRow(owner=owner, number=one.line.number, typed=_typed(one.line)), one)
        for one in judged
        if one.outcome in TROUBLED
    ]


def _typed(line: Line) -> dict[str, str]:
    """What stood in the file; a line that was in order before is told by its values."""
    return line.typed or {key: told for key, told in line.values.items() if key not in INNER}


def noted(row: ImportRow, one: Judged) -> ImportRow:
    """Write down what a judgement says about the row; the caller saves."""
    first = one.problems[0] if one.problems else None
    row.state = TROUBLED.get(one.outcome, RowState.MENDED)
    row.problems = list(one.problems)
    row.code, row.about = (first["code"], first["about"]) if first else ("", "")
    if row.decision == Decision.NONE:
        row.person_id = one.person.pk if one.person else None
    return row


NOTED = ["typed", "state", "problems", "code", "about", "person", "decision"]


def twins_beside(owner: Import, keys: Collection[int], judge: Judge, today: date) -> Twins:
    """The lines of the file that are in order, without the rows `keys`: those are judged anew.

    Lines in order from the start are known here only until they are taken over.
    """
    twins = Twins()
    for part in owner.parts.order_by("position").iterator():
        judge.remember([Line(number, {}, values) for number, values in part.lines], twins)
    for row in owner.rows.filter(state__in=SETTLED).order_by("number").iterator():
        if row.pk not in keys:
            judge.remember([_read(row, owner, today)], twins)
    return twins


def _read(row: ImportRow, owner: Import, today: date) -> Line:
    return read_line(row.number, row.typed, owner.kind, today)


def judged_again(
    owner: Import,
    rows: Iterable[ImportRow],
    judge: Judge,
    today: date,
    twins: Twins | None = None,
) -> list[tuple[ImportRow, Judged]]:
    """What the world says now to rows as they were typed, corrected and decided."""
    listed = list(rows)
    lines = [_read(row, owner, today) for row in listed]
    said = {row.number: Said(row.decision, row.person_id) for row in listed if row.decision}
    return list(zip(listed, judge.judged(lines, said, twins), strict=True))
