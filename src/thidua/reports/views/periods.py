"""Periods: opened by a superior, filled by the units below, added up."""

from collections.abc import Iterable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from thidua.core import clock
from thidua.core.errors import DomainError
from thidua.core.keyed_pages import KeyedPaginator
from thidua.core.verdict import require
from thidua.org.http import Request
from thidua.org.queries import units_served
from thidua.org.rights import Right
from thidua.plans.models import Phase, Plan
from thidua.reports import actions, facts, policies, queries
from thidua.reports.forms import REQUEST, YEAR, OpenForm
from thidua.reports.models import (
    Period,
    PeriodKind,
    PhaseClosing,
    Report,
    ReportStatus,
    YearClosing,
)
from thidua.reports.places import place_of, viewpoint
from thidua.reports.reporters import below
from thidua.reports.sheet import Kind, Known, cells_of
from thidua.reports.shown import late_look, look_of, matrix_row

ROWS = 30


@require_safe
def period_list(request: Request) -> HttpResponse:
    """Every period their units take part in, the latest first."""
    periods = queries.periods_visible_to(request.actor).order_by("-ends_on", "-kind", "-pk")
    pages = KeyedPaginator(periods, ROWS, queries.whole_periods())
    page = pages.get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": _listed(request, page.object_list),
        "plans": queries.plans_to_ask_for(request.actor).filter(closing=None).order_by("-pk"),
        "may_review": bool(request.actor.holding(Right.REPORT_REVIEW)),
        "keeps": units_served(request.actor, Right.REPORT_WRITE)
        .filter(kept_by__isnull=False)
        .exists(),
    }
    return render(request, "reports/list.html", context)


def _listed(request: Request, periods: Iterable[Period]) -> list[dict[str, object]]:
    """Each period with the state of the reader's own report in it."""
    mine = queries.working_units(request.actor)
    periods = list(periods)
    reports = Report.objects.filter(period__in=periods, unit__in=mine).select_related("unit")
    own = {report.period_id: report for report in reports}
    return [_line(request, period, own.get(period.pk)) for period in periods]


def _line(request: Request, period: Period, report: Report | None) -> dict[str, object]:
    unit = report.unit_id if report else 0
    days = queries.days_late(report, queries.due_of(period, unit), request.actor.day)
    waits = report is None or report.status == ReportStatus.DRAFT
    own = period.unit_id in queries.working_units(request.actor)
    return {
        "period": period,
        "report": report,
        "look": look_of(report.status if report else None, summary=own),
        "late": None if report is None and own else late_look(days, waits=waits),
    }


@require_http_methods(["GET", "HEAD", "POST"])
def open_period(request: Request, pk: int) -> HttpResponse:
    """Ask the units below for their reports; the plan's own words about it stand beside."""
    plan = get_object_or_404(queries.plans_to_ask_for(request.actor), pk=pk)
    require(policies.may_open(request.actor, plan))
    asked = plan.periods.filter(kind=PeriodKind.PHASE).values("phase")
    phases = list(plan.phases.exclude(pk__in=asked))
    year = not plan.periods.filter(kind=PeriodKind.YEAR).exists()
    if request.method != "POST":
        form = OpenForm(phases=phases, year=year, initial=_proposed(request, plan, phases))
        return _open_page(request, plan, form)
    form = OpenForm(request.POST, phases=plan.phases.all(), year=True)
    if not form.is_valid():
        return _open_page(request, plan, form, status=422)
    try:
        period = _opened(request, plan, form)
    except DomainError as refusal:
        form.add_error(None, str(refusal))
        return _open_page(request, plan, form, status=409)
    messages.success(request, _("Đã mở kỳ: %(period)s.") % {"period": period})
    return redirect(period)


def _opened(request: Request, plan: Plan, form: OpenForm) -> Period:
    chosen = form.cleaned_data["phase"]
    due = actions.Due(reports=form.cleaned_data["due"], summary=form.cleaned_data["summary_due"])
    if chosen == REQUEST:
        return actions.open_request(
            plan=plan, stretch=form.stretch, due=due, by=request.actor, at=clock.now()
        )
    phase = None if chosen == YEAR else plan.phases.get(pk=chosen)
    return actions.open_period(plan=plan, phase=phase, due=due, by=request.actor, at=clock.now())


