"""Papers born from a plan: guidance, invitations; and the page on which each goes its way."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from thidua.core import clock
from thidua.core.posted import carried_out, posted
from thidua.core.verdict import require
from thidua.documents import policies as papers
from thidua.documents import queries as archive
from thidua.documents.looks import look_of
from thidua.documents.models import DocumentStatus
from thidua.org.http import Request
from thidua.plans import actions, policies, queries
from thidua.plans.following import as_paper, facts_of, office_of, typed_of
from thidua.plans.forms import (
    FollowUpForm,
    GuidanceForm,
    InvitationForm,
    IssueForm,
    ReturnForm,
)
from thidua.plans.models import FollowUp, FollowUpKind, Plan
from thidua.plans.reviewed import as_paper as plan_as_paper
from thidua.plans.stale import why_stale
from thidua.plans.understanding import checked
from thidua.plans.views.handling import WORD
from thidua.plans.views.plans import get_plan
from thidua.plans.written import written
from vanban.writing.born.guiding import guidance_for
from vanban.writing.born.inviting import invitation
from vanban.writing.docx import write_docx
from vanban.writing.model import OfficialDocument
from vanban.writing.pdf import write_pdf

BOTH = ["GET", "HEAD", "POST"]


FORMS: dict[str, type[GuidanceForm] | type[InvitationForm]] = {
    FollowUpKind.GUIDANCE: GuidanceForm,
    FollowUpKind.INVITATION: InvitationForm,
}


@require_http_methods(BOTH)
def new(request: Request, pk: int, kind: str) -> HttpResponse:
    """Ask what only people know, then begin the draft with the words of the library."""
    plan = get_plan(request, pk)
    require(policies.may_bear(request.actor, plan))
    if kind not in FORMS:
        raise Http404
    form = FORMS[kind](**posted(request), initial={"once": get_random_string(20)})
    context = {"plan": plan, "form": form, "kind": FollowUpKind(kind)}
    if request.method != "POST" or not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return render(request, "plans/follow_up_new.html", context, status=status)
    document = _worded(request, plan, form)
    follow_up = actions.start_follow_up(
        plan=plan,
        kind=FollowUpKind(kind),
        document=document,
        once=form.cleaned_data["once"],
        by=request.actor,
        at=clock.now(),
    )
    messages.success(request, _("Đã lập bản thảo. Hãy soát lại từng đoạn rồi trình ký."))
    return redirect(follow_up)


def _worded(request: Request, plan: Plan, form: GuidanceForm | InvitationForm) -> OfficialDocument:
    office = office_of(plan.document.unit, request.actor.day)
    if isinstance(form, InvitationForm):
        occasion = form.cleaned_data["occasion"]
        return invitation(facts_of(plan.document), office, occasion, form.meeting())
    read = checked(written(*plan_as_paper(plan, request.actor.day)).text)
    audience, by_day = form.cleaned_data["audience"], form.cleaned_data["own_plan_by"]
    return guidance_for(read, office, audience=audience, own_plan_by=by_day)


@require_safe
def follow_up(request: Request, pk: int) -> HttpResponse:
    """The paper as it will be printed, and its next step."""
    return follow_up_page(request, get_follow_up(request, pk), 200)


def follow_up_page(request: Request, row: FollowUp, status: int, **extra: Any) -> HttpResponse:
    actor, paper = request.actor, row.document
    context = {
        "follow_up": row,
        "paper": paper,
        "look": look_of(paper),
        "recipients": list(paper.recipients.all()),
        "files": archive.files_of(paper, actor),
        "may_edit": policies.may_edit_follow_up(actor, row),
        "may_restore": papers.may_restore(actor, paper),
        "may_withdraw": papers.may_withdraw(actor, paper),
        "may_return": papers.may_return(actor, paper),
        "may_sign": paper.status == DocumentStatus.SUBMITTED and papers.may_sign(actor, paper),
        "may_issue": papers.may_issue(actor, paper),
        "return_form": ReturnForm(),
    }
    if context["may_issue"]:
        kept = list(archive.unused_reservations(paper.unit, actor.day.year))
        context["issue_form"] = IssueForm(kept=kept, initial={"dated": actor.day})
        context["prospect"] = archive.prospect_of(paper, actor.day)
    return render(request, "plans/follow_up.html", context | extra, status=status)


@require_http_methods(BOTH)
def edit(request: Request, pk: int) -> HttpResponse:
    """Head, paragraphs and recipients of the draft in one form."""
    row = get_follow_up(request, pk)
    require(policies.may_edit_follow_up(request.actor, row))
    form = FollowUpForm(**posted(request), initial=_initial(row))
    context = {"follow_up": row, "paper": row.document, "form": form}
    if request.method != "POST" or not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return render(request, "plans/follow_up_edit.html", context, status=status)
    if reason := why_stale(row, form.cleaned_data["version"]):
        form.add_error(None, reason)
        return render(request, "plans/follow_up_edit.html", context, status=409)
    if carried_out(form, lambda: _save(request, row, form)) is None:
        return render(request, "plans/follow_up_edit.html", context, status=409)
    messages.success(request, _("Đã lưu bản thảo lúc %(time)s.") % {"time": f"{clock.now():%H:%M}"})
    return redirect(row)


def _initial(row: FollowUp) -> dict[str, Any]:
    paper = row.document
    lines = paper.recipients.order_by("position").values_list("printed", flat=True)
    head = {name: getattr(paper, name) for name in ("title", "symbol", "place")}
    words = {"text": typed_of(row), "recipients": "\n".join(lines)}
    return head | words | {"version": row.version}


def _save(request: Request, row: FollowUp, form: FollowUpForm) -> FollowUp:
    return actions.save_follow_up(
        follow_up=row,
        version=form.cleaned_data["version"],
        words=actions.FollowUpWords(**form.words()),
        by=request.actor,
        at=clock.now(),
    )


@require_safe
def preview(request: Request, pk: int) -> HttpResponse:
    """The paper before it is issued, as PDF or as Word."""
    document, profile = as_paper(get_follow_up(request, pk), request.actor.day)
    word = request.GET.get("dang") == "word"
    data = write_docx(document, profile) if word else write_pdf(document, profile)
    response = HttpResponse(data, content_type=WORD if word else "application/pdf")
    how, name = ("attachment", "ban-thao.docx") if word else ("inline", "ban-thao.pdf")
    response["Content-Disposition"] = f'{how}; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response


def get_follow_up(request: Request, pk: int) -> FollowUp:
    return get_object_or_404(queries.follow_ups_visible_to(request.actor), pk=pk)
