"""Lines of a list that somebody has to look at: on the screen, all that are alike, in Excel."""

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.core import clock
from thidua.core.errors import DomainError
from thidua.core.sheets import sheet as excel
from thidua.core.verdict import require
from thidua.org.http import Request
from thidua.oversight.actions import mending as actions
from thidua.oversight.forms.importing import ListFileForm
from thidua.oversight.importing.correcting import cells_of, columns_of, corrected_lines, heads
from thidua.oversight.importing.offers import field_titles, offers_for
from thidua.oversight.importing.refusals import Refused
from thidua.oversight.importing.shown import rows_shown
from thidua.oversight.models import LEAVE, Import, ImportRow, RowState
from thidua.oversight.policies.importing import may_import, may_mend
from thidua.oversight.queries.importing import imports_visible_to, troubled

REOPEN = "reopen"


@require_http_methods(["GET", "HEAD", "POST"])
def row(request: Request, pk: int, number: int) -> HttpResponse:
    """One line with all its cells; correcting, deciding, leaving out, opening again."""
    owner = _get(request, pk)
    require(may_import(request.actor, owner.unit, owner.kind))
    line = get_object_or_404(owner.rows.select_related("person"), number=number)
    if request.method == "POST":
        line = _act(request, line)
        if line.state in {RowState.WRONG, RowState.DOUBTFUL}:
            messages.warning(request, " ".join(one["said"] for one in line.problems))
            return redirect(f"{request.path}?{request.GET.urlencode()}")
        done = _("Dòng %(line)s: %(state)s.") % {"line": number, "state": line.get_state_display()}
        messages.success(request, done)
        # Back to where they were in the list, not to the head of a long page.
        return redirect(f"{owner.get_absolute_url()}?{request.GET.urlencode()}#cac-dong")
    titles = field_titles(owner.kind)
    context = {
        "owner": owner,
        "one": rows_shown(owner, [line])[0],
        "cells": [(code, titles[code], line.typed.get(code, "")) for code in columns_of(owner)],
        "may_mend": may_mend(request.actor, owner),
    }
    return render(request, "oversight/imports/row.html", context)


def _act(request: Request, line: ImportRow) -> ImportRow:
    by, at = request.actor, clock.now()
    decision = request.POST.get("decision", "")
    if decision == LEAVE:
        return actions.leave_out(row=line, by=by, at=at)
    if decision == REOPEN:
        return actions.take_in_again(row=line, by=by, at=at)
    _require_offered(line.code, decision)
    typed = _typed(request, line.owner)
    return actions.mend_row(row=line, typed=typed, decision=decision, by=by, at=at)


def _typed(request: Request, owner: Import) -> dict[str, str]:
    """Cells that were sent, of the columns such a list can have."""
    sent = {code: request.POST.get(f"c_{code}") for code in field_titles(owner.kind)}
    return {code: text[:1000] for code, text in sent.items() if text is not None}


def _require_offered(code: str, decision: str) -> None:
    if decision and decision not in dict(offers_for(code)):
        raise DomainError(_("Dòng này không còn chọn như vậy được. Hãy xem lại dòng."))


@require_POST
def alike(request: Request, pk: int) -> HttpResponse:
    """The same for every line with the same problem."""
    owner = _get(request, pk)
    code, decision = request.POST.get("code", ""), request.POST.get("decision", "")
    about = None if "anything" in request.POST else request.POST.get("about", "")
    by, at = request.actor, clock.now()
    if decision == LEAVE:
        count = actions.leave_alike_out(owner=owner, code=code, about=about, by=by, at=at)
    else:
        _require_offered(code, decision)
        count = actions.mend_alike(
            owner=owner,
            code=code,
            about=about,
            **_alike_told(request, owner, decision),
            by=by,
            at=at,
        )
    told = ngettext("Đã sửa %(count)s dòng.", "Đã sửa %(count)s dòng.", count)
    messages.success(request, told % {"count": count})
    return redirect(owner)


@require_POST
def take_back(request: Request, pk: int, mending: int) -> HttpResponse:
    """What was said of all these lines was wrong."""
    owner = _get(request, pk)
    one = get_object_or_404(owner.mendings, pk=mending)
    count = actions.take_mending_back(mending=one, by=request.actor, at=clock.now())
    told = ngettext(
        "Đã lấy lại: %(count)s dòng trở lại như trước khi sửa.",
        "Đã lấy lại: %(count)s dòng trở lại như trước khi sửa.",
        count,
    )
    messages.success(request, told % {"count": count})
    return redirect(owner)


@require_POST
def reopen(request: Request, pk: int) -> HttpResponse:
    """Think again about every line that was left out."""
    count = actions.take_all_in_again(owner=_get(request, pk), by=request.actor, at=clock.now())
    told = ngettext("Đã mở lại %(count)s dòng.", "Đã mở lại %(count)s dòng.", count)
    messages.success(request, told % {"count": count})
    return redirect("oversight:import", pk)


def _alike_told(request: Request, owner: Import, decision: str) -> dict[str, str]:
    """A suggestion that was chosen, or what was typed; nothing typed empties only when asked."""
    field = request.POST.get("field", "")
    if decision or field not in field_titles(owner.kind):
        return {"decision": decision}
    if "empty" in request.POST:
        return {"field": field}
    text = request.POST.get("near") or request.POST.get("typed", "")
    if not text.strip():
        raise DomainError(_("Chưa chọn và chưa gõ gì để thay cho các dòng này."))
    return {"field": field, "typed": text[:1000]}


@require_safe
def problems(request: Request, pk: int) -> FileResponse:
    """The lines to be looked at as an Excel file that can be corrected and given back."""
    owner = _get(request, pk)
    actions.tell_lines_taken(owner=owner, by=request.actor, at=clock.now())
    columns = columns_of(owner)
    rows = (cells_of(one, columns) for one in troubled(owner).order_by("number").iterator())
    return excel(_("dong-can-sua-%(pk)s") % {"pk": owner.pk}, heads(owner), rows)


@require_POST
def corrected(request: Request, pk: int) -> HttpResponse:
    """Take the corrected lines back in."""
    owner = _get(request, pk)
    require(may_mend(request.actor, owner))
    form = ListFileForm(request.POST, request.FILES)
    if not form.is_valid():
        raise DomainError(" ".join(str(told) for told in form.errors["file"]))
    try:
        lines = corrected_lines(owner, form.cleaned_data["data"])
    except Refused as refusal:
        raise DomainError(str(refusal)) from refusal
    count = actions.read_again(owner=owner, lines=lines, by=request.actor, at=clock.now())
    told = ngettext("Đã đọc lại %(count)s dòng.", "Đã đọc lại %(count)s dòng.", count)
    messages.success(request, told % {"count": count})
    return redirect(owner)


def _get(request: Request, pk: int) -> Import:
    return get_object_or_404(imports_visible_to(request.actor), pk=pk)