def _proposed(request: Request, plan: Plan, phases: list[Phase]) -> dict[str, object]:
    """The phase asked for in the address, else the first; due on its last day, or today."""
    chosen = request.GET.get("dot", "")
    if chosen == REQUEST:
        return {"phase": REQUEST}
    phase = next((one for one in phases if str(one.pk) == chosen), None)
    if phase is None and phases and chosen != YEAR:
        phase = phases[0]
    last = phase.ends_on if phase else plan.ends_on
    return {
        "phase": str(phase.pk) if phase else YEAR,
        "due": max(last, request.actor.day) if last else None,
    }


def _open_page(request: Request, plan: Plan, form: OpenForm, *, status: int = 200) -> HttpResponse:
    context = {"plan": plan, "form": form, "duties": plan.duties.all()}
    return render(request, "reports/open.html", context, status=status)


@require_safe
def period(request: Request, pk: int) -> HttpResponse:
    """Every unit with its state, and the totals of what was accepted."""
    asked = get_object_or_404(queries.periods_visible_to(request.actor), pk=pk)
    unit = viewpoint(request.actor, asked)
    around = below(unit, asked.ends_on)
    reporters = (*around.reporters, *queries.came_from_elsewhere(asked, unit, around))
    states = queries.states_below(asked, reporters, request.actor.day)
    rows = queries.rows_of(asked)
    totals = queries.totals_below(asked, unit)
    known = Known(below={key: value for key, value in totals.items() if value is not None})
    accepted = [one for one in states if one.status == ReportStatus.ACCEPTED]
    own = Report.objects.filter(period=asked, unit=unit).first()
    context = {
        "period": asked,
        "unit": unit,
        "rows": [matrix_row(state) for state in states],
        "cells": cells_of(rows, known) if accepted else (),
        "accepted": accepted,
        "missing": [one for one in states if one.status != ReportStatus.ACCEPTED],
        "own": own,
        "own_look": look_of(own.status if own else None, summary=unit.pk == asked.unit_id),
        "may_see_own": unit.pk in queries.working_units(request.actor),
        "closing": _closing(asked),
        "duties": asked.plan.duties.all(),
    }
    return render(request, "reports/period.html", context)


def _closing(asked: Period) -> PhaseClosing | YearClosing | None:
    if asked.kind == PeriodKind.YEAR:
        found = YearClosing.objects.filter(plan=asked.plan_id)
        return found.select_related("closed_by__person").first()
    if asked.kind == PeriodKind.REQUEST:
        return None
    phases = PhaseClosing.objects.filter(phase=asked.phase_id)
    return phases.select_related("closed_by__person").first()


@require_safe
def total(request: Request, pk: int, unit: int, code: str) -> HttpResponse:
    """The parts of one total, and who is missing in it."""
    place = place_of(request.actor, pk, unit)
    row = place.period.form.rows.select_related("indicator").filter(indicator__code=code).first()
    if row is None:
        raise Http404
    parts = queries.parts_of(place.period, place.unit, row.indicator)
    here = {part.report.unit_id for part in parts}
    around = below(place.unit, place.period.ends_on)
    context = {
        "place": place,
        "indicator": row.indicator,
        "parts": parts,
        "total": queries.totals_below(place.period, place.unit).get(row.indicator_id),
        "missing": [one for one in around.reporters if one.unit_id not in here],
        "children": around.reporters,
    }
    return render(request, "reports/total.html", context)


@require_safe
def facts_list(request: Request, pk: int, unit: int, code: str) -> HttpResponse:
    """The records behind one derived figure."""
    place = place_of(request.actor, pk, unit)
    sheet = queries.sheet_of(place.period, place.unit, place.report, request.actor.day)
    cell = sheet.cell(code)
    if cell is None or cell.kind != Kind.FACTS:
        raise Http404
    period = place.period
    lines = facts.facts_behind(code, sheet.scope, period.starts_on, period.ends_on, period.plan)
    context = {
        "place": place,
        "cell": cell,
        "lines": lines,
        "ours": place.unit.pk in request.actor.unit_ids,
        "sum": sum(line.value for line in lines),
        "frozen": sheet.frozen,
    }
    return render(request, "reports/facts.html", context)
