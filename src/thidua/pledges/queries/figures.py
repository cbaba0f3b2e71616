"""The three figures of a sheet, whole and for each group, against the headcount of the day."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from thidua.core.dated import in_force
from thidua.org.models import Membership, Placement, Tree
from thidua.org.queries import headcount_on, headcounts, paths_of
from thidua.pledges.models import PledgeState, Sheet, Way
from thidua.pledges.share import Share

COUNTED = Q(pledges__state=PledgeState.COUNTED)
# The column is one of the index by which pledges are counted: their rows need not be read.
FIGURES = {
    "itself": Count("pledges__sheet", filter=COUNTED & Q(pledges__way=Way.SELF)),
    "recorded": Count("pledges__sheet", filter=COUNTED & Q(pledges__way=Way.RECORDED)),
    "waiting": Count("pledges__sheet", filter=Q(pledges__state=PledgeState.WAITING)),
}


@dataclass(frozen=True, slots=True)
class GroupFigures:
    """How many of one group have signed; `name` is empty for members who are in no group."""

    name: str
    signed: int
    headcount: int

    @property
    def missing(self) -> int:
        return max(0, self.headcount - self.signed)


def figures_of(sheet: Sheet, day: date) -> Share:
    """The headcount is that of `day`, after the last signing day that of that day."""
    counts = Sheet.objects.filter(pk=sheet.pk).aggregate(**FIGURES)
    return Share(**counts, headcount=headcount_on(sheet.unit, min(day, sheet.closes_on)))


def shown_with_figures(sheets: Iterable[Sheet], day: date) -> list[tuple[Sheet, Share]]:
    """The sheets of one page with their figures, in three questions however many they are."""
    shown = list(sheets)
    counted = Sheet.objects.filter(pk__in=[sheet.pk for sheet in shown])
    rows = counted.annotate(**FIGURES).values_list("pk", *FIGURES)
    counts = {pk: (itself, recorded, waiting) for pk, itself, recorded, waiting in rows}
    heads = headcounts(paths_of([sheet.unit_id for sheet in shown], day), day)
    return [(sheet, Share(*counts[sheet.pk], heads.get(sheet.unit_id, 0))) for sheet in shown]


def groups_of(sheet: Sheet, day: date) -> list[GroupFigures]:
    """A line for each group, and one for the members of none; empty without groups."""
    above = sheet.unit.path_on(day)
    groups = list(
        Placement.objects.filter(in_force(day), tree=Tree.LINE, path__regex=f"^{above}[^/]+/$")
        .select_related("unit")
        .order_by("unit__alphabetical")
    )
    if not groups:
        return []
    standing = Membership.objects.filter(
        in_force(day),
        in_force(day, "unit__placements__"),
        unit__placements__tree=Tree.LINE,
        unit__placements__path__startswith=above,
    )
    counted = Q(person__pledges__sheet=sheet, person__pledges__state=PledgeState.COUNTED)
    signed = _by_path(standing.filter(counted))
    listed = _by_path(standing)
    heads = headcounts({one.unit_id: one.path for one in groups}, day)
    rows = [
        GroupFigures(one.unit.name, _below(signed, one.path), heads[one.unit_id]) for one in groups
    ]
    alone = GroupFigures("", signed[above], listed[above])
    return [*rows, alone] if alone.headcount else rows


def _by_path(standing: QuerySet[Membership]) -> Counter[str]:
    rows = standing.order_by().values_list("unit__placements__path")
    return Counter(dict(rows.annotate(count=Count("person", distinct=True))))


def _below(counts: Counter[str], above: str) -> int:
    return sum(count for path, count in counts.items() if path.startswith(above))
