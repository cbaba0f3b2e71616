"""What stands behind the numbers of a unit: one line for each thing that was counted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.activities.models import Activity
from thidua.awards.models import Award
from thidua.documents.queries import documents_visible_to
from thidua.org.actor import Actor
from thidua.org.models import Headcount, Placement, UnitName
from thidua.org.queries import name_then
from thidua.progress.queries.totals import (
    Scope,
    activities_in,
    awards_in,
    counts_in,
    reports_in,
)
from thidua.reports.models import Report
from thidua.reports.queries import reports_visible_to


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """`url` is empty for what the reader may not open, `value` where the line counts as one."""

    title: str
    detail: str = ""
    day: date | None = None
    value: int | None = None
    url: str = ""


def units_of(scope: Scope, kind: str = "") -> QuerySet[Placement]:
    """The units of the day by name, all or those of one kind."""
    names = UnitName.objects.filter(unit=OuterRef("unit"), starts_on__lte=scope.day)
    places = scope.units().select_related("unit__kind")
    if kind:
        places = places.filter(unit__kind__code=kind)
    name = Subquery(names.order_by("-starts_on").values("name")[:1])
    return places.annotate(unit_then=name).order_by("unit__kind__rank", "unit__alphabetical", "pk")


def members_of(scope: Scope, _kind: str = "") -> QuerySet[Headcount]:
    """The last counts, the largest unions first."""
    counts = counts_in(scope).annotate(unit_then=name_then("on"))
    return counts.order_by("-members", "pk")


def reports_of(scope: Scope, _kind: str = "") -> QuerySet[Report]:
    """The latest first."""
    return reports_in(scope).select_related("period").order_by("-accepted_at", "-pk")


def activities_of(scope: Scope, _kind: str = "") -> QuerySet[Activity]:
    """The latest first, each with the name of its unit that day."""
    return activities_in(scope).annotate(unit_then=name_then("done_on"))


def awards_of(scope: Scope, _kind: str = "") -> QuerySet[Award]:
    """The latest first."""
    found = awards_in(scope).select_related("kind", "decision", "nomination")
    return found.order_by("-decided_on", "-pk")


BEHIND: dict[str, Callable[[Scope, str], QuerySet[Any]]] = {
    "units": units_of,
    "members": members_of,
    "reports": reports_of,
    "activities": activities_of,
    "awards": awards_of,
}
"""By the word in the address."""


def lines_for(what: str, rows: Sequence[Any], actor: Actor, scope: Scope) -> list[Line]:
    """The lines of one page of such a list."""
    match what:
        case "units":
            return [_unit(row, f"?ngay={scope.day:%d/%m/%Y}") for row in rows]
        case "members":
            return [_count(row) for row in rows]
        case "reports":
            seen = _keys(reports_visible_to(actor), [row.pk for row in rows])
            return [_report(row, seen) for row in rows]
        case "activities":
            return [_activity(row) for row in rows]
    seen = _keys(documents_visible_to(actor), [row.decision_id for row in rows])
    return [_award(row, seen) for row in rows]


def _keys(visible: QuerySet[Any], keys: list[int]) -> set[int]:
    return set(visible.filter(pk__in=keys).values_list("pk", flat=True))


def _unit(row: Any, day: str) -> Line:
    return Line(
        title=row.unit_then or row.unit.name,
        detail=row.unit.kind.name,
        url=reverse("org:unit", args=[row.unit_id]) + day,
    )


def _count(row: Any) -> Line:
    women = _("chưa tách nữ") if row.women is None else _("%(count)s nữ") % {"count": row.women}
    return Line(
        title=row.unit_then,
        detail=women,
        day=row.on,
        value=row.members,
        url=reverse("org:unit", args=[row.unit_id]),
    )


def _report(row: Report, seen: set[int]) -> Line:
    return Line(
        title=str(row.period),
        detail=row.unit_name,
        day=timezone.localtime(row.accepted_at).date() if row.accepted_at else None,
        url=row.get_absolute_url() if row.pk in seen else "",
    )


def _activity(row: Any) -> Line:
    return Line(title=row.title, detail=row.unit_then, day=row.done_on, url=row.get_absolute_url())


def _award(row: Award, seen: set[int]) -> Line:
    return Line(
        title=str(row),
        detail=row.subject_post or row.issuer_name,
        day=row.decided_on,
        url=row.decision.get_absolute_url() if row.decision_id in seen else "",
    )
