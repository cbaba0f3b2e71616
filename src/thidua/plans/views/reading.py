"""Đọc văn bản: the source beside what was understood of it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.core import clock
from thidua.core.htmx import page
from thidua.files.queries import content_of
from thidua.org.http import Request
from thidua.plans import actions
from thidua.plans.corrections import BLANKS, NEW
from thidua.plans.field_rows import FieldRow, blank_row, field_rows, row_at
from thidua.plans.forms import CorrectionForm
from thidua.plans.understanding import understood
from thidua.plans.views.reading_page import fields_of, get_reading, reading_context, refused
from vanban.sources.errors import Refused
from vanban.sources.guarded import page_picture

PICTURE_WIDTH = 1240
"""An A4 page at 150 dots an inch: sharp on a screen, some hundred kilobytes."""


@require_safe
def reading(request: Request, pk: int) -> HttpResponse:
    """Left a page of the source with its places, right the findings and fields of that page."""
    row = get_reading(request, pk)
    return page(request, "plans/reading.html", reading_context(request, row), fragment="pane")


@require_safe
def page_of(request: Request, pk: int, number: int) -> HttpResponse:
    """A page of the file as a picture, drawn where a stranger's file can do no harm."""
    row = get_reading(request, pk)
    try:
        drawn = page_picture(content_of(row.file), row.filename, number, PICTURE_WIDTH)
    except Refused as refusal:
        raise Http404 from refusal
    response = HttpResponse(drawn, content_type="image/png")
    response["Cache-Control"] = "private, max-age=3600"
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: Request, pk: int) -> HttpResponse:
    """Set the values of one field right."""
    row = get_reading(request, pk)
    if request.method != "POST":
        return redirect(fields_of(row))
    field = request.POST.get("field", "")
    part = field.removesuffix(NEW)
    if field.endswith(NEW) and part in BLANKS:
        chosen: FieldRow | None = blank_row(part)
    else:
        chosen = row_at(field_rows(understood(row), row), field)
    if chosen is None:
        return refused(request, row, _("Không còn thông tin này sau khi đọc lại văn bản."))
    form = CorrectionForm(request.POST, row=chosen)
    if not form.is_valid():
        context = reading_context(request, row, form) | {"chosen": chosen}
        return render(request, "plans/reading.html", context, status=422)
    by, at = request.actor, clock.now()
    if chosen.new:
        values = {path.rpartition(".")[2]: value for path, value in form.values().items()}
        actions.add_to_reading(reading=row, part=part, values=values, by=by, at=at)
    else:
        actions.correct_fields(reading=row, values=form.values(), by=by, at=at)
    messages.success(request, _("Đã ghi: %(field)s.") % {"field": chosen.label})
    return redirect(fields_of(row))


@require_POST
def drop(request: Request, pk: int) -> HttpResponse:
    """Put the reading aside, or take it up again."""
    row = get_reading(request, pk)
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
