"""Writing a plan: its head, its paragraphs, what the checker says."""

import secrets
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from thidua.core import clock
from thidua.core.posted import carried_out, posted
from thidua.core.verdict import Verdict, require
from thidua.documents.queries import units_above
from thidua.org.actor import Actor
from thidua.org.http import Request
from thidua.org.models import Unit
from thidua.org.rights import Right
from thidua.plans import actions, policies, queries
from thidua.plans.corrections import BLANKS
from thidua.plans.field_rows import blank_row
from thidua.plans.forms import AddForm, ClauseForm, EditForm, NewPlanForm, VersionForm
from thidua.plans.models import Clause, Plan
from thidua.plans.reviewed import draft_findings
from thidua.plans.stale import why_stale
from thidua.plans.views.plans import get_plan

BOTH = ["GET", "HEAD", "POST"]
ONCE_BYTES = 16


@require_http_methods(BOTH)
def new(request: Request) -> HttpResponse:
    """Begin a draft with the customary parts."""
    units = list(queries.units_for(request.actor, Right.PLAN_DRAFT))
    if not units:
        require(Verdict(_("Chỉ người được giao soạn kế hoạch mở được trang này.")))
    form = NewPlanForm(**posted(request), units=units, initial=_blank(units[0], request.actor))
    if request.method != "POST" or not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return render(request, "plans/new.html", {"form": form}, status=status)
    now = clock.now()
    plan = actions.start_plan(
        unit=form.cleaned_data["unit"],
        head=actions.PaperHead(**form.head()),
        year_label=form.cleaned_data["year_label"],
        theme=form.cleaned_data["theme"],
        once=form.cleaned_data["once"],
        by=request.actor,
        at=now,
    )
    if plan.document.created_at != now:
        messages.info(request, _("Bản thảo này đã được lập khi bạn bấm lần trước."))
    return redirect(plan)


def _blank(unit: Unit, actor: Actor) -> dict[str, Any]:
    name, above = unit.named_on(actor.day), units_above(unit, actor.day)
    year = actor.day.year
    return {
        "unit": unit,
        "once": secrets.token_urlsafe(ONCE_BYTES),
        "year_label": str(year),
        "title": f"Phát động phong trào thi đua năm {year}",
        "symbol": f"KH-{name.symbol}",
        "place": name.place,
        "issuer_name": name.name,
        "parent_name": above[0].named_on(actor.day).name if above else "",
    }


@require_http_methods(BOTH)
def edit(request: Request, pk: int) -> HttpResponse:
    """The head, the theme and the recipients of a draft."""
    plan = _editable(request, pk)
    form = EditForm(**posted(request), initial=_head_of(plan))
    if request.method != "POST" or not _accepted(form, plan):
        return _again(request, "plans/edit.html", {"plan": plan, "form": form})
    if carried_out(form, lambda: _save_head(request, plan, form)) is None:
        return _again(request, "plans/edit.html", {"plan": plan, "form": form}, refused=True)
    messages.success(request, _said())
    return redirect(plan)


def _save_head(request: Request, plan: Plan, form: EditForm) -> Plan:
    typed = form.cleaned_data
    return actions.save_head(
        plan=plan,
        version=typed["version"],
        head=actions.PaperHead(**form.head()),
        theme=typed["theme"],
        recipients=typed["recipients"],
        read_anew=typed["read_anew"],
        by=request.actor,
        at=clock.now(),
    )


def _head_of(plan: Plan) -> dict[str, Any]:
    paper = plan.document
    lines = paper.recipients.order_by("position").values_list("printed", flat=True)
    return {name: getattr(paper, name) for name in EditForm.HEAD} | {
        "theme": plan.theme,
        "recipients": "\n".join(lines),
        "version": plan.version,
    }


@require_http_methods(BOTH)
def clause(request: Request, pk: int, clause: int) -> HttpResponse:
    """One paragraph: write, move, delete, or put new ones behind it. Clause 0 adds at the end."""
    plan = _editable(request, pk)
    chosen = plan.clauses.filter(pk=clause).first()
    if clause and chosen is None and request.method != "POST":
        raise Http404
    adding = chosen is None or "them" in request.GET or request.POST.get("do") == "add"
    initial = {"version": plan.version, "text": "" if adding else _words(chosen)}
    form = ClauseForm(**posted(request), initial=initial)
    context = {"plan": plan, "clause": chosen, "form": form, "adding": adding}
    if request.method != "POST" or not _accepted(form, plan):
        return _again(request, "plans/clause.html", context)
    if clause and chosen is None:
        raise Http404
    if not _moves(request) and not form.cleaned_data["text"].strip():
        form.add_error("text", _("Đoạn này chưa có chữ. Muốn bỏ đoạn thì bấm Xóa đoạn."))
        return _again(request, "plans/clause.html", context)
    if carried_out(form, lambda: _write(request, plan, chosen, form, adding=adding)) is None:
        return _again(request, "plans/clause.html", context, refused=True)
    messages.success(request, _said())
    return redirect(f"{plan.get_absolute_url()}?phan=nguyen-van")


