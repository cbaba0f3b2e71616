"""Which records about people have been kept as long as they may be (PDP-11, PDP-15)."""

import calendar
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from thidua.core.dated import in_force
from thidua.notify.models import OutboxMail
from thidua.org.models import FactKind, GuardedFact, Membership, OneTimeLink, Person, Post
from thidua.oversight.models import Anonymising, AnonymisingState, ImportRow, RecordGroup

Units = Collection[int]
Finder = Callable[["Asked"], "QuerySet[Any]"]


@dataclass(frozen=True, slots=True)
class Asked:
    """Of which units, and which day counts."""

    units: Units
    until: date
    today: date


def due_rows(group: str, units: Units, until: date, today: date) -> "QuerySet[Any]":
    """Rows of `group` in `units` that ended by `until`."""
    return FINDERS[RecordGroup(group)](Asked(units, until, today))


def months_before(day: date, months: int) -> date:
    """The same day so many months ago, or the last one of a shorter month."""
    whole = day.year * 12 + day.month - 1 - months
    year, month = divmod(whole, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def _former_members(asked: Asked) -> "QuerySet[Any]":
    """Whose last membership and last post ended by that day; not those proposed already."""
    proposed = Anonymising.objects.filter(person=OuterRef("pk"), state=AnonymisingState.PROPOSED)
    return _gone(asked.units, asked.until).exclude(Exists(proposed)).order_by("alphabetical", "pk")


def _gone(units: Units, until: date) -> QuerySet[Person]:
    here = Q(unit__in=units) | Q(unit__kept_by__in=units)
    later = Q(ends_on=None) | Q(ends_on__gt=until)
    ended = Membership.objects.filter(here, ends_on__lte=until).order_by().values("person")
    member = Membership.objects.filter(later, person=OuterRef("pk"))
    holder = Post.objects.filter(later, person=OuterRef("pk"))
    people = Person.objects.filter(pk__in=ended, merged_into=None, anonymised_on=None)
    return people.exclude(Exists(member)).exclude(Exists(holder))


def _in_ended_units(asked: Asked) -> "QuerySet[Any]":
    """Nobody stays an active member of a union that has ended (PDP-15)."""
    rows = Membership.objects.filter(in_force(asked.today), unit__kept_by__in=asked.units)
    return Person.objects.filter(pk__in=rows.order_by().values("person")).order_by(
        "alphabetical", "pk"
    )


def _guarded(asked: Asked) -> "QuerySet[Any]":
    """Each kind for as long as the register says; `until` where it says nothing."""
    due = Q(pk__in=[])
    for kind in FactKind.objects.filter(guarded=True):
        years = kind.kept_years
        day = asked.until if years is None else months_before(asked.today, 12 * years)
        due |= Q(kind=kind, person__in=_gone(asked.units, day).order_by().values("pk"))
    return GuardedFact.objects.filter(due)


def _links(asked: Asked) -> "QuerySet[Any]":
    return OneTimeLink.objects.filter(unit__in=asked.units, expires_at__date__lte=asked.until)


def _import_rows(asked: Asked) -> "QuerySet[Any]":
    rows = ImportRow.objects.filter(
        owner__unit__in=asked.units, owner__started_at__date__lte=asked.until
    )
    return rows.exclude(typed={})


def _letters(asked: Asked) -> "QuerySet[Any]":
    mails = OutboxMail.objects.filter(unit__in=asked.units, created_at__date__lte=asked.until)
    return mails.exclude(sent_at=None).exclude(body="")


FINDERS: dict[RecordGroup, Finder] = {
    RecordGroup.FORMER_MEMBERS: _former_members,
    RecordGroup.ENDED_UNITS: _in_ended_units,
    RecordGroup.GUARDED_FACTS: _guarded,
    RecordGroup.SPENT_LINKS: _links,
    RecordGroup.IMPORT_ROWS: _import_rows,
    RecordGroup.LETTERS: _letters,
}
