"""The figures of many units at once, for those who watch."""

from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import Count, Q

from thidua.core.dated import in_force
from thidua.org.models import Membership, Tree
from thidua.pledges.models import Pledge, PledgeState, Sheet, Way
from thidua.pledges.queries.heads import beneath, headcounts, paths_of
from thidua.pledges.share import Share

Row = tuple[str, int, int, int]
"""A path, and what stands there: counted persons, those who signed by themselves, waiting."""


def shares(unit_ids: Collection[int], first: date, last: date, day: date) -> dict[int, Share]:
    """How many signed on sheets whose phase overlaps those days, each person once per sheet's unit.

    A union answers with its own sheets and those below it; a group, which has none, with what its
    members signed on the sheet of its union. A unit without any is there too, with noughts. At
    most five questions, however many units.
    """
    paths = paths_of(unit_ids, day)
    if not paths:
        return {unit: Share() for unit in unit_ids}
    sheets = Sheet.objects.filter(phase__starts_on__lte=last, phase__ends_on__gte=first)
    rows = _by_sheet(sheets.values_list("pk", flat=True), paths.values(), day)
    heads = headcounts(paths, day)
    found = {unit: _added(rows, path, heads[unit]) for unit, path in paths.items()}
    without = {
        unit: path
        for unit, path in paths.items()
        if not any(row[0].startswith(path) for row in rows)
    }
    if without:
        rows = _by_member(sheets.values_list("pk", flat=True), without.values(), day)
        found |= {unit: _added(rows, path, heads[unit]) for unit, path in without.items()}
    return {unit: found.get(unit, Share()) for unit in unit_ids}


def _by_sheet(sheets: Iterable[int], paths: Collection[str], day: date) -> list[Row]:
    via = "sheet__unit__placements__"
    pledges = Pledge.objects.filter(
        in_force(day, via),
        beneath(paths, via),
        sheet__in=sheets,
        state__in=(PledgeState.COUNTED, PledgeState.WAITING),
        **{f"{via}tree": Tree.LINE},
    )
    counted = Q(state=PledgeState.COUNTED)
    rows = (
        pledges.order_by()
        .values_list(f"{via}path")
        .annotate(
            counted=Count("person", distinct=True, filter=counted),
            itself=Count("person", distinct=True, filter=counted & Q(way=Way.SELF)),
            waiting=Count("pk", filter=~counted),
        )
    )
    return list(rows)


def _by_member(sheets: Iterable[int], paths: Collection[str], day: date) -> list[Row]:
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


def _added(rows: Iterable[Row], above: str, headcount: int) -> Share:
    within = [row for row in rows if row[0].startswith(above)]
    itself = sum(row[2] for row in within)
    return Share(
        itself=itself,
        recorded=sum(row[1] for row in within) - itself,
        waiting=sum(row[3] for row in within),
        headcount=headcount,
    )
