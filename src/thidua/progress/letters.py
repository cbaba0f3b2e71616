"""A *công văn đôn đốc* to units that are behind: as a paper with number and signature."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from thidua.core.days import next_working_day
from thidua.plans.following import facts_of, office_of
from thidua.progress.models import Step
from thidua.progress.queries import Matrix, Row
from thidua.progress.wording import deed_of, due_of
from vanban.writing.born.reminding import Silence, reminding_letter
from vanban.writing.model import OfficialDocument

GRACE = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the officer adds: until when now, where to, whom to ask."""

    new_due: date
    where: str = ""
    contact: str = ""


def behind_with(matrix: Matrix, step: Step, unit_ids: Collection[int]) -> list[Row]:
    """The chosen units that have not done the step."""
    wanted = set(unit_ids)
    return [row for row in matrix.rows if row.unit.pk in wanted and not row.done(step)]


def letter_to(matrix: Matrix, step: Step, rows: Collection[Row], asked: Asked) -> OfficialDocument:
    """The draft of the letter; the plan is its ground.

    How many have done it is told only where every other unit is written to: the letter counts the
    units that it names as all that are missing.
    """
    paper = matrix.plan.document
    done = sum(1 for row in matrix.rows if row.done(step))
    silence = Silence(
        asked=deed_of(step),
        units=[row.unit.named_on(matrix.day).name for row in rows],
        today=matrix.day,
        new_due=asked.new_due,
        due=due_of(matrix, step),
        received=done if done + len(rows) == len(matrix.rows) else None,
        where=asked.where,
        contact=asked.contact,
    )
    return reminding_letter(facts_of(paper), office_of(paper.unit, matrix.day), silence)


def proposed_due(day: date) -> date:
    """A week from now, on a working day."""
    return next_working_day(day + GRACE - timedelta(days=1))
