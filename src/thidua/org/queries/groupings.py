"""Clusters, labels and areas: who sees them, who belongs to them, what they add up to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet, prefetch_related_objects

from thidua.core.dated import in_force
from thidua.core.folded import alphabetical, folded
from thidua.org.actor import Actor
from thidua.org.models import Grouping, GroupingMember, Unit
from thidua.org.queries.tree import Below, below_each, names_on, placed
from thidua.org.queries.visible import units_visible_to
from thidua.org.rights import Right
from thidua.org.rotation import next_head


@dataclass(frozen=True, slots=True)
class MemberLine:
    """A member of a grouping on a day, with the units below it and their members."""

    member: GroupingMember
    name: str
    units: int
    members: int


def groupings_visible_to(actor: Actor) -> QuerySet[Grouping]:
    """Those of units one sees, and those to which a unit with a post of one's own belongs."""
    own = GroupingMember.objects.filter(in_force(actor.day), unit__in=actor.unit_ids)
    seen = Q(unit__in=units_visible_to(actor).values("pk")) | Q(pk__in=own.values("grouping"))
    return Grouping.objects.filter(seen).select_related("unit")


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedGroupings:
    """What the list is narrowed down to."""

    words: str = ""
    sort: str = ""
    ended: bool = False


def groupings_found(rows: QuerySet[Grouping], wanted: WantedGroupings) -> list[Grouping]:
    """Those in whose name every word occurs, by kind and by the alphabet."""
    rows = rows.filter(ends_on__isnull=not wanted.ended)
    rows = rows.filter(sort=wanted.sort) if wanted.sort else rows
    words = folded(wanted.words).split()
    found = [row for row in rows if all(word in folded(row.name) for word in words)]
    return sorted(found, key=lambda row: (row.sort, alphabetical(row.name), row.pk))


def members_in_lines(groupings: Sequence[Grouping]) -> Iterator[tuple[str | date | None, ...]]:
    """A line for each member a grouping has, or had when it ended; one for an empty grouping."""
    prefetch_related_objects(groupings, "members__unit")
    for row in groupings:
        last = [one for one in row.members.all() if one.ends_on == row.ends_on]
        head = row.name, row.get_sort_display(), row.unit.name
        listed = [(one.unit.name, one.starts_on, one.ends_on) for one in last]
        for line in listed or [("", row.starts_on, row.ends_on)]:
            yield *head, *line


def founders_for(actor: Actor) -> QuerySet[Unit]:
    """The units in whose name somebody may put others together: their own ones."""
    keeping = actor.holding(Right.PEOPLE_KEEP) | actor.holding(Right.UNIT_MANAGE)
    return Unit.objects.filter(pk__in=keeping, kind__above_grassroots=True).order_by("alphabetical")


def members_of_grouping(grouping: Grouping, day: date) -> list[MemberLine]:
    """Who belonged to it that day, in the order of turns, each with its totals."""
    rows = list(grouping.members.filter(in_force(day)).select_related("unit__kind"))
    units = [row.unit_id for row in rows]
    names = names_on(units, day)
    paths = dict(placed(day).filter(unit__in=units).values_list("unit", "path"))
    totals = below_each(paths.values(), day)
    nothing = Below(0, 0)
    found = [totals.get(paths.get(row.unit_id, ""), nothing) for row in rows]
    return [
        MemberLine(row, names[row.unit_id], total.units, total.members)
        for row, total in zip(rows, found, strict=True)
    ]


def proposed_head(grouping: Grouping, lines: Sequence[MemberLine], year: int) -> Unit | None:
    """The member whose turn it is in `year`."""
    units = {line.member.unit_id: line.member.unit for line in lines}
    heads = dict(grouping.heads.values_list("year", "unit"))
    proposed = next_head(list(units), heads, year)
    return units[proposed] if proposed is not None else None


def groupings_of(unit: Unit, day: date) -> QuerySet[GroupingMember]:
    """The clusters and labels the unit belonged to that day."""
    return (
        unit.grouping_memberships.filter(in_force(day))
        .select_related("grouping__unit")
        .order_by("grouping__sort", "grouping__name")
    )
