"""What happens to a report after it was written: taken back, returned, accepted, closed with."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from thidua.core import clock
from thidua.core.asked import asked_number
from thidua.core.errors import DomainError
from thidua.core.posted import carried_out
from thidua.core.verdict import require
from thidua.org.http import Request
from thidua.reports import actions, policies, queries
from thidua.reports.forms import CloseForm, ReturnForm
from thidua.reports.leftovers import left_open
from thidua.reports.models import PeriodKind, Report
from thidua.reports.places import Place
from thidua.reports.views.entry import report_page


@require_POST
def withdraw(request: Request, pk: int) -> HttpResponse:
    """Take a submitted report back, to go on writing."""
    report = actions.withdraw_report(report=_get(request, pk), by=request.actor, at=clock.now())
    messages.success(request, _("Đã rút lại báo cáo để sửa tiếp."))
    return redirect(report)


@require_POST
def return_(request: Request, pk: int) -> HttpResponse:
    """Send a report back with all reasons at once."""
    report = _get(request, pk)
    require(policies.may_review(request.actor, report))
    place = Place(report.period, report.unit, report)
    sheet = queries.sheet_of(report.period, report.unit, report, request.actor.day)
    form = ReturnForm(request.POST, sheet=sheet)
    if not form.is_valid():
        return report_page(request, place, status=422, review=form)
    reasons = actions.Reasons(
        general=form.cleaned_data["reason"], figures=form.figures(), words=form.words()
    )
    if not reasons:
        form.add_error(None, _("Chưa ghi lý do ở dòng nào. Đơn vị cần biết phải sửa gì, vì sao."))
        return report_page(request, place, status=422, review=form)
    report = _as_read(request, report)
    done = carried_out(
        form,
        lambda: actions.return_report(
            report=report, reasons=reasons, by=request.actor, at=clock.now()
        ),
    )
    if done is None:
        place = Place(report.period, report.unit, _get(request, pk))
        return report_page(request, place, status=409, review=form)
    messages.success(request, _("Đã trả lại báo cáo của %(unit)s.") % {"unit": report.unit_name})
    return redirect(report)


@require_POST
def accept(request: Request, pk: int) -> HttpResponse:
    """Accept a report from below."""
    report = _as_read(request, _get(request, pk))
    report = actions.accept_report(report=report, by=request.actor, at=clock.now())
    messages.success(request, _("Đã chấp nhận báo cáo của %(unit)s.") % {"unit": report.unit_name})
    return redirect(report.period)


@require_http_methods(["GET", "HEAD", "POST"])
def close(request: Request, pk: int) -> HttpResponse:
    """Accept the summary: who is missing and what stays open is named before the press."""
    report = _get(request, pk)
    require(policies.may_review(request.actor, report))
    missing = queries.sheet_of(report.period, report.unit, report, request.actor.day).missing
    following = queries.next_phase(report.period)
    data = request.POST if request.method == "POST" else None
    form = CloseForm(data, missing=bool(missing), following=following)
    if data is None or not form.is_valid():
        status = 200 if data is None else 422
        return _close_page(request, report, form, missing, status=status)
    consent = actions.Consent(
        despite_missing=form.cleaned_data.get("despite_missing", False), next_due=form.next_day
    )
    report = _as_read(request, report)
    try:
        actions.close_with_summary(report=report, consent=consent, by=request.actor, at=clock.now())
    except DomainError as refusal:
        form.add_error(None, str(refusal))
        return _close_page(request, report, form, missing, status=409)
    messages.success(request, _("Đã duyệt %(period)s.") % {"period": report.period})
    return redirect(report.period)


def _close_page(
    request: Request, report: Report, form: CloseForm, missing: object, *, status: int
) -> HttpResponse:
    year = report.period.kind == PeriodKind.YEAR
    context = {
        "report": report,
        "version": request.POST.get("version") or report.version,
        "form": form,
        "missing": missing,
        "year": year,
        "request_only": report.period.kind == PeriodKind.REQUEST,
        "open_things": left_open(report.period.plan) if year else [],
    }
    return render(request, "reports/close.html", context, status=status)


def _as_read(request: Request, report: Report) -> Report:
    """With the version that stood on the page on which they decided."""
    report.version = asked_number(request.POST.get("version", "")) or 0
    return report


def _get(request: Request, pk: int) -> Report:
    return get_object_or_404(queries.reports_to_act_on(request.actor), pk=pk)
