"""Lines about how many members a unit has."""

from collections.abc import Sequence

from thidua.org.models import Headcount
from thidua.oversight.importing.judging import Judged, Outcome, troubled
from thidua.oversight.importing.lines import Line


def judged_headcounts(lines: Sequence[Line]) -> list[Judged]:
    """New, known already, or another number than was said before for the day of the line."""
    sound = [line for line in lines if not line.problems]
    rows = Headcount.objects.filter(
        unit__in={line.values["unit_id"] for line in sound},
        on__in={line.values["counted_on"] for line in sound},
    )
    known = {(str(row.unit_id), row.on.isoformat()): row for row in rows}
    return [
        troubled(line, line.problems)
        if line.problems
        else _headcount(line, known.get((line.values["unit_id"], line.values["counted_on"])))
        for line in lines
    ]


def _headcount(line: Line, row: Headcount | None) -> Judged:
    if row is None:
        return Judged(line, Outcome.NEW)
    told = (int(line.values["members"]), _number(line.values.get("women", "")))
    women = row.women if told[1] is None else told[1]
    if (row.members, row.women) == (told[0], women):
        return Judged(line, Outcome.KNOWN)
    return Judged(line, Outcome.CHANGED, row=row.pk)


def _number(text: str) -> int | None:
    return int(text) if text else None
