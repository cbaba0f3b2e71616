"""Clusters and labels: the list, one of them, founding, changing, ending."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.core import clock
from thidua.core.posted import carried_out, posted
from thidua.core.sheets import sheet
from thidua.core.verdict import Verdict, require
from thidua.org.actions.groupings import change_grouping, end_grouping, found_grouping
from thidua.org.forms.groupings import DayForm, GroupingEditForm, GroupingForm, NewGroupingForm
from thidua.org.http import Request
from thidua.org.models import Grouping, GroupingSort
from thidua.org.policies.units import may_keep, may_look_up
from thidua.org.queries.groupings import (
    WantedGroupings,
    founders_for,
    groupings_found,
    groupings_visible_to,
    members_in_lines,
)
from thidua.org.views.cluster import grouping_page

BOTH = ["GET", "HEAD", "POST"]
ROWS = 50


@require_safe
def groupings(request: Request) -> HttpResponse:
    """Every cluster and label one sees; `sort` and words narrow down, `ended` shows past ones."""
    require(may_look_up(request.actor))
    wanted = _wanted(request)
    open_ = Count("members", filter=Q(members__ends_on=None))
    found = groupings_found(groupings_visible_to(request.actor).annotate(units=open_), wanted)
    context = {
        "page": Paginator(found, ROWS).get_page(request.GET.get("page")),
        "words": wanted.words,
        "sort": wanted.sort,
        "sorts": GroupingSort.choices,
        "ended": wanted.ended,
        "address": request.GET.urlencode(),
        "may_found": founders_for(request.actor).exists(),
    }
    return render(request, "org/units/groupings.html", context)


@require_safe
def groupings_excel(request: Request) -> FileResponse:
    """The same list, a line for each member of each of them."""
    require(may_look_up(request.actor))
    found = groupings_found(groupings_visible_to(request.actor), _wanted(request))
    heads = (
        _("Cụm, nhóm"),
        _("Loại"),
        _("Đơn vị lập"),
        _("Thành viên"),
        _("Từ ngày"),
        _("Đến trước"),
    )
    name = _("Cụm, nhóm %(day)s") % {"day": f"{request.actor.day:%d-%m-%Y}"}
    return sheet(name, heads, members_in_lines(found))


def _wanted(request: Request) -> WantedGroupings:
    sort = request.GET.get("sort", "")
    return WantedGroupings(
        words=request.GET.get("q", "")[:200],
        sort=sort if sort in GroupingSort.values else "",
        ended=request.GET.get("ended") == "1",
    )


@require_safe
def grouping(request: Request, pk: int) -> HttpResponse:
    return grouping_page(request, get_grouping(request, pk))


@require_http_methods(BOTH)
def new_grouping(request: Request) -> HttpResponse:
    founders = founders_for(request.actor)
    if not founders.exists():
        require(Verdict(_("Chỉ công đoàn cấp trên cơ sở lập cụm, khối thi đua.")))
    form = NewGroupingForm(request.POST or None, units=founders, initial={"on": request.actor.day})
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        made = carried_out(form, lambda: found_grouping(**typed, by=request.actor, at=clock.now()))
        if made:
            messages.success(
                request, _("Đã lập %(name)s. Hãy thêm đơn vị thành viên.") % {"name": made}
            )
            return redirect(made)
    return _form_page(request, form, None)


@require_http_methods(BOTH)
def edit_grouping(request: Request, pk: int) -> HttpResponse:
    row = get_grouping(request, pk)
    require(may_keep(request.actor, row.unit))
    initial = {"name": row.name, "decision": row.decision}
    form = GroupingEditForm(**posted(request), initial=initial)
    if form.is_valid():
        typed = form.cleaned_data
        done = carried_out(
            form,
            lambda: change_grouping(grouping=row, **typed, by=request.actor, at=clock.now()),
        )
        if done:
            messages.success(request, _("Đã sửa %(name)s.") % {"name": done})
            return redirect(done)
    return _form_page(request, form, row)


@require_POST
def close_grouping(request: Request, pk: int) -> HttpResponse:
    """End it from a day on."""
    row = get_grouping(request, pk)
    require(may_keep(request.actor, row.unit))
    form = DayForm(request.POST)
    if form.is_valid():
        on = form.cleaned_data["on"]
        ended = carried_out(
            form, lambda: end_grouping(grouping=row, on=on, by=request.actor, at=clock.now())
        )
        if ended:
            messages.success(request, _("Đã kết thúc %(name)s.") % {"name": ended})
            return redirect(ended)
    return grouping_page(request, row, end_form=form, status=422)


def get_grouping(request: Request, pk: int) -> Grouping:
    return get_object_or_404(groupings_visible_to(request.actor), pk=pk)


def _form_page(request: Request, form: GroupingForm, row: Grouping | None) -> HttpResponse:
    context = {"form": form, "grouping": row}
    status = 422 if form.is_bound else 200
    return render(request, "org/units/grouping_form.html", context, status=status)
