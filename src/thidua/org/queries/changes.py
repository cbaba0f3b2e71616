"""Members gained and lost in a period: who, when, how, and how many of each."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet
from django.utils.functional import Promise

from thidua.org.models import EndReason, JoinedBy, Membership
from thidua.org.queries.people import Scope

GAINED = (JoinedBy.ADMITTED, JoinedBy.MOVED, JoinedBy.FOLLOWED)
"""Whoever was on the first list of a unit was not gained on the day the list begins."""


@dataclass(frozen=True, slots=True)
class Counted:
    """How many came or went in one way."""

    word: str | Promise
    count: int


def gained_in(scope: Scope, first: date, last: date) -> QuerySet[Membership]:
    """Memberships that began from `first` to `last`, both included."""
    rows = Membership.objects.filter(
        scope.among(), joined_by__in=GAINED, starts_on__range=(first, last)
    )
    return rows.order_by("-starts_on", "person__alphabetical", "pk")


def lost_in(scope: Scope, first: date, last: date) -> QuerySet[Membership]:
    """Memberships that ended in these days; what was entered by mistake is no loss."""
    rows = Membership.objects.filter(scope.among(), ends_on__range=(first, last))
    kept = rows.exclude(end_reason=EndReason.MISTAKE)
    return kept.order_by("-ends_on", "person__alphabetical", "pk")


def whole_rows() -> QuerySet[Membership]:
    """Memberships with the names a line shows."""
    return Membership.objects.select_related("person", "unit")


def number(counted: list[Counted]) -> int:
    """How many those are together."""
    return sum(one.count for one in counted)


def counted_by_way(rows: QuerySet[Membership]) -> list[Counted]:
    """Of those gained: how many in each way."""
    return _counted(rows, "joined_by", dict(JoinedBy.choices))


def counted_by_reason(rows: QuerySet[Membership]) -> list[Counted]:
    """Of those lost: how many for each reason."""
    return _counted(rows, "end_reason", dict(EndReason.choices))


def _counted(
    rows: QuerySet[Membership], column: str, words: dict[str, str | Promise]
) -> list[Counted]:
    found = dict(rows.order_by().values_list(column).annotate(number=Count("pk")))
    return [Counted(words.get(key, ""), count) for key, count in sorted(found.items())]
