"""Lists taken in from files: choosing, mapping, looking, taking over, undoing."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.core import clock
from thidua.core.htmx import page
from thidua.core.posted import carried_out, posted
from thidua.core.sheets import sheet as excel
from thidua.core.verdict import Verdict, require
from thidua.files.queries import content_of
from thidua.org.actor import Actor
from thidua.org.http import Request
from thidua.org.models import Unit
from thidua.org.rights import Right
from thidua.oversight.actions import importing as actions
from thidua.oversight.forms.importing import ColumnsForm, ImportForm, ListFileForm
from thidua.oversight.importing.looking import first_lines
from thidua.oversight.importing.offers import field_titles, may_be_empty
from thidua.oversight.importing.shown import CODES, alike_shown, figures, is_lost, rows_shown
from thidua.oversight.importing.targets import SHAPES
from thidua.oversight.jobs.importing import waiting_lines
from thidua.oversight.models import Import, ImportKind, ImportState, RowState
from thidua.oversight.policies.importing import may_import, may_mend
from thidua.oversight.queries.importing import (
    OPEN,
    alike,
    imports_visible_to,
    row_counts,
)

ROWS = 20
LISTED = 50
READ_AND_POST = ["GET", "HEAD", "POST"]


@require_safe
def listing(request: Request) -> HttpResponse:
    """Every list taken in for the units one keeps, the latest first."""
    found = imports_visible_to(request.actor).order_by("-pk")
    kind, state = request.GET.get("kind", ""), request.GET.get("state", "")
    found = found.filter(kind=kind) if kind in ImportKind.values else found
    found = found.filter(state=state) if state in ImportState.values else found
    listed = Paginator(found, LISTED).get_page(request.GET.get("page"))
    context = {
        "page": listed,
        "rows": [(one, CODES[ImportState(one.state)]) for one in listed],
        "kinds": ImportKind.choices,
        "states": ImportState.choices,
        "kind": kind,
        "state": state,
        "may_begin": bool(_units(request.actor)),
    }
    return render(request, "oversight/imports/list.html", context)


def _units(actor: Actor) -> list[Unit]:
    """Their own units in which they keep people or manage; what stands below comes by its name."""
    held = actor.holding(Right.PEOPLE_KEEP) | actor.holding(Right.UNIT_MANAGE)
    return list(Unit.objects.filter(pk__in=held).order_by("folded"))


@require_http_methods(READ_AND_POST)
def new(request: Request) -> HttpResponse:
    """Choose the file."""
    units = _units(request.actor)
    if not units:
        require(Verdict(_("Chỉ người quản lý đoàn viên của một đơn vị nhập được danh sách.")))
    form = ImportForm(
        **posted(request), units=units, initial={"day": clock.today(), "unit": units[0].pk}
    )
    if form.is_valid():
        given = form.cleaned_data
        owner = carried_out(
            form,
            lambda: actions.begin_import(
                unit=given["unit"],
                kind=given["kind"],
                data=given["data"],
                filename=given["file"].name or "",
                day=given["day"],
                by=request.actor,
                at=clock.now(),
            ),
        )
        if owner:
            return redirect("oversight:import_columns", owner.pk)
    context = {"form": form, "kinds": ImportKind.choices}
    return render(
        request, "oversight/imports/new.html", context, status=422 if form.errors else 200
    )


@require_safe
def pattern(request: Request, kind: str) -> FileResponse:
    """An empty list with the titles that are understood, and a line to show how."""
    if kind not in SHAPES or not _units(request.actor):
        raise Http404
    columns = SHAPES[kind].columns
    return excel(f"mau-{kind}", [one.title for one in columns], [[one.example for one in columns]])


@require_http_methods(READ_AND_POST)
def columns(request: Request, pk: int) -> HttpResponse:
    """What each column is, as far as it was guessed."""
    owner = _get(request, pk)
    require(may_import(request.actor, owner.unit, owner.kind))
    if owner.state != ImportState.MAPPING:
        return redirect(owner)
    form = ColumnsForm(request.POST or None, owner=owner)
    if form.is_valid():
        given = form.cleaned_data
        done = carried_out(
            form,
            lambda: actions.map_columns(
                owner=owner,
                columns=given["columns"],
                first_row=given["first_row"],
                day=given["day"],
                by=request.actor,
                at=clock.now(),
            ),
        )
        if done:
            return redirect(owner)
    lines = first_lines(content_of(owner.file), owner)
    fields = [
        (form[f"column_{place}"], [line[place] for line in lines if place < len(line)])
        for place in range(len(owner.columns))
    ]
    context = {"owner": owner, "form": form, "fields": fields}
    return render(
        request, "oversight/imports/columns.html", context, status=422 if form.errors else 200
    )


@require_POST
def sheet(request: Request, pk: int) -> HttpResponse:
    """Look at another sheet of the file."""
    owner = _get(request, pk)
    actions.choose_sheet(owner=owner, sheet=request.POST.get("sheet", ""), by=request.actor)
    return redirect("oversight:import_columns", owner.pk)


@require_safe
def detail(request: Request, pk: int) -> HttpResponse:
    """How far it is, what it would do, and the lines that somebody has to look at."""
    owner = _get(request, pk)
    if owner.state == ImportState.MAPPING:
        return redirect("oversight:import_columns", owner.pk)
    return page(request, "oversight/imports/detail.html", _context(request, owner), fragment="all")


def _context(request: Request, owner: Import) -> dict[str, Any]:
    counts = row_counts(owner)
    state = request.GET.get("state", "")
    wanted = [state] if state in RowState.values else _first_wanted(owner)
    rows = owner.rows.filter(state__in=wanted).select_related("person").order_by("number")
    listed = Paginator(rows, ROWS).get_page(request.GET.get("page"))
    optional = [code for code in field_titles(owner.kind) if may_be_empty(owner.kind, code)]
    mending = bool(may_mend(request.actor, owner))
    groups = alike(owner, [*optional, *LOOSE]) if mending else []
    return {
        "owner": owner,
        "code": CODES[ImportState(owner.state)],
        "lost": is_lost(owner, clock.now()),
        "figures": figures(owner, counts),
        "state": state,
        "page": listed,
        "rows": rows_shown(owner, listed),
        "groups": alike_shown(owner, groups),
        "open_rows": sum(counts.get(one, 0) for one in OPEN),
        "waiting": waiting_lines(owner),
        "lines": _lines_to_take(owner, counts),
        "form": ListFileForm(),
        "may_mend": mending,
        "may_act": may_import(request.actor, owner.unit, owner.kind),
    }


LOOSE = ("day", "year_only", "birth_far", "count")


def _first_wanted(owner: Import) -> list[str]:
    return [RowState.STAYS] if owner.state == ImportState.UNDONE else list(OPEN)


def _lines_to_take(owner: Import, counts: dict[str, int]) -> int:
    fresh = owner.state == ImportState.READY
    told = sum(owner.counts.get(key, 0) for key in ("new", "changed")) if fresh else 0
    return told + counts.get(RowState.MENDED, 0)


@require_POST
def apply(request: Request, pk: int) -> HttpResponse:
    """Take over what is in order."""
    return _done(request, pk, actions.apply_import, "")


@require_POST
def undo(request: Request, pk: int) -> HttpResponse:
    """Take all of it back."""
    return _done(request, pk, actions.undo_import, "")


@require_POST
def go_on(request: Request, pk: int) -> HttpResponse:
    """Begin a job again that was cut off."""
    return _done(request, pk, actions.go_on, "")


@require_POST
def drop(request: Request, pk: int) -> HttpResponse:
    """Forget a list from which nothing was taken over."""
    return _done(request, pk, actions.drop_import, _("Đã bỏ tệp này; chưa có gì được nhập."))


def _done(request: Request, pk: int, act: Callable[..., Import], told: str) -> HttpResponse:
    owner = act(owner=_get(request, pk), by=request.actor, at=clock.now())
    if told:
        messages.success(request, told)
    return redirect("oversight:imports" if owner.state == ImportState.DROPPED else owner)


@require_POST
def again(request: Request, pk: int) -> HttpResponse:
    """Back to the columns."""
    owner = actions.map_again(owner=_get(request, pk), by=request.actor)
    return redirect("oversight:import_columns", owner.pk)


def _get(request: Request, pk: int) -> Import:
    return get_object_or_404(imports_visible_to(request.actor).select_related("file"), pk=pk)
