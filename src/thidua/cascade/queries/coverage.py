"""What the units below made of each content of a plan."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from thidua.cascade.contents import Content, content_at, contents_of, made_of
from thidua.cascade.models import Choice, ClauseChoice, Rollout
from thidua.cascade.queries.received import receivers_below
from thidua.documents.models import DocumentStatus
from thidua.org.models import Unit
from thidua.plans.models import Clause, Plan


@dataclass(slots=True)
class Coverage:
    """One content with the units, sorted by what they made of it."""

    content: Content
    adapted: list[Unit] = field(default_factory=list)
    kept: list[Unit] = field(default_factory=list)
    left_out: list[tuple[Unit, str]] = field(default_factory=list)
    open: list[Unit] = field(default_factory=list)

    @property
    def total(self) -> int:
        """How many units got the plan."""
        return len(self.adapted) + len(self.kept) + len(self.left_out) + len(self.open)

    @property
    def parts(self) -> list[tuple[float, float, str]]:
        """Start, width and look of each stretch of the bar, in per cent."""
        counts = [len(self.adapted), len(self.kept), len(self.left_out), len(self.open)]
        found, start = [], 0.0
        for count, look in zip(counts, LOOKS, strict=True):
            if count:
                width = 100 * count / self.total
                found.append((round(start, 2), round(width, 2), look))
                start += width
        return found

    @property
    def told(self) -> str:
        """The same in words: *19 cụ thể hóa, 6 giữ nguyên, 2 chưa*."""
        told = (
            (len(self.adapted), _("%(count)s cụ thể hóa")),
            (len(self.kept), _("%(count)s giữ nguyên")),
            (len(self.left_out), _("%(count)s không thực hiện")),
            (len(self.open), _("%(count)s chưa")),
        )
        return ", ".join(words % {"count": count} for count, words in told if count)


def clause_coverage(plan: Plan) -> list[Coverage]:
    """Per content what the receiving units made of it; only plans that were issued count.

    A draft is the affair of its unit: until it is issued the unit has not chosen. Five questions
    to the database, however many units and contents.
    """
    contents = contents_of(list(plan.clauses.order_by("position")))
    day = plan.document.dated or plan.starts_on
    arrived = receivers_below(plan, day) if day else []
    units = {row.unit.pk: row.unit for row in arrived if row.unit}
    made = _made(plan, {content.clause.pk: content for content in contents})
    found = []
    for content in contents:
        row = Coverage(content)
        for pk, unit in units.items():
            _sort_in(row, unit, made.get((pk, content.clause.pk)))
        found.append(row)
    return found


def _sort_in(row: Coverage, unit: Unit, made: tuple[Choice | None, str] | None) -> None:
    choice, reason = made or (None, "")
    match choice:
        case Choice.ADAPTED:
            row.adapted.append(unit)
        case Choice.KEPT:
            row.kept.append(unit)
        case Choice.LEFT_OUT:
            row.left_out.append((unit, reason))
        case _:
            row.open.append(unit)


def _made(
    plan: Plan, contents: dict[int, Content]
) -> dict[tuple[int, int], tuple[Choice | None, str]]:
    """By unit and clause what became of it, and why it was left out."""
    rows = list(
        ClauseChoice.objects.filter(
            rollout__plan=plan, rollout__own_plan__document__status=DocumentStatus.ISSUED
        ).select_related("rollout")
    )
    own = _clauses_of({row.rollout.own_plan_id for row in rows})
    return {
        (row.rollout.unit_id, row.clause_id): (
            made_of(row, contents[row.clause_id], own[row.rollout.own_plan_id]),
            row.reason,
        )
        for row in rows
        if row.clause_id in contents
    }


def _clauses_of(plans: set[int | None]) -> dict[int | None, list[Clause]]:
    found: defaultdict[int | None, list[Clause]] = defaultdict(list)
    rows = Clause.objects.filter(plan__in=plans).order_by("plan", "position")
    for clause in rows.only("plan_id", "parent_id", "marker", "text", "position"):
        found[clause.plan_id].append(clause)
    return found


@dataclass(frozen=True, slots=True)
class Chosen:
    """A content from above and what the unit made of it; the last rows are what it added.

    `found`: something was chosen for it once, though its paragraph may be gone by now.
    """

    choice: Choice | None
    above: Content | None
    own: Content | None = None
    reason: str = ""
    found: bool = False


def choices_of(rollout: Rollout) -> list[Chosen]:
    """Every content of the superior's plan as it stands in the unit's own, then what was added."""
    above = contents_of(list(rollout.plan.clauses.order_by("position")))
    own = list(rollout.own_plan.clauses.order_by("position")) if rollout.own_plan else []
    rows = {row.clause_id: row for row in rollout.choices.all()}
    own_contents = {content.clause.pk: content for content in contents_of(own)}
    found = []
    for content in above:
        row = rows.get(content.clause.pk)
        made = made_of(row, content, own) if row else None
        carrier = next((one for one in own if row and one.pk == row.own_clause_id), None)
        if carrier:
            own_contents.pop(carrier.pk, None)
        mine = content_at(carrier, own) if carrier else None
        found.append(Chosen(made, content, mine, row.reason if row else "", row is not None))
    return [*found, *(Chosen(Choice.ADDED, None, content) for content in own_contents.values())]


LOOKS = ("adapted", "kept", "left-out", "open")
