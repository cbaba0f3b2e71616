"""Incidents with personal data: the record, the 72 hours, the notice to print (PDP-06)."""

from datetime import timedelta

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from thidua.core import clock
from thidua.core.links import path_to
from thidua.core.posted import carried_out
from thidua.core.verdict import Verdict, require
from thidua.org.http import Request, asked_unit
from thidua.org.queries.guarded import officer_for
from thidua.oversight.actions import breaches as actions
from thidua.oversight.forms.breaches import FACTS, BreachEditForm, BreachForm, CloseForm, ReportForm
from thidua.oversight.models import Breach
from thidua.oversight.policies.breaches import may_work_on
from thidua.oversight.queries.breaches import breaches_visible_to, units_for_breaches
from thidua.oversight.queries.sightings import seen_around
from thidua.oversight.trail_rows import rows_of, with_pages
from thidua.oversight.views.personal_forms import form_page

ROWS, MOST_SEEN = 30, 20
DAYS_BEFORE = timedelta(days=30)
"""What leaked was seen before somebody noticed."""
BOTH = ["GET", "HEAD", "POST"]


@require_safe
def listing(request: Request) -> HttpResponse:
    rows = breaches_visible_to(request.actor).order_by("-discovered_at", "-pk")
    context = {
        "rows": Paginator(rows, ROWS).get_page(request.GET.get("page")),
        "now": clock.now(),
        "may_note": units_for_breaches(request.actor).exists(),
    }
    return render(request, "oversight/personal_data/breaches.html", context)


@require_http_methods(BOTH)
def new(request: Request) -> HttpResponse:
    units = list(units_for_breaches(request.actor))
    if not units:
        require(Verdict(_("Chỉ người phụ trách dữ liệu cá nhân của đơn vị ghi được sự cố.")))
    unit = asked_unit(request, units)
    form = BreachForm(request.POST or None, initial={"day": request.actor.day})
    if request.method == "POST" and form.is_valid():
        done = carried_out(
            form,
            lambda: actions.note_breach(
                unit=unit, facts=form.facts(), by=request.actor, at=clock.now()
            ),
        )
        if done is not None:
            messages.success(request, _("Đã ghi sự cố. Thời hạn 72 giờ hiện ở việc cần làm."))
            return redirect(done)
    return form_page(
        request,
        form,
        title=_("Ghi sự cố dữ liệu cá nhân"),
        intro=_(
            "Ghi những gì đã biết; bổ sung sau được. Thời hạn thông báo là 72 giờ kể từ "
            "khi phát hiện."
        ),
        act=_("Ghi sự cố"),
        back=path_to("oversight:breaches"),
        units=units,
        unit=unit,
    )


@require_safe
def detail(request: Request, pk: int) -> HttpResponse:
    row = _get(request, pk)
    since = timezone.localtime(row.discovered_at).date() - DAYS_BEFORE
    seen = seen_around(request.actor, row.unit, since, most=MOST_SEEN + 1)
    context = {
        "row": row,
        "now": clock.now(),
        "may_work": may_work_on(request.actor, row),
        "may_read": seen is not None,
        "since": since,
        "seen": with_pages(list(rows_of(seen[:MOST_SEEN])), request.actor) if seen else [],
        "more": bool(seen and len(seen) > MOST_SEEN),
    }
    return render(request, "oversight/personal_data/breach.html", context)


@require_http_methods(BOTH)
def edit(request: Request, pk: int) -> HttpResponse:
    row = _get(request, pk)
    require(may_work_on(request.actor, row))
    found = timezone.localtime(row.discovered_at)
    known = {name: getattr(row, name) for name in FACTS}
    initial = known | {"day": found.date(), "time": found.time()}
    form = BreachEditForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        done = carried_out(
            form,
            lambda: actions.mend_breach(
                breach=row, facts=form.facts(), by=request.actor, at=clock.now()
            ),
        )
        if done is not None:
            messages.success(request, _("Đã ghi thay đổi."))
            return redirect(done)
    return form_page(
        request,
        form,
        title=_("Bổ sung hồ sơ sự cố"),
        intro=_("Nhật ký giữ nội dung trước khi sửa."),
        act=_("Ghi"),
        back=row.get_absolute_url(),
    )


@require_http_methods(BOTH)
def report(request: Request, pk: int) -> HttpResponse:
    row = _get(request, pk)
    require(may_work_on(request.actor, row))
    form = ReportForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        done = carried_out(
            form,
            lambda: actions.report_breach(
                breach=row,
                number=form.cleaned_data["number"],
                reported_at=form.reported_at(),
                told_on=form.cleaned_data["told_on"],
                by=request.actor,
                at=clock.now(),
            ),
        )
        if done is not None:
            messages.success(request, _("Đã ghi thông báo cơ quan chuyên trách."))
            return redirect(done)
    return form_page(
        request,
        form,
        title=_("Ghi đã thông báo cơ quan chuyên trách"),
        intro=_(
            "Hệ thống không gửi thay: hãy in mẫu thông báo và gửi theo cách cơ quan công an "
            "quy định."
        ),
        act=_("Ghi đã thông báo"),
        back=row.get_absolute_url(),
    )


@require_http_methods(BOTH)
def close(request: Request, pk: int) -> HttpResponse:
    row = _get(request, pk)
    require(may_work_on(request.actor, row))
    form = CloseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        done = carried_out(
            form,
            lambda: actions.close_breach(
                breach=row, reason=reason, by=request.actor, at=clock.now()
            ),
        )
        if done is not None:
            messages.success(request, _("Đã đóng hồ sơ sự cố."))
            return redirect(done)
    return form_page(
        request,
        form,
        title=_("Đóng hồ sơ sự cố"),
        intro=_("Đóng rồi thì không sửa được nữa."),
        act=_("Đóng hồ sơ"),
        back=row.get_absolute_url(),
    )


@require_safe
def notice(request: Request, pk: int) -> HttpResponse:
    """The notice to the agency, for printing, with what the record says."""
    row = _get(request, pk)
    day = request.actor.day
    context = {"row": row, "day": day, "officer": officer_for(row.unit, day)}
    return render(request, "oversight/personal_data/notice.html", context)


def _get(request: Request, pk: int) -> Breach:
    return get_object_or_404(breaches_visible_to(request.actor), pk=pk)
