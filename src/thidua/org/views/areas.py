"""Administrative areas: the list by day, one area, keeping the list; who looks after which."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from thidua.core import clock
from thidua.core.asked import asked_number
from thidua.core.posted import carried_out
from thidua.core.sheets import sheet
from thidua.core.verdict import require
from thidua.org.actions.areas import add_area, change_area
from thidua.org.forms.groupings import AreaForm
from thidua.org.http import Request
from thidua.org.models import Area, AreaLevel
from thidua.org.policies.units import may_keep_catalogues, may_look_up
from thidua.org.queries.areas import (
    area_of_today,
    areas_found,
    areas_in_lines,
    areas_on,
    responsible_for,
)
from thidua.org.queries.visible import units_visible_to
from thidua.org.views.asked_day import asked_day, day_in_address

BOTH = ["GET", "HEAD", "POST"]
ROWS = 50


@require_safe
def areas(request: Request) -> HttpResponse:
    """The areas there were on a day, or one of them: public knowledge, the same for everybody."""
    require(may_look_up(request.actor))
    if asked := request.GET.get("area"):
        return _area(request, asked_number(asked) or 0)
    day, words, level = _wanted(request)
    rows = areas_found(areas_on(day), words, level)
    context = {
        "page": Paginator(rows, ROWS).get_page(request.GET.get("page")),
        "words": words,
        "level": level,
        "levels": AreaLevel.choices,
        "day": day,
        "carry": day_in_address(day, request.actor.day),
        "address": request.GET.urlencode(),
        "may_change": may_keep_catalogues(request.actor),
    }
    return render(request, "org/units/areas.html", context)


@require_safe
def areas_excel(request: Request) -> FileResponse:
    """The same list with the unions that look after each area."""
    require(may_look_up(request.actor))
    day, words, level = _wanted(request)
    heads = (
        _("Mã số"),
        _("Tên"),
        _("Cấp hành chính"),
        _("Thuộc"),
        _("Có từ ngày"),
        _("Có đến trước ngày"),
        _("Nhập vào"),
        _("Công đoàn phụ trách"),
    )
    rows = areas_found(areas_on(day), words, level)
    seen = units_visible_to(request.actor)
    name = _("Địa bàn %(day)s") % {"day": f"{day:%d-%m-%Y}"}
    return sheet(name, heads, areas_in_lines(rows, seen, day))


def _wanted(request: Request) -> tuple[date, str, str]:
    """The day, the words and the level that are asked for."""
    level = request.GET.get("level", "")
    words = request.GET.get("q", "")[:100]
    return asked_day(request), words, level if level in AreaLevel.values else ""


def _area(request: Request, pk: int) -> HttpResponse:
    """What the area was made from, what it went into, and which unions look after it."""
    row = get_object_or_404(Area.objects.select_related("merged_into", "within"), pk=pk)
    seen = units_visible_to(request.actor).values("pk")
    context = {
        "area": row,
        "today": request.actor.day,
        "now": area_of_today(row, request.actor.day),
        "made_from": row.made_from.order_by("alphabetical"),
        "parts": row.parts.filter(ends_on=None).order_by("alphabetical"),
        "responsible": responsible_for(row, request.actor.day).filter(unit__in=seen),
        "may_change": may_keep_catalogues(request.actor),
    }
    return render(request, "org/units/area.html", context)


@require_http_methods(BOTH)
def new_area(request: Request) -> HttpResponse:
    require(may_keep_catalogues(request.actor))
    form = AreaForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = carried_out(
            form,
            lambda: add_area(area=form.save(commit=False), by=request.actor, at=clock.now()),
        )
        if made:
            messages.success(request, _("Đã thêm địa bàn %(name)s.") % {"name": made})
            return redirect(made)
    return _form_page(request, form, None)


@require_http_methods(BOTH)
def edit_area(request: Request, pk: int) -> HttpResponse:
    require(may_keep_catalogues(request.actor))
    row = get_object_or_404(Area, pk=pk)
    form = AreaForm(request.POST or None, instance=row, initial=_linked(row))
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        done = carried_out(
            form,
            lambda: change_area(area=row, values=typed, by=request.actor, at=clock.now()),
        )
        if done:
            messages.success(request, _("Đã sửa địa bàn %(name)s.") % {"name": done})
            return redirect(done)
    return _form_page(request, form, get_object_or_404(Area, pk=pk))


def _linked(row: Area) -> dict[str, Any]:
    """Other areas as they are typed: by number, or by name where there is none."""
    links = {"within": row.within, "merged_into": row.merged_into}
    return {name: (one.code or one.name) if one else "" for name, one in links.items()}


def _form_page(request: Request, form: AreaForm, row: Area | None) -> HttpResponse:
    status = 422 if form.is_bound else 200
    return render(request, "org/units/area_form.html", {"form": form, "area": row}, status=status)
