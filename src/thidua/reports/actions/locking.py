from django.db.models import QuerySet

from thidua.org.models import Unit
from thidua.reports.models import Period, Report


def locked(report: Report) -> Report:
    """Read the report again under a lock, so that policies judge what is true now.

    Its period is locked first: of a report that is submitted and one below that is accepted at the
    same moment, one comes after the other, and what is added up is what was there.
    """
    Period.objects.select_for_update().get(pk=report.period_id)
    return _rows().get(pk=report.pk)


def locked_report(period: Period, unit: Unit) -> Report | None:
    """The report of the unit under a lock, if somebody has begun it."""
    Unit.objects.select_for_update(of=("self",), no_key=True).get(pk=unit.pk)
    return _rows().filter(period=period, unit=unit).first()


def _rows() -> QuerySet[Report]:
    return Report.objects.select_for_update(of=("self",)).select_related(
        "period__form",
        "period__plan__document",
        "period__phase",
        "period__unit",
        "unit__kind",
        "superior",
        "edited_by__person",
        "accepted_by__person",
    )
