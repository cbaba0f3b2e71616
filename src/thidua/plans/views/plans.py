"""The plans one may see, and the page of each."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import F, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.core.htmx import page
from thidua.core.yearline import Point, Stretch, year_line
from thidua.documents import policies as papers
from thidua.documents import queries as documents
from thidua.documents.looks import look_of
from thidua.documents.models import Document, FileRole
from thidua.documents.naming import folded
from thidua.org.actor import Actor
from thidua.org.http import Request
from thidua.org.rights import Right
from thidua.plans import policies, queries
from thidua.plans.forms import IssueForm, ReturnForm
from thidua.plans.holding import hold_of
from thidua.plans.models import Plan
from thidua.plans.shown import kept_findings_of
from thidua.plans.trail import log_of

PER_PAGE = 50
TEXT, CONTENT, RECIPIENTS, PAPERS = "nguyen-van", "noi-dung", "noi-nhan", "van-ban"
OWN, RECEIVED, BELOW = "don-vi", "cap-tren", "cap-duoi"


@require_safe
def plan_list(request: Request) -> HttpResponse:
    """Own plans, those that came from superiors, those of units below."""
    visible = queries.plans_visible_to(request.actor)
    groups = _groups(request.actor)
    chosen = request.GET.get("nhom", "")
    shown = visible.filter(groups[chosen][1]) if chosen in groups else visible
    year = request.GET.get("nam", "")
    if year.isdecimal():
        shown = shown.filter(starts_on__year__lte=int(year[:4]), ends_on__year__gte=int(year[:4]))
    for word in folded(request.GET.get("q", "")).split():
        shown = shown.filter(document__search_fold__contains=word)
    ordered = shown.distinct().order_by(F("document__dated").desc(nulls_first=True), "-pk")
    listed = Paginator(ordered, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": listed,
        "rows": [(plan, look_of(plan.document)) for plan in listed],
        "groups": [(code, title) for code, (title, _filter) in groups.items()],
        "chosen": chosen,
        "year": year,
        "q": request.GET.get("q", ""),
        "may_read": bool(request.actor.holding(Right.DOCUMENT_INTAKE)),
        "may_draft": bool(request.actor.holding(Right.PLAN_DRAFT)),
    }
    return page(request, "plans/list.html", context, fragment="rows")


def _groups(actor: Actor) -> dict[str, tuple[str, Q]]:
    own, received = queries.own(actor), queries.received(actor)
    return {
        OWN: (_("Của đơn vị"), own),
        RECEIVED: (_("Cấp trên gửi đến"), received),
        BELOW: (_("Đơn vị cấp dưới"), queries.below(actor)),
    }


@require_safe
def detail(request: Request, pk: int) -> HttpResponse:
    """One plan: as printed, its contents, its recipients, its papers."""
    plan = get_plan(request, pk)
    tab = request.GET.get("phan") or (CONTENT if plan.document.frozen else TEXT)
    return page(request, "plans/detail.html", plan_context(request, plan, tab), fragment="body")


@require_safe
def log(request: Request, pk: int) -> HttpResponse:
    """What happened to a plan."""
    plan = get_plan(request, pk)
    context = plan_context(request, plan, "nhat-ky") | {"log": log_of(plan)}
    return render(request, "plans/log.html", context)


def get_plan(request: Request, pk: int) -> Plan:
    """The plan, if they may know it exists."""
    visible = queries.plans_visible_to(request.actor).select_related(
        "document__unit__kind", "edited_by__person"
    )
    return get_object_or_404(visible, pk=pk)


def plan_context(request: Request, plan: Plan, tab: str, **extra: Any) -> dict[str, Any]:
    """What the page of a plan shows, whatever its tab."""
    actor, paper = request.actor, plan.document
    unit = paper.unit
    year = paper.dated.year if paper.dated else actor.day.year
    context = {
        "plan": plan,
        "paper": paper,
        "look": look_of(paper),
        "hold": hold_of(plan, actor),
        "tab": tab,
        "clauses": list(plan.clauses.all()),
        "recipients": _recipients(paper),
        "files": paper.files.select_related("file"),
        "ours": not paper.frozen or paper.files.filter(role=FileRole.WORD).exists(),
        "findings": kept_findings_of(plan.findings),
        "may_edit": policies.may_edit(actor, plan),
        "may_restore": papers.may_restore(actor, paper),
        "may_submit": papers.may_submit(actor, paper),
        "may_withdraw": papers.may_withdraw(actor, paper),
        "may_return": papers.may_return(actor, paper),
        "may_sign": papers.may_sign(actor, paper),
        "may_issue": papers.may_issue(actor, paper),
        "return_form": ReturnForm(),
        "issue_form": IssueForm(
            kept=list(documents.unused_reservations(unit, year)), initial={"dated": actor.day}
        ),
        "today": actor.day,
    }
    return context | _contents(plan, actor) | extra


def _contents(plan: Plan, actor: Actor) -> dict[str, Any]:
    phases = list(plan.phases.all())
    days = list(plan.commemorations.select_related("phase"))
    starts_on = plan.starts_on or actor.day
    ends_on = plan.ends_on or starts_on
    year = min(max(actor.day.year, starts_on.year), ends_on.year)
    stretches = [Stretch(one.name, one.starts_on, one.ends_on, one.theme) for one in phases]
    return {
        "phases": phases,
        "commemorations": days,
        "line": year_line(year, stretches, _points(days, year), actor.day),
        "contents": [clause for clause in plan.clauses.all() if clause.content],
        "targets": list(plan.targets.all()),
        "duties": list(plan.duties.all()),
        "citations": list(plan.citations.select_related("document__plan")),
    }


def _points(days: list[Any], year: int) -> list[Point]:
    """The days of the year line; those of one date stand once."""
    found: dict[Any, Point] = {}
    for one in days:
        day = one.day_in(year)
        if day is not None:
            found.setdefault(day, Point(one.name, day))
    return list(found.values())


def _recipients(paper: Document) -> list[Any]:
    return list(
        paper.recipients.prefetch_related(
            "deliveries__unit", "deliveries__person", "deliveries__outside"
        )
    )
