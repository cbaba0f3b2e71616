"""A decision from the draft to the award book: look, submit, return, sign, number and issue."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from thidua.awards import actions, policies, queries
from thidua.awards.decision import official
from thidua.awards.looks import list_hold
from thidua.awards.models import AwardList
from thidua.core import clock
from thidua.core.posted import carried_out, sent_anew
from thidua.core.verdict import require
from thidua.councils.queries import sessions_visible_to
from thidua.documents import actions as documents
from thidua.documents import policies as papers
from thidua.documents import queries as paper_queries
from thidua.documents.models import BookEntry, DocumentStatus
from thidua.documents.receipts import receipts_of
from thidua.org.http import Request
from thidua.plans.forms import IssueForm, ReturnForm
from vanban.writing.docx import write_docx
from vanban.writing.pdf import write_pdf
from vanban.writing.profiles import profile_for

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_safe
def decision(request: Request, pk: int) -> HttpResponse:
    """The list, its state, who holds it, and the next act."""
    return _page(request, get_list(request, pk), 200)


@require_safe
def preview(request: Request, pk: int) -> HttpResponse:
    """The decision on paper, as PDF or as Word to be worked on elsewhere."""
    one = get_list(request, pk)
    lines = list(one.lines.select_related("nomination"))
    recipients = list(one.document.recipients.values_list("printed", flat=True))
    document = official(one, lines, recipients)
    profile = profile_for(one.document.dated or request.actor.day)
    word = request.GET.get("dang") == "word"
    data = write_docx(document, profile) if word else write_pdf(document, profile)
    response = HttpResponse(data, content_type=WORD if word else "application/pdf")
    how, name = ("attachment", "quyet-dinh.docx") if word else ("inline", "quyet-dinh.pdf")
    response["Content-Disposition"] = f'{how}; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response


@require_POST
def submit(request: Request, pk: int) -> HttpResponse:
    """Hand the decision to whoever signs."""
    one = get_list(request, pk)
    actions.submit_list(award_list=one, by=request.actor, at=clock.now())
    messages.success(request, _("Đã trình ký lúc %(time)s.") % {"time": f"{clock.now():%H:%M}"})
    return redirect(one)


@require_POST
def withdraw(request: Request, pk: int) -> HttpResponse:
    """Take the submission back."""
    one = get_list(request, pk)
    documents.withdraw_submission(document=one.document, by=request.actor, at=clock.now())
    messages.success(request, _("Đã rút lại để sửa tiếp."))
    return redirect(one)


@require_POST
def return_(request: Request, pk: int) -> HttpResponse:
    """Send the decision back to its author, with the reason."""
    one = get_list(request, pk)
    require(papers.may_return(request.actor, one.document))
    form = ReturnForm(request.POST)
    if not form.is_valid():
        return _page(request, one, 422, return_form=form)
    reason = form.cleaned_data["reason"]
    documents.return_document(
        document=one.document, reason=reason, by=request.actor, at=clock.now()
    )
    messages.success(request, _("Đã trả lại để sửa."))
    return redirect(one)


@require_POST
def drop(request: Request, pk: int) -> HttpResponse:
    """Give the draft up; its nominations wait for another decision."""
    one = get_list(request, pk)
    actions.drop_list(award_list=one, by=request.actor, at=clock.now())
    messages.success(request, _("Đã bỏ bản thảo quyết định. Các đề nghị chờ quyết định khác."))
    return redirect("awards:decisions")


@require_POST
def sign(request: Request, pk: int) -> HttpResponse:
    """The act of *duyệt ký*: on record here, no digital signature."""
    one = get_object_or_404(queries.lists_to_act_on(request.actor), pk=pk)
    require(papers.may_sign_as_read(sent_anew=sent_anew(request, one.document.submitted_at)))
    documents.sign_document(document=one.document, by=request.actor, at=clock.now())
    messages.success(request, _("Đã duyệt ký lúc %(time)s.") % {"time": f"{clock.now():%H:%M}"})
    return redirect(one)


@require_POST
def issue(request: Request, pk: int) -> HttpResponse:
    """Number, freeze, write Word and PDF, fill the award book, send.

    What is odd about the date is said first; a second press issues.
    """
    one = get_object_or_404(queries.lists_to_act_on(request.actor), pk=pk)
    require(policies.may_issue_list(request.actor, one))
    paper = one.document
    kept = list(paper_queries.unused_reservations(paper.unit, request.actor.day.year))
    form = IssueForm(request.POST, kept=kept)
    if not form.is_valid():
        return _page(request, one, 422, issue_form=form)
    dated, reserved = form.cleaned_data["dated"], form.cleaned_data["reserved"]
    prospect = paper_queries.prospect_of(paper, dated, reserved)
    if prospect.warnings and form.cleaned_data["warned"] != dated:
        messages.warning(request, _("Chưa ban hành. Xem điều lưu ý, vẫn đúng thì bấm lần nữa."))
        return _page(request, one, 422, issue_form=form, prospect=prospect)
    issued = carried_out(form, lambda: _issue(request, one, dated, reserved))
    if issued is None:
        return _page(request, one, 409, issue_form=form, prospect=prospect)
    messages.success(request, _issued(issued))
    return redirect(issued)


def _issue(request: Request, one: AwardList, dated: date, reserved: BookEntry | None) -> AwardList:
    return actions.issue_list(
        award_list=one, dated=dated, reserved=reserved, by=request.actor, at=clock.now()
    )


def _issued(one: AwardList) -> str:
    count = one.document.awards.count()
    return ngettext(
        "Đã ban hành %(paper)s, ghi %(count)s dòng vào sổ vàng và gửi đến nơi nhận.",
        "Đã ban hành %(paper)s, ghi %(count)s dòng vào sổ vàng và gửi đến nơi nhận.",
        count,
    ) % {"paper": one, "count": count}


def get_list(request: Request, pk: int) -> AwardList:
    """The list, if they may know its decision exists."""
    visible = queries.lists_visible_to(request.actor).select_related(
        "document__drafted_by__person", "session__council"
    )
    return get_object_or_404(visible, pk=pk)


def _page(request: Request, one: AwardList, status: int, **extra: Any) -> HttpResponse:
    actor, paper = request.actor, one.document
    reviewing = policies.may_decide_for(actor, paper.unit)
    context: dict[str, Any] = {
        "list": one,
        "paper": paper,
        "hold": list_hold(one, actor),
        "lines": one.lines.select_related("nomination__unit", "nomination__award"),
        "reviewing": reviewing,
        "receipts": receipts_of(paper) if reviewing else [],
        "files": paper_queries.files_of(paper, actor),
        "session": sessions_visible_to(actor).filter(award_lists=one).first(),
        "may_edit": policies.may_edit_list(actor, one),
        "may_submit": policies.may_submit_list(actor, one),
        "may_withdraw": papers.may_withdraw(actor, paper),
        "may_return": papers.may_return(actor, paper),
        "may_sign": paper.status == DocumentStatus.SUBMITTED and papers.may_sign(actor, paper),
        "may_issue": papers.may_issue(actor, paper),
        "return_form": ReturnForm(),
    }
    if context["may_issue"]:
        kept = list(paper_queries.unused_reservations(paper.unit, actor.day.year))
        context["issue_form"] = IssueForm(kept=kept, initial={"dated": actor.day})
        context["prospect"] = paper_queries.prospect_of(paper, actor.day)
    return render(request, "awards/decision.html", context | extra, status=status)
