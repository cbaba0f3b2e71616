"""The plans one may see, and the page of each."""

from datetime import MINYEAR
from typing import Any

from django.db.models import F, Prefetch, Q, QuerySet, prefetch_related_objects
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.core.htmx import page
from thidua.core.keyed_pages import KeyedPaginator
from thidua.core.verdict import require
from thidua.core.yearline import Point, Stretch, year_line
from thidua.documents import policies as papers
from thidua.documents import queries as documents
from thidua.documents.looks import look_of
from thidua.documents.models import Delivery, Document, DocumentStatus, FileRole, Recipient
from thidua.documents.naming import folded
from thidua.org.actor import Actor
from thidua.org.http import Request
from thidua.org.rights import Right
from thidua.plans import policies, queries
from thidua.plans.forms import IssueForm, ReturnForm
from thidua.plans.holding import hold_of
from thidua.plans.models import NoteState, Plan
from thidua.plans.promised import each_once, figure_of
from thidua.plans.settled_list import kept_findings_of
from thidua.plans.trail import log_of

PER_PAGE = 50
LONGEST_SEARCH = 200
TEXT, CONTENT, RECIPIENTS, PAPERS = "nguyen-van", "noi-dung", "noi-nhan", "van-ban"
LOG = "nhat-ky"
ELSEWHERE = (RECIPIENTS, PAPERS, LOG)
"""Tabs that show neither the words of the plan nor its contents."""
OWN, RECEIVED, BELOW = "don-vi", "cap-tren", "cap-duoi"


@require_safe
def plan_list(request: Request) -> HttpResponse:
    """Own plans, those that came from superiors, those of units below."""
    visible = queries.plans_visible_to(request.actor)
    groups = _groups(request.actor)
    chosen = request.GET.get("nhom", "")
    shown = visible.filter(groups[chosen][1]) if chosen in groups else visible
    year, words = request.GET.get("nam", "")[:4], request.GET.get("q", "")
    if year.isdecimal() and int(year) >= MINYEAR:
        shown = shown.filter(starts_on__year__lte=int(year), ends_on__year__gte=int(year))
    words = words[:LONGEST_SEARCH]
    for word in folded(words).split():
        shown = shown.filter(document__search_fold__contains=word)
    ordered = shown.order_by(F("document__dated").desc(nulls_first=True), "-pk")
    whole = Plan.objects.select_related("document__unit")
    listed = KeyedPaginator(ordered, PER_PAGE, whole).get_page(request.GET.get("page"))
    context = {
        "page": listed,
        "rows": [(plan, look_of(plan.document)) for plan in listed],
        "groups": [(code, title) for code, (title, _filter) in groups.items()],
        "chosen": chosen,
        "year": year,
        "q": words,
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
    require(policies.may_see_making(request.actor, plan))
    context = plan_context(request, plan, LOG) | {"log": log_of(plan)}
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
    prefetch_related_objects([plan], "phases")
    making = policies.may_see_making(actor, plan)
    context = {
        "plan": plan,
        "paper": paper,
        "look": look_of(paper),
        "hold": hold_of(plan, actor),
        "tab": tab,
        "addressed": _addressed(paper, actor, whole=bool(making)),
        "citations": plan.citations.select_related("document__plan"),
        "files": documents.files_of(paper, actor),
        "follow_ups": queries.follow_ups_visible_to(actor).filter(plan=plan).order_by("-pk"),
        "may_see_making": making,
        "findings": kept_findings_of(plan.findings) if making else [],
        "may_edit": policies.may_edit(actor, plan),
        "may_move": policies.may_move(actor, plan),
        "may_bear": policies.may_bear(actor, plan),
        "open_flags": plan.move_notes.filter(flag=True, state=NoteState.OPEN).count()
        if not paper.frozen
        else 0,
        "may_restore": papers.may_restore(actor, paper),
        "may_withdraw": papers.may_withdraw(actor, paper),
        "may_return": papers.may_return(actor, paper),
        "may_sign": paper.status == DocumentStatus.SUBMITTED and papers.may_sign(actor, paper),
        "may_issue": papers.may_issue(actor, paper),
        "return_form": ReturnForm(),
        "today": actor.day,
    }
    if context["may_issue"]:
        kept = list(documents.unused_reservations(paper.unit, actor.day.year))
        context["issue_form"] = IssueForm(kept=kept, initial={"dated": actor.day})
        context["prospect"] = documents.prospect_of(paper, actor.day)
    if tab == TEXT:
        context |= _text(plan)
    elif tab not in ELSEWHERE:
        context |= _contents(plan, actor)
    return context | extra


def _text(plan: Plan) -> dict[str, Any]:
    """The words as printed; a paper that was read from a file prints its own head."""
    paper = plan.document
    return {
        "clauses": list(plan.clauses.all()),
        "recipients": list(paper.recipients.all()),
        "ours": not paper.frozen or paper.files.filter(role=FileRole.WORD).exists(),
    }


def _contents(plan: Plan, actor: Actor) -> dict[str, Any]:
    phases = list(plan.phases.all())
    days = each_once(plan.commemorations.select_related("phase"))
    starts_on = plan.starts_on or actor.day
    ends_on = plan.ends_on or starts_on
    year = min(max(actor.day.year, starts_on.year), ends_on.year)
    stretches = [Stretch(one.name, one.starts_on, one.ends_on, one.theme) for one in phases]
    return {
        "phases": phases,
        "commemorations": days,
        "line": year_line(year, stretches, _points(days, year), actor.day),
        "contents": list(plan.clauses.filter(content=True)),
        "targets": [(target, figure_of(target)) for target in plan.targets.all()],
        "duties": list(plan.duties.all()),
    }


def _points(days: list[Any], year: int) -> list[Point]:
    """The days of the year line; those of one date stand once."""
    found: dict[Any, Point] = {}
    for one in days:
        day = one.day_in(year)
        if day is not None:
            found.setdefault(day, Point(one.name, day))
    return list(found.values())


def _addressed(paper: Document, actor: Actor, *, whole: bool) -> QuerySet[Recipient]:
    """The lines with everybody they went to; whoever got the paper sees the line it came by."""
    sent = Delivery.objects.select_related("unit", "person", "outside")
    if whole:
        return paper.recipients.prefetch_related(Prefetch("deliveries", sent))
    mine = documents.deliveries_visible_to(actor)
    lines = paper.recipients.filter(deliveries__in=mine).distinct()
    return lines.prefetch_related(Prefetch("deliveries", mine))
