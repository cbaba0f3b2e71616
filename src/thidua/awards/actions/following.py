"""What an act of reorganisation changes in this room."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from django.db.models import Q

from thidua.awards.models import Nomination, NominationStatus
from thidua.core.dated import in_force
from thidua.org.actor import above
from thidua.org.happened import Happened
from thidua.org.journal import Journal
from thidua.org.models import ActKind, Placement, Tree, Unit

WRITTEN = (NominationStatus.DRAFT, NominationStatus.RETURNED, NominationStatus.SUBMITTED)
UNDECIDED = Q(status__in=WRITTEN) | Q(status=NominationStatus.RECOMMENDED, line=None)
CONTINUED = (ActKind.MERGE, ActKind.SPLIT)
"""After these acts somebody goes on as the unit that ended; after others its records are kept."""
Key = tuple[int, int, int, int | None, int | None]


def follow_act(happened: Happened, journal: Journal) -> None:
    """Nominations on their way find the unit that decides now, and the successor that proposes.

    What a unit sent to a superior that ended goes to its new superior, or to the keeper. What is
    decided, declined or before a council does not change.
    """
    if not happened.ended:
        return
    if happened.kind in CONTINUED and happened.target is not None:
        _propose_as(happened.target, happened, journal)
    _decide_above(happened, journal)


def _propose_as(successor: Unit, happened: Happened, journal: Journal) -> None:
    proposed = Nomination.objects.filter(UNDECIDED, unit__in=happened.ended)
    path = successor.path_on(happened.on)
    journal.change(proposed, unit_id=successor.pk, unit_path=path)


def _decide_above(happened: Happened, journal: Journal) -> None:
    """Nobody is put forward twice to one unit: who stands there already is left where it is."""
    rows = list(Nomination.objects.filter(UNDECIDED, decided_by__in=happened.ended).order_by("pk"))
    superiors = _superiors({row.unit_id for row in rows}, happened)
    deciders = {row.pk: superiors.get(row.unit_id, happened.keeper) for row in rows}
    taken = _taken({unit.pk for unit in deciders.values() if unit})
    found: defaultdict[int, list[int]] = defaultdict(list)
    for row in rows:
        decider = deciders[row.pk]
        if decider is None or (key := _key(row, decider.pk)) in taken:
            continue
        taken.add(key)
        found[decider.pk].append(row.pk)
    for decider_id, keys in found.items():
        journal.change(Nomination.objects.filter(pk__in=keys), decided_by_id=decider_id)


def _superiors(units: Collection[int], happened: Happened) -> dict[int, Unit]:
    """By unit its direct superior on that day; none for what has ended."""
    places = Placement.objects.filter(in_force(happened.on), tree=Tree.LINE, unit__in=units)
    keys = {unit: _parent_key(path) for unit, path in places.values_list("unit_id", "path")}
    parents = {unit.key: unit for unit in Unit.objects.filter(key__in=set(keys.values()))}
    return {unit: parents[key] for unit, key in keys.items() if key in parents}


def _parent_key(path: str) -> str:
    return above(path).strip("/").split("/")[-1]


def _taken(deciders: Iterable[int]) -> set[Key]:
    """Who stands before those units already, by what the database holds to be once."""
    standing = Nomination.objects.filter(decided_by__in=list(deciders))
    rows = standing.exclude(status=NominationStatus.DECLINED)
    return {_key(row, row.decided_by_id) for row in rows}


def _key(row: Nomination, decider: int) -> Key:
    return decider, row.phase_id, row.kind_id, row.person_id, row.subject_unit_id
