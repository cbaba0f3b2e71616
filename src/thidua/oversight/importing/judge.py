"""All that is asked about a handful of lines, by the kind of the list."""

from collections.abc import Mapping, Sequence
from datetime import date

from thidua.oversight.importing.belonging import with_memberships
from thidua.oversight.importing.heads import judged_headcounts
from thidua.oversight.importing.judging import Judged, Said
from thidua.oversight.importing.lines import Line
from thidua.oversight.importing.offices import Offices
from thidua.oversight.importing.people import People
from thidua.oversight.importing.twins import Twins
from thidua.oversight.importing.units import Units
from thidua.oversight.models import Import, ImportKind


class Judge:
    """Judges the lines of one import as the world stands on `today`.

    The same for the preview and when lines are taken over: what happened between is noticed.
    """

    def __init__(self, owner: Import, today: date) -> None:
        self.owner = owner
        self._units = Units(owner.unit, today, below=owner.below, needed=_needed_column(owner))
        self._people = People(owner.unit, today)
        self._offices = (
            Offices(owner.started_by.person_id) if owner.kind == ImportKind.POSTS else None
        )

    def judged(
        self,
        lines: Sequence[Line],
        said: Mapping[int, Said] | None = None,
        twins: Twins | None = None,
    ) -> list[Judged]:
        """The outcome of each line; with `twins` also what the file says twice is doubtful."""
        said = said or {}
        self._place(lines)
        if twins:
            self._note_twins(lines, twins, said)
        if self.owner.kind == ImportKind.HEADCOUNTS:
            return judged_headcounts(lines)
        people = self._people.judged(lines, said)
        return self._offices.with_posts(people) if self._offices else with_memberships(people, said)

    def remember(self, lines: Sequence[Line], twins: Twins) -> None:
        """Show `twins` lines of the file that were judged before."""
        self._place(lines)
        self._note_twins(lines, twins, {})

    def _place(self, lines: Sequence[Line]) -> None:
        """Say of which unit, and of which post or day, each line speaks."""
        self._units.place([line for line in lines if "unit_id" not in line.values])
        if self._offices:
            self._offices.name([line for line in lines if "kind_id" not in line.values])
        if self.owner.kind == ImportKind.HEADCOUNTS:
            for line in lines:
                line.values.setdefault("counted_on", self.owner.day.isoformat())

    def _note_twins(self, lines: Sequence[Line], twins: Twins, said: Mapping[int, Said]) -> None:
        """Add the doubt to every line about which nobody has decided."""
        for line in lines:
            if line.problems:
                continue
            values = line.values
            also = values.get("kind_id", "") + values.get("counted_on", "")
            twin = twins.of(line, int(values["unit_id"]), also)
            if twin and line.number not in said:
                line.problems.append(twin)


def _needed_column(owner: Import) -> str:
    """Where each member's unit must stand: nobody belongs to an upper union by an empty cell."""
    if owner.kind != ImportKind.MEMBERS or not owner.unit.kind.above_grassroots:
        return ""
    return next((column for column in ("unit", "unit_key") if column in owner.columns), "")
