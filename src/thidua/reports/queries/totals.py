"""Totals of a period: what the accepted reports bring, and the parts of every sum."""

from dataclasses import dataclass
from decimal import Decimal

from thidua.org.models import Unit
from thidua.reports.models import Figure, Period, Report, ReportStatus
from thidua.reports.queries.sheets import totals_of
from thidua.rulebook.models import Indicator


@dataclass(frozen=True, slots=True)
class Part:
    """What one accepted report adds to a total."""

    report: Report
    own: Decimal | None
    below: Decimal | None
    total: Decimal | None


def totals_below(period: Period, unit: Unit) -> dict[int, Decimal | None]:
    """By indicator, the sum of the accepted reports that came directly to `unit`, as of now."""
    accepted = Report.objects.filter(period=period, superior=unit, status=ReportStatus.ACCEPTED)
    return totals_of(accepted.values("pk"))


def parts_of(period: Period, unit: Unit, indicator: Indicator) -> list[Part]:
    """The reports behind one of these totals, one part each, by the name of the unit."""
    figures = (
        Figure.objects.filter(
            report__period=period,
            report__superior=unit,
            report__status=ReportStatus.ACCEPTED,
            indicator=indicator,
        )
        .select_related("report__unit")
        .order_by("report__unit__alphabetical")
    )
    return [Part(one.report, one.own, one.below, one.total) for one in figures]


@dataclass(frozen=True, slots=True)
class Gap:
    """A stored sum that is not what its parts add up to."""

    report: Report
    indicator: Indicator
    stored: Decimal
    computed: Decimal


def verify_totals(period: Period) -> list[Gap]:
    """Add up anew what every submitted report of the period holds from below; the gaps, if any."""
    gaps = []
    frozen = Report.objects.filter(
        period=period, status__in=(ReportStatus.SUBMITTED, ReportStatus.ACCEPTED)
    )
    for report in frozen.prefetch_related("figures__indicator"):
        computed = totals_of(report.included)
        for figure in report.figures.all():
            stored, fresh = figure.below or Decimal(0), computed.get(figure.indicator_id)
            if stored != (fresh or Decimal(0)):
                gaps.append(Gap(report, figure.indicator, stored, fresh or Decimal(0)))
    return gaps
