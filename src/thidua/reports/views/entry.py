"""The page of one report: typed like a spreadsheet, read, reviewed."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.forms import BoundField
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from thidua.core import clock
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.org.http import Request
from thidua.reports import actions, policies, queries
from thidua.reports.checks import Remark, remarks_on
from thidua.reports.forms import EntryForm, ReturnForm, figure_name, merged, words_name
from thidua.reports.models import Report, ReturnPoint
from thidua.reports.places import Place, place_of
from thidua.reports.sheet import Cell, Sheet, Words
from thidua.reports.shown import hold_of
from thidua.reports.stale import Stale

SUBMIT, KEEP = "submit", "keep:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row, or part, with all that stands beside it."""

    cell: Cell | None = None
    words: Words | None = None
    field: BoundField | None
    review: BoundField | None
    was: str
    note: str | None
    reason: str
    remarks: list[Remark]


@require_http_methods(["GET", "HEAD", "POST"])
def report(request: Request, pk: int, unit: int) -> HttpResponse:
    """Look at a report, or write it: what was typed is kept, submitted, or confirmed."""
    place = place_of(request.actor, pk, unit)
    if request.method == "POST":
        return _write(request, place)
    return report_page(request, place)


def _write(request: Request, place: Place) -> HttpResponse:
    require(policies.may_write(request.actor, place.period, place.unit, place.report))
    sheet = _sheet(request, place)
    form = EntryForm(request.POST, sheet=sheet)
    if not form.is_valid():
        return report_page(request, place, status=422, form=form)
    try:
        report = _saved(request, place, form)
    except Stale as stale:
        return _stale(request, place, stale)
    return _next(request, report, request.POST.get("do", ""))


def _saved(request: Request, place: Place, form: EntryForm) -> Report:
    return actions.save_report(
        period=place.period,
        unit=place.unit,
        version=form.cleaned_data["version"],
        typed=actions.Typed(figures=form.figures(), words=form.words()),
        by=request.actor,
        at=clock.now(),
    )


def _stale(request: Request, place: Place, stale: Stale) -> HttpResponse:
    """The page again with both people's work: nothing typed is lost, nothing is written over."""
    place = place_of(request.actor, place.period.pk, place.unit.pk)
    fresh = EntryForm(sheet=_sheet(request, place))
    data, notes = merged(request.POST, fresh.stored)
    data["version"] = str(place.version)
    form = EntryForm(data, sheet=fresh.sheet)
    form.add_error(None, str(stale))
    return report_page(request, place, status=409, form=form, notes=notes)


def _next(request: Request, report: Report, do: str) -> HttpResponse:
    """After saving: submit, confirm a doubted figure, or go on writing."""
    try:
        if do == SUBMIT:
            actions.submit_report(
                report=report, version=report.version, by=request.actor, at=clock.now()
            )
        elif do.startswith(KEEP):
            actions.keep_doubted(
                report=report, code=do.removeprefix(KEEP), by=request.actor, at=clock.now()
            )
    except DomainError as refusal:
        messages.error(request, str(refusal))
        place = place_of(request.actor, report.period_id, report.unit_id)
        return report_page(request, place, status=422)
    messages.success(request, _said(report, do))
    return redirect(report)


def _said(report: Report, do: str) -> str:
    words = {"period": report.period, "time": f"{clock.now():%H:%M}"}
    if do == SUBMIT:
        return _("Đã nộp %(period)s lúc %(time)s.") % words
    return _("Đã lưu lúc %(time)s.") % words


def report_page(
    request: Request,
    place: Place,
    *,
    status: int = 200,
    form: EntryForm | None = None,
    review: ReturnForm | None = None,
    notes: dict[str, str] | None = None,
) -> HttpResponse:
    """The page of a report, with a form that came back where there is one."""
    sheet = form.sheet if form else review.sheet if review else _sheet(request, place)
    may_write = policies.may_write(request.actor, place.period, place.unit, place.report)
    may_review = place.report and policies.may_review(request.actor, place.report)
    if may_write and form is None:
        form = EntryForm(initial={"version": place.version}, sheet=sheet)
    if may_review and review is None:
        review = ReturnForm(sheet=sheet)
    context = {
        "place": place,
        "sheet": sheet,
        "form": form,
        "review": review,
        "may_write": may_write,
        "may_review": may_review,
        "may_withdraw": place.report and policies.may_withdraw(request.actor, place.report),
        "hold": hold_of(request.actor, place, sheet),
    }
    context |= _rows(place, sheet, form if may_write else None, review, notes or {})
    return render(request, "reports/report.html", context, status=status)


def _sheet(request: Request, place: Place) -> Sheet:
    return queries.sheet_of(place.period, place.unit, place.report, request.actor.day)


def _rows(
    place: Place,
    sheet: Sheet,
    form: EntryForm | None,
    review: ReturnForm | None,
    notes: dict[str, str],
) -> dict[str, Any]:
    """The rows by section, the parts, and every remark on the report."""
    untouched = place.report is None and (form is None or not form.is_bound)
    remarks = [] if sheet.frozen or untouched else remarks_on(sheet)
    points = _points(place.report)
    was = form.was if form else {}

    def row(name: str, code: str, **shown: Any) -> Row:
        return Row(
            field=form[name] if form and name in form.fields else None,
            review=review[name] if review and name in review.fields else None,
            was=was.get(name, ""),
            note=notes.get(name),
            reason=points.get(name, ""),
            remarks=[one for one in remarks if one.code == code],
            **shown,
        )

    rows = [row(figure_name(cell.code), cell.code, cell=cell) for cell in sheet.cells]
    parts = [row(words_name(one.part.code), one.part.code, words=one) for one in sheet.words]
    return {
        "sections": [
            (title, list(same))
            for title, same in groupby(rows, lambda one: one.cell.section if one.cell else "")
        ],
        "parts": parts,
        "general": [one for one in remarks if not one.code],
        "remarks": remarks,
    }


def _points(report: Report | None) -> dict[str, str]:
    """The reasons of the last return by the name of the field they stand at."""
    last = report.returns.first() if report else None
    if last is None:
        return {}
    points = ReturnPoint.objects.filter(of=last).select_related("indicator", "part")
    return {_field_of(point): point.reason for point in points}


def _field_of(point: ReturnPoint) -> str:
    if point.indicator is not None:
        return figure_name(point.indicator.code)
    return words_name(point.part.code if point.part else "")
