"""The numbers and words of one report: live while it is written, as stored once submitted."""

from collections.abc import Collection, Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Q, QuerySet, Sum

from thidua.core.dated import in_force
from thidua.org.models import Person, Unit
from thidua.org.queries import day_within, headcount_on
from thidua.reports import facts
from thidua.reports.models import Figure, FormRow, Period, Report, ReportStatus
from thidua.reports.reporters import Below, below
from thidua.reports.sheet import MEMBERS, Known, Sheet, Words, cells_of


def sheet_of(period: Period, unit: Unit, report: Report | None, day: date) -> Sheet:
    """What the report of `unit` shows on `day`; without a row yet, what it would begin with."""
    rows = rows_of(period)
    figures = list(report.figures.all()) if report else []
    around = below(unit, period.ends_on)
    accepted, elsewhere = _accepted_below(period, unit, around)
    frozen = report is not None and report.frozen
    known = Known(
        typed={one.indicator_id: one.own for one in figures},
        facts=_stored(figures) if frozen else _live(period, unit, around, rows, day),
        below=_stored_below(figures) if frozen else _sums(accepted),
        previous=_previous(period, unit),
        asked={one.indicator_id: one.asked for one in figures},
    )
    included = set(report.included) if report and frozen else set(accepted)
    units_in = {accepted[pk] for pk in included if pk in accepted} | elsewhere
    return Sheet(
        cells=cells_of(rows, known),
        words=_words(period, report),
        children=around.reporters,
        missing=tuple(one for one in around.reporters if one.unit_id not in units_in),
        included=tuple(sorted(included)),
        scope=around.scope,
        frozen=frozen,
        runs_until=period.ends_on if day < period.ends_on else None,
    )


def rows_of(period: Period) -> list[FormRow]:
    """What its form asks for, in order."""
    return list(period.form.rows.select_related("indicator", "ceiling").order_by("position"))


def _accepted_below(period: Period, unit: Unit, around: Below) -> tuple[dict[int, int], set[int]]:
    """The accepted reports that came directly to `unit`, their ids and whose they are.

    And the units below that are in the figures of another one already, because they moved on.
    """
    came = Q(superior=unit) | Q(unit__in=[one.unit_id for one in around.reporters])
    accepted = Report.objects.filter(came, period=period, status=ReportStatus.ACCEPTED)
    rows = list(accepted.values_list("pk", "unit_id", "superior_id"))
    here = {pk: author for pk, author, superior in rows if superior == unit.pk}
    return here, {author for _pk, author, superior in rows if superior != unit.pk}


def _sums(reports: Collection[int]) -> dict[int, Decimal]:
    return {pk: value for pk, value in totals_of(reports).items() if value is not None}


def totals_of(reports: Collection[int] | QuerySet[Any]) -> dict[int, Decimal | None]:
    """Own and below of these reports added up, by indicator: one query."""
    rows = (
        Figure.objects.filter(report__in=reports)
        .order_by()
        .values_list("indicator_id")
        .annotate(Sum("own"), Sum("below"))
    )
    return {pk: _added(own, under) for pk, own, under in rows}


def _added(own: Decimal | None, under: Decimal | None) -> Decimal | None:
    if own is None and under is None:
        return None
    return (own or Decimal(0)) + (under or Decimal(0))


def _stored(figures: Iterable[Figure]) -> dict[int, Decimal | None]:
    return {one.indicator_id: one.own for one in figures if one.source == "facts"}


def _stored_below(figures: Iterable[Figure]) -> dict[int, Decimal]:
    return {one.indicator_id: one.below for one in figures if one.below is not None}


def _live(
    period: Period, unit: Unit, around: Below, rows: list[FormRow], day: date
) -> dict[int, Decimal | None]:
    """What was recorded so far; a row of facts without a record is nought."""
    found = facts.facts_of(around.scope, period.starts_on, period.ends_on, period.plan)
    values: dict[int, Decimal | None] = {
        row.indicator_id: found.get(row.indicator.code, Decimal(0)) for row in rows
    }
    for row in rows:
        if row.indicator.code == MEMBERS:
            last = day_within(unit, min(day, period.ends_on))
            values[row.indicator_id] = _members(unit, around, last)
    return values


def _members(unit: Unit, around: Below, day: date) -> Decimal | None:
    """The headcount; a unit with reporters below counts only who belongs to itself directly."""
    if not around.reporters:
        return Decimal(headcount_on(unit, day)) or None
    own = Person.objects.filter(in_force(day, "memberships__"), memberships__unit__in=around.scope)
    return Decimal(own.distinct().count())


def _previous(period: Period, unit: Unit) -> dict[int, Decimal | None]:
    """The figures of the unit's latest report of the same kind before this period."""
    before = (
        Report.objects.filter(
            unit=unit,
            period__form=period.form_id,
            period__unit=period.unit_id,
            period__ends_on__lt=period.starts_on,
            status__in=(ReportStatus.SUBMITTED, ReportStatus.ACCEPTED),
        )
        .order_by("-period__ends_on")
        .values_list("pk", flat=True)
        .first()
    )
    return totals_of([before]) if before else {}


def _words(period: Period, report: Report | None) -> tuple[Words, ...]:
    texts = dict(report.narratives.values_list("part_id", "text")) if report else {}
    parts = period.form.parts.order_by("position")
    return tuple(Words(part, texts.get(part.pk, "")) for part in parts)
