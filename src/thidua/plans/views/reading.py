"""Đọc văn bản: the source beside what was understood of it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.core import clock
from thidua.core.htmx import page
from thidua.documents.models import Reading
from thidua.org.http import Request
from thidua.plans import actions, policies, queries
from thidua.plans.corrections import BLANKS, NEW
from thidua.plans.field_rows import FieldRow, blank_row, field_rows, row_at
from thidua.plans.field_table import table_of
from thidua.plans.forms import CorrectionForm, FixForm
from thidua.plans.marks import lines
from thidua.plans.shown import marks, open_findings, settled_findings
from thidua.plans.understanding import understood

FINDINGS, FIELDS = "cho-xem", "truong"


@require_safe
def reading(request: Request, pk: int) -> HttpResponse:
    """Left the source with its places, right the findings or the fields."""
    row = _get(request, pk)
    return page(request, "plans/reading.html", _context(request, row), fragment="pane")


def _context(request: Request, row: Reading, form: CorrectionForm | None = None) -> dict[str, Any]:
    now = understood(row)
    asked, adding = request.GET.get("sua", ""), request.GET.get("them", "")
    tab = FIELDS if form or request.GET.get("phan") == FIELDS else FINDINGS
    fields = field_rows(now, row.corrections) if asked or tab == FIELDS else []
    may_act = policies.may_handle(request.actor, row)
    chosen = blank_row(adding) if adding in BLANKS else row_at(fields, asked)
    if form is None and chosen is not None and chosen.parts:
        form = CorrectionForm(row=chosen)
    return {
        "row": row,
        "now": now,
        "lines": lines(now.reading.text, marks(now)),
        "tab": FIELDS if form else tab,
        "findings": open_findings(row, now, may_act=bool(may_act)),
        "settled": settled_findings(row, now, may_act=bool(may_act)),
        "fields": fields,
        "field_count": len(list(table_of(now.as_json, row.corrections))),
        "chosen": chosen,
        "form": form,
        "retyped": now.finding(request.GET.get("go", "")),
        "may_act": may_act,
        "may_pick_up": policies.may_pick_up(request.actor, row),
    }


@require_POST
def fix(request: Request, pk: int) -> HttpResponse:
    """Take the proposed words, or typed ones, into the system's text."""
    row = _get(request, pk)
    if key := request.POST.get("retype"):
        return redirect(f"{row.get_absolute_url()}?go={key}")
    form = FixForm(request.POST)
    if not form.is_valid():
        return _refused(request, row, _("Chưa nói rõ sửa chỗ nào; hãy bấm nút sửa ở chỗ cần sửa."))
    actions.take_fix(
        reading=row,
        key=form.cleaned_data["finding"],
        typed=form.cleaned_data["typed"] if "typed" in request.POST else None,
        by=request.actor,
        at=clock.now(),
    )
    return redirect(row)


@require_POST
def keep(request: Request, pk: int) -> HttpResponse:
    """Leave a place as it is printed."""
    row, key = _get(request, pk), request.POST.get("finding", "")
    actions.keep_finding(reading=row, key=key, by=request.actor, at=clock.now())
    return redirect(row)


@require_POST
def undo(request: Request, pk: int) -> HttpResponse:
    """Take a fix or a decision back."""
    row, key = _get(request, pk), request.POST.get("finding", "")
    actions.undo(reading=row, key=key, by=request.actor, at=clock.now())
    return redirect(row)


@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: Request, pk: int) -> HttpResponse:
    """Set the values of one field right."""
    row = _get(request, pk)
    if request.method != "POST":
        return redirect(_fields_of(row))
    field = request.POST.get("field", "")
    part = field.removesuffix(NEW)
    if field.endswith(NEW) and part in BLANKS:
        chosen: FieldRow | None = blank_row(part)
    else:
        chosen = row_at(field_rows(understood(row), row.corrections), field)
    if chosen is None:
        return _refused(request, row, _("Không còn thông tin này sau khi đọc lại văn bản."))
    form = CorrectionForm(request.POST, row=chosen)
    if not form.is_valid():
        context = _context(request, row, form) | {"chosen": chosen}
        return render(request, "plans/reading.html", context, status=422)
    by, at = request.actor, clock.now()
    if chosen.new:
        values = {path.rpartition(".")[2]: value for path, value in form.values().items()}
        actions.add_to_reading(reading=row, part=part, values=values, by=by, at=at)
    else:
        actions.correct_fields(reading=row, values=form.values(), by=by, at=at)
    messages.success(request, _("Đã ghi: %(field)s.") % {"field": chosen.label})
    return redirect(_fields_of(row))


@require_POST
def drop(request: Request, pk: int) -> HttpResponse:
    """Put the reading aside, or take it up again."""
    row = _get(request, pk)
    if "lay-lai" in request.POST:
        actions.pick_up_reading(reading=row, by=request.actor, at=clock.now())
        messages.success(request, _("Đã lấy lại kết quả đọc “%(file)s”.") % {"file": row})
        return redirect(row)
    actions.drop_reading(reading=row, by=request.actor, at=clock.now())
    messages.success(
        request,
        _("Đã bỏ kết quả đọc “%(file)s”. Muốn lấy lại thì mở ở “Kết quả đọc đã bỏ” bên dưới.")
        % {"file": row},
    )
    return redirect("plans:read")


def _fields_of(row: Reading) -> str:
    return f"{reverse('plans:reading', args=[row.pk])}?phan={FIELDS}"


def _refused(request: Request, row: Reading, reason: str) -> HttpResponse:
    messages.error(request, reason)
    return render(request, "plans/reading.html", _context(request, row), status=422)


def _get(request: Request, pk: int) -> Reading:
    return get_object_or_404(queries.readings_visible_to(request.actor), pk=pk)
