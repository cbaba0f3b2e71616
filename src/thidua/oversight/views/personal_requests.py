"""The desk for personal data: what people asked for, and until when (PDP-04)."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.core import clock
from thidua.core.posted import carried_out
from thidua.core.verdict import require
from thidua.org.http import Request
from thidua.org.models import Asking, Correction
from thidua.org.queries.desks import desk_unit_for
from thidua.org.queries.links import corrections_visible_to
from thidua.org.queries.people import people_visible_to, units_kept_by
from thidua.oversight.actions import personal_requests as actions
from thidua.oversight.forms.personal_data import ReasonForm, RequestForm, SettleForm
from thidua.oversight.models import DataRequest, Wish
from thidua.oversight.models.personal_data import OPEN
from thidua.oversight.policies import personal_data as policies
from thidua.oversight.queries.personal_data import days_for, requests_visible_to
from thidua.oversight.views.personal_forms import form_page

ROWS = 30
BOTH = ["GET", "HEAD", "POST"]


@require_safe
def desk(request: Request) -> HttpResponse:
    """Open requests by their day, and what members asked for by link or on their own page."""
    settled = request.GET.get("loc") == "settled"
    rows = requests_visible_to(request.actor)
    chosen = (
        rows.exclude(state__in=OPEN).order_by("-settled_at")
        if settled
        else rows.filter(state__in=OPEN).order_by("due_on", "pk")
    )
    waiting = corrections_visible_to(request.actor).filter(state=Asking.WAITING)
    context = {
        "rows": Paginator(chosen, ROWS).get_page(request.GET.get("page")),
        "settled": settled,
        "may_enter": units_kept_by(request.actor).exists(),
        "today": request.actor.day,
        "corrections": [(one, _due(one)) for one in waiting[:ROWS]],
    }
    return render(request, "oversight/personal_data/desk.html", context)


@require_safe
def detail(request: Request, pk: int) -> HttpResponse:
    row = get_request(request, pk)
    actor = request.actor
    context: dict[str, Any] = {
        "row": row,
        "today": actor.day,
        "may_work": policies.may_work_on(actor, row),
        "may_extend": policies.may_extend(actor, row),
        "may_copy": policies.may_copy(actor, row),
        "export": getattr(row, "export", None),
        "is_access": row.wish == Wish.ACCESS,
        "may_anonymise": row.wish in {Wish.DELETION, Wish.WITHDRAWAL},
        "proposals": row.anonymisings.order_by("-pk"),
    }
    return render(request, "oversight/personal_data/request.html", context)


@require_http_methods(BOTH)
def new(request: Request, pk: int) -> HttpResponse:
    """For a person whose record one sees."""
    person = get_object_or_404(people_visible_to(request.actor), pk=pk)
    unit = desk_unit_for(person, request.actor)
    if unit is None:
        raise Http404
    form = RequestForm(request.POST or None, initial={"received_on": request.actor.day})
    if request.method == "POST" and form.is_valid():
        done = carried_out(
            form,
            lambda: actions.enter_request(
                person=person, unit=unit, asked=form.asked(), by=request.actor, at=clock.now()
            ),
        )
        if done is not None:
            messages.success(request, _("Đã ghi yêu cầu của %(name)s.") % {"name": person.name})
            return redirect(done)
    return form_page(
        request,
        form,
        title=_("Yêu cầu về dữ liệu của %(name)s") % {"name": person.name},
        intro=_("Hạn tính từ ngày nhận. Ngày làm việc là thứ Hai đến thứ Sáu, chưa trừ ngày lễ."),
        act=_("Ghi yêu cầu"),
        back=person.get_absolute_url(),
    )


@require_POST
def take_up(request: Request, pk: int) -> HttpResponse:
    row = get_request(request, pk)
    actions.take_up(request=row, by=request.actor, at=clock.now())
    messages.success(request, _("Đã ghi: đã báo cho người yêu cầu là đơn vị nhận được yêu cầu."))
    return redirect(row)


@require_http_methods(BOTH)
def extend(request: Request, pk: int) -> HttpResponse:
    row = get_request(request, pk)
    require(policies.may_extend(request.actor, row))
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        done = carried_out(
            form,
            lambda: actions.extend(request=row, reason=reason, by=request.actor, at=clock.now()),
        )
        if done is not None:
            messages.success(
                request,
                _("Hạn mới: %(day)s. Hãy báo cho người yêu cầu biết lý do.")
                % {"day": f"{done.due_on:%d/%m/%Y}"},
            )
            return redirect(done)
    return form_page(
        request,
        form,
        title=_("Gia hạn yêu cầu của %(name)s") % {"name": row.person.name},
        intro=_("Chỉ gia hạn một lần, và phải báo lý do cho người yêu cầu."),
        act=_("Gia hạn"),
        back=row.get_absolute_url(),
    )


@require_http_methods(BOTH)
def settle(request: Request, pk: int) -> HttpResponse:
    row = get_request(request, pk)
    require(policies.may_work_on(request.actor, row))
    form = SettleForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        actions.settle(
            request=row,
            done=typed["how"] == "done",
            answer=typed["answer"],
            by=request.actor,
            at=clock.now(),
        )
        messages.success(request, _("Đã ghi kết quả giải quyết."))
        return redirect(row)
    return form_page(
        request,
        form,
        title=_("Kết quả yêu cầu của %(name)s") % {"name": row.person.name},
        intro=_("Ghi xong thì bản dữ liệu đã lập cho người này bị xóa khỏi hệ thống."),
        act=_("Ghi kết quả"),
        back=row.get_absolute_url(),
    )


def get_request(request: Request, pk: int) -> DataRequest:
    """One of the desk, or 404."""
    return get_object_or_404(requests_visible_to(request.actor), pk=pk)


def _due(one: Correction) -> date:
    asked = timezone.localtime(one.asked_at).date()
    return days_for(Wish.CORRECTION, asked, with_others=False).due_on
