"""Chuyển kế hoạch sang năm sau: choose the year, then settle what could not be known."""

import secrets
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.core import clock
from thidua.core.posted import carried_out, posted
from thidua.core.verdict import require
from thidua.documents.models import Reading
from thidua.org.http import Request
from thidua.org.models import Unit
from thidua.plans import actions, policies, queries
from thidua.plans.forms import ForwardForm
from thidua.plans.models import NoteState, Plan
from thidua.plans.moving import Moved, moved
from thidua.plans.reviewed import as_paper
from thidua.plans.understanding import understood
from thidua.plans.views.plans import TEXT, get_plan, plan_context
from thidua.plans.views.reading_page import get_reading
from thidua.plans.written import written
from vanban.forward import CannotMove
from vanban.reading.model import Reading as Read

BOTH = ["GET", "HEAD", "POST"]
ONCE_BYTES = 16


@require_http_methods(BOTH)
def forward_plan(request: Request, pk: int) -> HttpResponse:
    """A plan of ours, of whatever state, becomes the draft of another year."""
    plan = get_plan(request, pk)
    require(policies.may_move(request.actor, plan))
    paper = plan.document
    text = written(*as_paper(plan, request.actor.day)).text
    names = {"issuer_name": paper.issuer_name, "parent_name": paper.parent_name}
    first = plan.starts_on.year if plan.starts_on else request.actor.day.year
    return _forward(request, paper.unit, text, first + 1, names, str(plan.document))


@require_http_methods(BOTH)
def forward_reading(request: Request, pk: int) -> HttpResponse:
    """A plan that was only read from a file becomes the draft of another year."""
    row = get_reading(request, pk)
    require(policies.may_draft_for(request.actor, row.unit))
    read = understood(row).reading
    first = read.date.year if read.date else request.actor.day.year
    return _forward(request, row.unit, read.text, first + 1, _names(row, read, request), str(row))


def _names(row: Reading, read: Read, request: Request) -> dict[str, str]:
    """The names of the letterhead as the organisation knows them, our own where none is printed."""
    unit, day = row.unit, request.actor.day
    own = unit.named_on(day).name
    return {
        "issuer_name": queries.official_name(read.issuing_body or own, unit, day),
        "parent_name": queries.official_name(read.parent_body or "", unit, day),
    }


def _forward(
    request: Request, unit: Unit, text: str, year: int, names: dict[str, str], source: str
) -> HttpResponse:
    initial = {"year": year, "once": secrets.token_urlsafe(ONCE_BYTES)}
    form = ForwardForm(**posted(request), initial=initial)
    context = {"form": form, "source": source, "unit": unit}
    if request.method != "POST" or not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return render(request, "plans/forward.html", context, status=status)
    try:
        draft = moved(text, form.cleaned_data["year"])
    except CannotMove as reason:
        form.add_error("year", str(reason))
        return render(request, "plans/forward.html", context, status=422)
    plan = carried_out(form, lambda: _move(request, unit, draft, names, form))
    if plan is None:
        return render(request, "plans/forward.html", context, status=409)
    messages.success(request, _said(draft))
    return redirect("plans:moved", plan.pk)


def _move(
    request: Request, unit: Unit, draft: Moved, names: dict[str, str], form: ForwardForm
) -> Plan:
    name = unit.named_on(request.actor.day)
    head = actions.PaperHead(
        title=draft.read.title or "",
        symbol=draft.read.symbol or f"KH-{name.symbol}",
        place=draft.read.place or name.place,
        **names,
    )
    return actions.move_forward(
        unit=unit,
        head=head,
        moved=draft,
        once=form.cleaned_data["once"],
        by=request.actor,
        at=clock.now(),
    )


def _said(draft: Moved) -> str:
    changes = len(draft.notes) - draft.flags
    words = {"old": draft.old_year, "new": draft.new_year, "changes": changes}
    told = _("Đã chuyển từ %(old)s sang %(new)s, thay đổi %(changes)s chỗ.") % words
    if not draft.flags:
        return told
    flags = ngettext(
        "Còn %(count)s chỗ hệ thống không thể biết, cần bạn xem.",
        "Còn %(count)s chỗ hệ thống không thể biết, cần bạn xem.",
        draft.flags,
    )
    return f"{told} {flags % {'count': draft.flags}}"


@require_safe
def notes(request: Request, pk: int) -> HttpResponse:
    """The draft beside what was changed in it and what waits for an answer."""
    plan = get_plan(request, pk)
    require(policies.may_see_making(request.actor, plan))
    return render(request, "plans/moved.html", _context(request, plan))


def _context(request: Request, plan: Plan) -> dict[str, Any]:
    listed = list(plan.move_notes.select_related("settled_by__person", "clause"))
    return plan_context(request, plan, TEXT) | {
        "flags": [note for note in listed if note.flag and note.state == NoteState.OPEN],
        "settled": [note for note in listed if note.flag and note.state != NoteState.OPEN],
        "changes": [note for note in listed if not note.flag],
    }


@require_POST
def settle(request: Request, pk: int, note: int) -> HttpResponse:
    """A flag is dealt with, kept as it is, or opened again."""
    plan = get_plan(request, pk)
    require(policies.may_edit(request.actor, plan))
    row = get_object_or_404(plan.move_notes.filter(flag=True), pk=note)
    asked = request.POST.get("state", "")
    if asked not in NoteState.values:
        raise Http404
    actions.settle_flag(
        plan=plan, note=row, state=NoteState(asked), by=request.actor, at=clock.now()
    )
    return redirect("plans:moved", plan.pk)