def _write(
    request: Request, plan: Plan, chosen: Clause | None, form: ClauseForm, *, adding: bool
) -> Plan:
    deed = request.POST.get("do", "")
    common: dict[str, Any] = {
        "plan": plan,
        "version": form.cleaned_data["version"],
        "by": request.actor,
        "at": clock.now(),
    }
    if adding or chosen is None:
        return actions.add_clauses(after=chosen, typed=form.cleaned_data["text"], **common)
    if deed == "delete":
        return actions.delete_clause(clause=chosen, **common)
    if deed in {"up", "down"}:
        return actions.move_clause(clause=chosen, down=deed == "down", **common)
    return actions.change_clause(clause=chosen, typed=form.cleaned_data["text"], **common)


def _moves(request: Request) -> bool:
    return request.POST.get("do") in {"up", "down", "delete"}


def _words(clause: Clause | None) -> str:
    return f"{clause.marker} {clause.text}".strip() if clause else ""


@require_http_methods(BOTH)
def add(request: Request, pk: int, part: str) -> HttpResponse:
    """A phase, target or duty that the words do not tell clearly enough to be read."""
    plan = _editable(request, pk)
    if part not in BLANKS:
        raise Http404
    form = AddForm(**posted(request), row=blank_row(part), initial={"version": plan.version})
    context = {"plan": plan, "form": form, "row": form.row}
    if request.method != "POST" or not _accepted(form, plan):
        return _again(request, "plans/add.html", context)
    if carried_out(form, lambda: _add(request, plan, part, form)) is None:
        return _again(request, "plans/add.html", context, refused=True)
    messages.success(request, _said())
    return redirect(f"{plan.get_absolute_url()}?phan=noi-dung")


def _add(request: Request, plan: Plan, part: str, form: AddForm) -> Plan:
    return actions.add_by_hand(
        plan=plan,
        part=part,
        version=form.cleaned_data["version"],
        values=form.typed(),
        by=request.actor,
        at=clock.now(),
    )


@require_http_methods(BOTH)
def check(request: Request, pk: int) -> HttpResponse:
    """What the checker says about the draft as it stands."""
    plan = _editable(request, pk)
    version, _colon, key = request.POST.get("finding", "").partition(":")
    form = VersionForm({"version": version} if request.method == "POST" else None)
    if request.method == "POST" and _accepted(form, plan):
        actions.fix_draft(
            plan=plan,
            key=key,
            version=form.cleaned_data["version"],
            by=request.actor,
            at=clock.now(),
        )
        messages.success(request, _said())
        return redirect(reverse("plans:check", args=[plan.pk]))
    context = {"plan": plan, "form": form, "findings": draft_findings(plan, request.actor.day)}
    return _again(request, "plans/check.html", context)


def _editable(request: Request, pk: int) -> Plan:
    """A draft that they may change; everything else answers with the reason."""
    plan = get_plan(request, pk)
    require(policies.may_edit(request.actor, plan))
    return plan


def _accepted(form: VersionForm, plan: Plan) -> bool:
    """Is the form in order, and the draft still the one that it was opened for?"""
    if not form.is_valid():
        return False
    reason = why_stale(plan, form.cleaned_data["version"])
    if reason:
        form.add_error(None, reason)
        form.stale = True  # type: ignore[attr-defined]
    return not reason


def _again(
    request: Request, template: str, context: dict[str, Any], *, refused: bool = False
) -> HttpResponse:
    """The page, with what was typed: 409 when somebody was faster, 422 when something is wrong."""
    refused = refused or getattr(context["form"], "stale", False)
    status = 200 if request.method != "POST" else 409 if refused else 422
    return render(request, template, context, status=status)


def _said() -> str:
    return _("Đã lưu bản thảo lúc %(time)s.") % {"time": f"{clock.now():%H:%M}"}
