"""What somebody may know exists. Every view starts from here."""

from typing import Any

from django.db.models import Q, QuerySet

from thidua.documents.models import Direction, DocumentStatus
from thidua.org.actor import Actor, above, and_above
from thidua.org.models import Placement, Tree, Unit
from thidua.org.queries import units_served
from thidua.org.remembered import remembered
from thidua.org.rights import Right
from thidua.plans.models import Plan
from thidua.reports.models import Period, Report, ReportStatus

WORKING = (Right.REPORT_WRITE, Right.REPORT_REVIEW, Right.DOCUMENT_SIGN)
"""Any of these lets somebody see the reports of their unit."""
UNITS = ("unit__kind", "superior")
HANDS = (*UNITS, "edited_by__person", "submitted_by__person", "accepted_by__person")
"""Through whose hands a report goes."""


def working_units(actor: Actor) -> frozenset[int]:
    """The units whose reports they see in any state."""
    return frozenset(unit for right in WORKING for unit in actor.holding(right))


def periods_visible_to(actor: Actor) -> QuerySet[Period]:
    """What their units or units above them ask for, and what units below them ask for.

    What an ended unit asked for stays in sight of whoever keeps its records.

    Asked are units where they stood: one that has moved, or that has ended and is kept in theirs,
    still owes what its former superiors asked for.
    """
    mine = working_units(actor)
    paths = {path for post in actor.posts if post.unit_id in mine for path in and_above(post.path)}
    paths |= _former_paths(actor) if mine else set()
    below = Placement.objects.filter(actor.reach(Right.REPORT_REVIEW, "")).values("unit")
    return whole_periods().filter(
        Q(unit_path__in=paths) | Q(unit__in=_served(actor)) | Q(unit__in=below),
        opened_at__date__lte=actor.day,
    )


def whole_periods() -> QuerySet[Period]:
    """Periods with what a page names of them."""
    return Period.objects.select_related("plan__document", "phase", "form", "unit__kind")


def _former_paths(actor: Actor) -> set[str]:
    """Where their units, and those kept in them, once stood, and everything above."""
    units = units_served(actor, *WORKING).values("pk")
    left = Placement.objects.filter(unit__in=units, tree=Tree.LINE, ends_on__isnull=False)
    known = {above(path) for path in left.values_list("path", flat=True)}
    return {path for one in known for path in and_above(one)}


@remembered
def reports_visible_to(actor: Actor) -> QuerySet[Report]:
    """Those of their own units in any state; of units below what has been submitted.

    Reports of an ended unit belong to whoever keeps its records: the last one is finished there.
    """
    below = Unit.objects.filter(actor.reach(Right.REPORT_REVIEW, "placements__"))
    shown = Q(unit__in=below) & (~Q(status=ReportStatus.DRAFT))
    return _whole(Report.objects.filter(Q(unit__in=_served(actor)) | shown))


def reports_to_act_on(actor: Actor) -> QuerySet[Report]:
    """The same, and those that were taken back while somebody looked at them: policies say so."""
    below = Unit.objects.filter(actor.reach(Right.REPORT_REVIEW, "placements__"))
    return _whole(Report.objects.filter(Q(unit__in=_served(actor)) | Q(unit__in=below)))


def _served(actor: Actor) -> "QuerySet[Any, Any]":
    return units_served(actor, *WORKING).values("pk")


@remembered
def reports_seen_in_a_period(actor: Actor) -> QuerySet[Report]:
    """The same as those visible, for who has the period at hand; a page names one person."""
    return reports_visible_to(actor).select_related(None).select_related(*UNITS)


def _whole(reports: QuerySet[Report]) -> QuerySet[Report]:
    return reports.select_related(
        "period__plan__document", "period__form", "period__phase", "period__unit", *HANDS
    )


def plans_to_ask_for(actor: Actor) -> QuerySet[Plan]:
    """The issued plans of the units for which they open periods."""
    return Plan.objects.filter(
        document__unit__in=actor.holding(Right.REPORT_REVIEW),
        document__direction=Direction.OUT,
        document__status=DocumentStatus.ISSUED,
    ).select_related("document__unit__kind")
