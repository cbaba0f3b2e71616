"""One list on its way in: how far it is, what it would do, what is to be looked at."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from thidua.core import clock
from thidua.core.htmx import page
from thidua.org.http import Request
from thidua.oversight.forms.importing import ListFileForm
from thidua.oversight.importing.mended import mendings_shown
from thidua.oversight.importing.shown import CODES, alike_shown, figures, rows_shown
from thidua.oversight.jobs.importing import waiting_lines
from thidua.oversight.models import Import, ImportState, RowState
from thidua.oversight.policies.importing import may_import, may_mend
from thidua.oversight.queries.importing import OPEN, alike, imports_visible_to, row_counts

ROWS = 20


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
    code, about = request.GET.get("code", ""), request.GET.get("about")
    if code:
        rows = rows.filter(code=code)
        rows = rows if about is None else rows.filter(about=about)
    listed = Paginator(rows, ROWS).get_page(request.GET.get("page"))
    mending = bool(may_mend(request.actor, owner))
    groups = alike(owner) if mending else []
    return {
        "owner": owner,
        "code": CODES[ImportState(owner.state)],
        "lost": owner.is_lost(clock.now()),
        "figures": figures(owner, counts),
        "state": state,
        "only": bool(code),
        "page": listed,
        "rows": rows_shown(owner, listed),
        "groups": alike_shown(owner, groups),
        "mendings": mendings_shown(owner) if mending else [],
        "open_rows": sum(counts.get(one, 0) for one in OPEN),
        "waiting": waiting_lines(owner),
        "lines": _lines_to_take(owner, counts),
        "form": ListFileForm(),
        "may_mend": mending,
        "may_act": may_import(request.actor, owner.unit, owner.kind),
    }


def _first_wanted(owner: Import) -> list[str]:
    return [RowState.STAYS] if owner.state == ImportState.UNDONE else list(OPEN)


def _lines_to_take(owner: Import, counts: dict[str, int]) -> int:
    fresh = owner.state == ImportState.READY
    told = sum(owner.counts.get(key, 0) for key in ("new", "changed")) if fresh else 0
    return told + counts.get(RowState.MENDED, 0)


def _get(request: Request, pk: int) -> Import:
    return get_object_or_404(imports_visible_to(request.actor).select_related("file"), pk=pk)
