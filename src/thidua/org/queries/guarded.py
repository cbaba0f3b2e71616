"""Which guarded kinds there are, and counts of them without a name (PDP-12)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from thidua.core.dated import in_force
from thidua.core.templatetags.vn import vn_number
from thidua.org.actor import and_above
from thidua.org.models import DataOfficer, FactForm, FactKind, GuardedFact, Person, Unit
from thidua.org.queries.people import Scope, members_in

FEW = 3
"""Fewer people than this are not counted out for those who may not know who they are."""


@dataclass(frozen=True, slots=True)
class Counted:
    """How many of the members: in all of the kind, then value by value."""

    kind: FactKind
    known: str
    values: list[tuple[str, str]]


def kinds_on(day: date) -> QuerySet[FactKind]:
    """The guarded kinds that may be kept on the day."""
    return FactKind.objects.filter(in_force(day), guarded=True)


def known_of(person: Person) -> set[int]:
    """The kinds of which something is written down, without what."""
    return set(person.guarded_facts.values_list("kind_id", flat=True))


def counts_in(scope: Scope, *, whole: bool) -> list[Counted]:
    """Counts of the members of the day; where not `whole`, small numbers are not told."""
    members = members_in(scope).order_by().values("pk")
    facts = GuardedFact.objects.filter(person__in=members)
    rows = facts.order_by().values_list("kind", "value").annotate(count=Count("pk"))
    found: dict[int, list[tuple[str, int]]] = {}
    for kind, value, count in rows:
        found.setdefault(kind, []).append((value, count))
    return [_counted(kind, found.get(kind.pk, []), whole=whole) for kind in kinds_on(scope.day)]


def officer_for(unit: Unit, day: date) -> DataOfficer | None:
    """Whom to ask about data in the unit: the nearest one named there or above (PDP-09)."""
    keys = [path.rstrip("/").rsplit("/", 1)[-1] for path in and_above(unit.seat_on(day))]
    named = DataOfficer.objects.filter(in_force(day), unit__key__in=keys).select_related("unit")
    near = sorted(named, key=lambda one: keys.index(one.unit.key))
    return near[-1] if near else None


def _counted(kind: FactKind, rows: Iterable[tuple[str, int]], *, whole: bool) -> Counted:
    rows = sorted(rows, key=lambda row: (-row[1], row[0]))
    known = sum(count for _value, count in rows)
    if kind.form == FactForm.DAY:
        return Counted(kind, _told(known, whole=whole), [])
    many = rows if whole else [row for row in rows if row[1] >= FEW]
    # What was typed freely may be a number or a story of its own: few have it, so it is not shown.
    shown = many if kind.form == FactForm.TEXT else rows
    told = [(value, _told(count, whole=whole)) for value, count in shown]
    return Counted(kind, _in_all(known, sum(count for _value, count in many)), told)


def _in_all(known: int, told: int) -> str:
    """Beside numbers that are not told the sum is not told either, or one could subtract."""
    if told == known:
        return vn_number(known)
    return _("từ %(count)s trở lên") % {"count": vn_number(told)} if told else _("không nêu")


def _told(count: int, *, whole: bool) -> str:
    if whole or not count or count >= FEW:
        return vn_number(count)
    return _("dưới %(few)s") % {"few": FEW}
