"""Lists taken in from files: choosing, mapping, looking, taking over, undoing."""

from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.core import clock
from thidua.core.posted import carried_out, posted
from thidua.core.sheets import sheet as excel
from thidua.core.verdict import Verdict, require
from thidua.org.http import Request
from thidua.org.queries.people import keeping, units_kept_by
from thidua.oversight.actions import importing as actions
from thidua.oversight.forms.importing import ColumnsForm, ImportForm
from thidua.oversight.importing.looking import first_lines
from thidua.oversight.importing.shown import CODES
from thidua.oversight.importing.targets import SHAPES
from thidua.oversight.models import Import, ImportKind, ImportState
from thidua.oversight.policies.importing import may_import
from thidua.oversight.queries.importing import imports_visible_to

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
        "may_begin": bool(keeping(request.actor)),
    }
    return render(request, "oversight/imports/list.html", context)


@require_http_methods(READ_AND_POST)
def new(request: Request) -> HttpResponse:
    """Choose the file."""
    units = list(units_kept_by(request.actor))
    if not units:
        require(Verdict(_("Chỉ người quản lý đoàn viên của một đơn vị nhập được danh sách.")))
    kinds = [
        (code, str(word))
        for code, word in ImportKind.choices
        if any(may_import(request.actor, unit, code) for unit in units)
    ]
    form = ImportForm(
        **posted(request),
        units=units,
        kinds=kinds,
        initial={"day": clock.today(), "unit": units[0].pk},
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
    context = {"form": form, "kinds": kinds}
    return render(
        request, "oversight/imports/new.html", context, status=422 if form.errors else 200
    )


@require_safe
def pattern(request: Request) -> FileResponse:
    """An empty list with the titles that are understood, and a line to show how."""
    kind = request.GET.get("kind", "")
    if kind not in SHAPES or not keeping(request.actor):
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
    lines = first_lines(owner)
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


def _get(request: Request, pk: int) -> Import:
    return get_object_or_404(imports_visible_to(request.actor).select_related("file"), pk=pk)
