"""Whom a reminder reaches, sorted before anything is sent."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from thidua.progress.models import Step
from thidua.progress.queries import Matrix, Receiver, Row, receivers, reminded_on


@dataclass(frozen=True, slots=True)
class Target:
    """A unit to be reminded, who gets it, and when it was reminded earlier that day."""

    row: Row
    receivers: list[Receiver]
    today: datetime | None

    @property
    def notices(self) -> int:
        return len({one.user for one in self.receivers if one.user})

    @property
    def mails(self) -> int:
        return len({one.email.lower() for one in self.receivers if one.email})


@dataclass(frozen=True, slots=True)
class Sorted:
    """The chosen units: those to remind, those nobody can be reached in, those that are done."""

    targets: list[Target]
    unreachable: list[Row]
    done: list[Row]

    @property
    def again(self) -> list[Target]:
        """Those reminded earlier that day."""
        return [target for target in self.targets if target.today]

    @property
    def notices(self) -> int:
        return sum(target.notices for target in self.targets)

    @property
    def mails(self) -> int:
        return sum(target.mails for target in self.targets)


def sorted_out(matrix: Matrix, unit_ids: Collection[int], step: Step) -> Sorted:
    """Look at the chosen units again; two questions to the database."""
    chosen = [row for row in matrix.rows if row.unit.pk in unit_ids]
    behind = [row for row in chosen if not row.done(step)]
    ids = [row.unit.pk for row in behind]
    reached = receivers(ids, step, matrix.day)
    today = reminded_on(matrix.plan, ids, matrix.day)
    return Sorted(
        [_target(row, reached, today) for row in behind if row.unit.pk in reached],
        [row for row in behind if row.unit.pk not in reached],
        [row for row in chosen if row.done(step)],
    )


def _target(
    row: Row, reached: Mapping[int, list[Receiver]], today: Mapping[int, datetime]
) -> Target:
    return Target(row, reached[row.unit.pk], today.get(row.unit.pk))
