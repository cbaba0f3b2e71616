"""What becomes of the members and the posts of units that end (ORG-05, PDP-15)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.db.models import Q

from thidua.org.journal import Journal
from thidua.org.models import EndReason, JoinedBy, Membership, Post
from thidua.org.reorganising.effects import Planned
from thidua.org.reorganising.loading import CHUNK


def move_members(planned: Planned, journal: Journal) -> None:
    """Members of merged units go on in the successor; other memberships end by the decision."""
    day, decision = planned.world.day, _decision(journal)
    going: dict[str, list[int]] = defaultdict(list)
    for pk, to in final_units(planned).items():
        going[to].append(pk)
    for to, pks in going.items():
        for some in chunks(pks):
            rows = Membership.objects.filter(_lasting(planned), unit__in=some)
            if not to:
                journal.change(rows, ends_on=day, end_reason=EndReason.DISSOLVED)
                continue
            successor = planned.world.units[to].pk
            going_on = list(rows.order_by("pk"))
            journal.change(rows, ends_on=day, end_reason=EndReason.MERGED)
            _go_on(going_on, successor, decision, planned, journal)


def end_posts(planned: Planned, journal: Journal) -> None:
    """Every post of a unit that ends ends with it, also where the unit goes on in another."""
    for some in chunks(planned.ended()):
        rows = Post.objects.filter(_lasting(planned), unit__in=some)
        journal.change(rows, ends_on=planned.world.day, end_reason=EndReason.DISSOLVED)


def final_units(planned: Planned) -> dict[int, str]:
    """Where the members of each ended unit go on after all acts; empty where nowhere."""
    next_of = {key: effect.members_to for effect in planned.effects for key in effect.ended}
    found: dict[int, str] = {}
    for key, first in next_of.items():
        to = first
        while to in next_of:
            to = next_of[to]
        found[planned.world.units[key].pk] = to
    return found


def chunks(keys: Iterable[int]) -> Iterator[list[int]]:
    ordered = sorted(keys)
    for start in range(0, len(ordered), CHUNK):
        yield ordered[start : start + CHUNK]


def _lasting(planned: Planned) -> Q:
    return Q(ends_on=None) | Q(ends_on__gt=planned.world.day)


def _go_on(
    rows: list[Membership],
    successor: int,
    decision: str,
    planned: Planned,
    journal: Journal,
) -> None:
    """Each person once, and nobody who is a member of the successor already."""
    there = set(
        Membership.objects.filter(
            _lasting(planned), unit=successor, person__in={row.person_id for row in rows}
        ).values_list("person", flat=True)
    )
    fresh: dict[int, Membership] = {}
    for row in rows:
        if row.person_id not in there:
            fresh.setdefault(
                row.person_id,
                Membership(
                    person_id=row.person_id,
                    unit_id=successor,
                    joined_by=JoinedBy.FOLLOWED,
                    decision=decision,
                    starts_on=planned.world.day,
                    ends_on=row.ends_on,
                    end_reason=row.end_reason,
                ),
            )
    journal.create([row for row in fresh.values() if row.ends_on is None], unchanged=["ends_on"])
    journal.create([row for row in fresh.values() if row.ends_on is not None])


def _decision(journal: Journal) -> str:
    one = journal.reorganisation
    return " ".join(filter(None, (one.type_name, one.number, one.issuer)))[:200]
