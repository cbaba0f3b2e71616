"""What an act of reorganisation changes in this room."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import timedelta

from django.db.models import Q

from thidua.core.dated import in_force
from thidua.org.actor import and_above
from thidua.org.happened import Happened
from thidua.org.journal import Journal
from thidua.org.models import Placement, Tree, Unit
from thidua.reports.models import Period, Report, ReportStatus


def follow_act(happened: Happened, journal: Journal) -> None:
    """Periods that an ended unit asked for end with its last day; open reports find their reader.

    A period that was over before keeps its tree: whoever keeps the records of a superior reviews
    and sums up for it (`policies`). In a period that still runs, reports that are not accepted go
    to the unit that stands above now. Accepted reports do not change.
    """
    _end_periods(happened, journal)
    _find_readers(happened, journal)


def _end_periods(happened: Happened, journal: Journal) -> None:
    """What lies behind the end of the asking unit is asked by its successors, in their own plans.

    A period that has not begun by then never will; it stays where it is.
    """
    last = happened.on - timedelta(days=1)
    running = Period.objects.filter(
        unit__in=happened.ended, starts_on__lte=last, ends_on__gte=happened.on
    )
    journal.change(running, ends_on=last)


def _find_readers(happened: Happened, journal: Journal) -> None:
    reports = list(_concerned(happened))
    paths = _paths({report.unit_id for report in reports}, happened)
    keepers = _register_keepers(paths.values())
    found: defaultdict[int, list[int]] = defaultdict(list)
    for report in reports:
        path = paths.get(report.unit_id, "")
        reader = _reader(path, report.period.unit.key, keepers)
        if reader is not None and reader != report.superior_id:
            found[reader].append(report.pk)
    for reader, keys in found.items():
        journal.change(Report.objects.filter(pk__in=keys), superior_id=reader)


def _concerned(happened: Happened) -> Iterator[Report]:
    """Of periods that run on: by units that moved, or to a superior that ended."""
    concerned = Q(unit__in=happened.moved) | Q(superior__in=happened.ended)
    rows = Report.objects.filter(
        concerned, period__ends_on__gte=happened.on, superior__isnull=False
    ).exclude(status=ReportStatus.ACCEPTED)
    return rows.select_related("period__unit").iterator()


def _paths(units: Collection[int], happened: Happened) -> dict[int, str]:
    """Where the units stand after the act; an ended one below whoever keeps its records."""
    placed = Placement.objects.filter(in_force(happened.on), unit__in=units).order_by("tree")
    ordered = sorted(
        placed.values_list("unit_id", "path", "tree"), key=lambda row: row[2] == Tree.LINE
    )
    return {unit: path for unit, path, _tree in ordered}


def _register_keepers(paths: Collection[str]) -> dict[str, int]:
    """By key, the units on those paths to which one can report."""
    keys = {key for path in paths for one in and_above(path) for key in [_key(one)]}
    rows = Unit.objects.filter(key__in=keys, kind__keeps_register=True, kept_by=None)
    return dict(rows.values_list("key", "pk"))


def _reader(path: str, asker: str, keepers: dict[str, int]) -> int | None:
    """The nearest unit above that keeps a register, up to the one that asks; none outside of it."""
    keys = path.strip("/").split("/")[:-1]
    if asker not in keys:
        return None
    return next((keepers[key] for key in reversed(keys) if key in keepers), None)


def _key(path: str) -> str:
    return path.rstrip("/").split("/")[-1]
