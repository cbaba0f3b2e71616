"""The figures of many units at once, for those who watch."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet

from thidua.cascade.queries import carried_out_through
from thidua.core.dated import in_force
from thidua.core.keys import these
from thidua.org.actor import and_above
from thidua.org.models import Membership, Tree
from thidua.org.queries import beneath, headcounts, paths_of
from thidua.plans.models import Plan
from thidua.pledges.models import Pledge, PledgeState, Sheet, Way
from thidua.pledges.queries.sheets import ALIVE
from thidua.pledges.share import Share

LOOKED_UP = 5_000
"""So many sheets are looked up one by one."""
Sums = tuple[int, int, int]
"""Counted persons, those who signed by themselves, waiting."""
Row = tuple[str, int, int, int]
"""A path, and the sums of what stands there."""


def shares(
    unit_ids: Collection[int], first: date, last: date, day: date, plan: Plan | None = None
) -> dict[int, Share]:
    """How many signed on sheets whose phase overlaps those days, each person once per sheet's unit.

    A union answers with its own sheets and those below it; a group, which has none, with what its
    members signed on the sheet of its union. A unit without any is there too, with noughts. Of
    one `plan` count the sheets of its phases and of the plans that carry it out. At most eight
    questions, however many units.
    """
    paths = paths_of(unit_ids, day)
    if not paths:
        return {unit: Share() for unit in unit_ids}
    sheets = Sheet.objects.filter(phase__starts_on__lte=last, phase__ends_on__gte=first)
    if plan is not None:
        sheets = sheets.filter(carried_out_through(plan, "phase__plan"))
    rows = _by_sheet(sheets, paths.values(), day)
    heads = headcounts(paths, day)
    sums = _summed(rows)
    without = {path for path in paths.values() if path not in sums}
    if without:
        signed = _summed(_by_member(sheets.values("pk"), without, day))
        sums |= {path: signed[path] for path in without & signed.keys()}
    return {unit: _share(sums.get(paths.get(unit, "")), heads.get(unit, 0)) for unit in unit_ids}


def _by_sheet(sheets: QuerySet[Sheet], paths: Collection[str], day: date) -> list[Row]:
    """What was signed for a unit that has ended counts where its records are kept.

    Nobody counts twice on one sheet, so that rows are counted. Only where a unit has several sheets
    are persons looked at: few units have, and millions sign in a country.
    """
    via = "unit__placements__"
    placed = sheets.filter(in_force(day, via), beneath(paths, via))
    path_of: dict[int, str] = {}
    sheets_of: defaultdict[int, list[int]] = defaultdict(list)
    for sheet, unit, path in placed.order_by().values_list("pk", "unit", f"{via}path"):
        path_of[unit] = path
        sheets_of[unit].append(sheet)
    alone = {ids[0]: unit for unit, ids in sheets_of.items() if len(ids) == 1}
    several = [sheet for ids in sheets_of.values() if len(ids) > 1 for sheet in ids]
    rows = [(path_of[alone[sheet]], *sums) for sheet, sums in _signed_on(alone).items()]
    if several:
        rows += [(path_of[unit], *sums) for unit, *sums in _persons_on(several)]
    return rows


def _signed_on(sheets: Collection[int]) -> dict[int, Sums]:
    """By sheet what was signed on it, in the order of an index: nothing is sorted.

    Of very many sheets the first and the last are named. Looked up each by itself, they take four
    times as long as what lies between them.
    """
    if not sheets:
        return {}
    if len(sheets) <= LOOKED_UP:
        among = Q(sheet__in=these(sheets))
    else:
        among = Q(sheet__gte=min(sheets), sheet__lte=max(sheets))
    by = ("sheet", "state", "way")
    rows = Pledge.objects.filter(among, state__in=ALIVE).values_list(*by).order_by(*by)
    sums = dict.fromkeys(sheets, (0, 0, 0))
    for sheet, state, way, number in rows.annotate(Count("sheet")):
        if sheet in sums:
            counted, itself, waiting = sums[sheet]
            if state == PledgeState.WAITING:
                sums[sheet] = (counted, itself, waiting + number)
            else:
                sums[sheet] = (counted + number, itself + number * (way == Way.SELF), waiting)
    return sums


def _persons_on(sheets: Collection[int]) -> "QuerySet[Any, tuple[Any, ...]]":
    """By unit who signed on these sheets, each person once."""
    counted = Q(state=PledgeState.COUNTED)
    pledges = Pledge.objects.filter(sheet__in=these(sheets), state__in=ALIVE).order_by()
    return pledges.values_list("sheet__unit").annotate(
        counted=Count("person", distinct=True, filter=counted),
        itself=Count("person", distinct=True, filter=counted & Q(way=Way.SELF)),
        waiting=Count("pk", filter=~counted),
    )


def _by_member(sheets: "QuerySet[Sheet, Any]", paths: Collection[str], day: date) -> list[Row]:
    via = "unit__placements__"
    rows = (
        Membership.objects.filter(
            in_force(day),
            in_force(day, via),
            beneath(paths, via),
            person__pledges__sheet__in=sheets,
            person__pledges__state=PledgeState.COUNTED,
            **{f"{via}tree": Tree.LINE},
        )
        .order_by()
        .values_list(f"{via}path")
        .annotate(
            counted=Count("person", distinct=True),
            itself=Count("person", distinct=True, filter=Q(person__pledges__way=Way.SELF)),
        )
    )
    return [(path, counted, itself, 0) for path, counted, itself in rows]


def _summed(rows: Iterable[Row]) -> dict[str, Sums]:
    """What stands at each path and below it."""
    sums: dict[str, Sums] = {}
    for path, *counts in rows:
        for above in and_above(path):
            before = sums.get(above, (0, 0, 0))
            sums[above] = (before[0] + counts[0], before[1] + counts[1], before[2] + counts[2])
    return sums


def _share(sums: Sums | None, headcount: int) -> Share:
    counted, itself, waiting = sums or (0, 0, 0)
    return Share(itself, counted - itself, waiting, headcount)
