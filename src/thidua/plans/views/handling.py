"""From the draft to the issued plan: submit, return, sign, issue; and looking at it on paper."""

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST, require_safe

from thidua.core import clock
from thidua.core.posted import carried_out, sent_anew
from thidua.core.verdict import require
from thidua.documents import actions as documents
from thidua.documents import policies as papers
from thidua.documents.models import BookEntry
from thidua.documents.queries import prospect_of, unused_reservations
from thidua.org.http import Request
from thidua.plans import actions, queries
from thidua.plans.forms import IssueForm, ReturnForm
from thidua.plans.models import Plan
from thidua.plans.reviewed import as_paper
from thidua.plans.views.plans import TEXT, get_plan, plan_context
from vanban.writing.docx import write_docx
from vanban.writing.pdf import write_pdf

_ASK_AGAIN = gettext_lazy(
    "Chưa ban hành. Hãy xem điều lưu ý về ngày văn bản; vẫn đúng thì bấm Cấp số, ban hành lần nữa."
)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_POST
def submit(request: Request, pk: int) -> HttpResponse:
    """Hand the draft to whoever signs."""
    plan = get_plan(request, pk)
    actions.submit_plan(plan=plan, by=request.actor, at=clock.now())
    messages.success(request, _("Đã trình ký lúc %(time)s.") % {"time": f"{clock.now():%H:%M}"})
    return redirect(plan)


@require_POST
def withdraw(request: Request, pk: int) -> HttpResponse:
    """Take the submission back, to go on writing."""
    plan = get_plan(request, pk)
    documents.withdraw_submission(document=plan.document, by=request.actor, at=clock.now())
    messages.success(request, _("Đã rút lại để sửa tiếp."))
    return redirect(plan)


@require_POST
def return_(request: Request, pk: int) -> HttpResponse:
    """Send the plan back to its author, with the reason."""
    plan = get_plan(request, pk)
    require(papers.may_return(request.actor, plan.document))
    form = ReturnForm(request.POST)
    if not form.is_valid():
        return _page(request, plan, 422, return_form=form)
    documents.return_document(
        document=plan.document,
        reason=form.cleaned_data["reason"],
        by=request.actor,
        at=clock.now(),
    )
    messages.success(request, _("Đã trả lại để sửa."))
    return redirect(plan)


@require_POST
def sign(request: Request, pk: int) -> HttpResponse:
    """The act of *duyệt ký*: on record here, no digital signature."""
    plan = get_object_or_404(queries.plans_to_act_on(request.actor), pk=pk)
    require(papers.may_sign_as_read(sent_anew=sent_anew(request, plan.document.submitted_at)))
    documents.sign_document(document=plan.document, by=request.actor, at=clock.now())
    messages.success(request, _("Đã duyệt ký lúc %(time)s.") % {"time": f"{clock.now():%H:%M}"})
    return redirect(plan)


@require_POST
def issue(request: Request, pk: int) -> HttpResponse:
    """Number, freeze, write Word and PDF, send.

    What is odd about the date is said first: the page comes back once, and a second press issues.
    """
    plan = get_object_or_404(queries.plans_to_act_on(request.actor), pk=pk)
    paper = plan.document
    require(papers.may_issue(request.actor, paper))
    kept = list(unused_reservations(paper.unit, request.actor.day.year))
    form = IssueForm(request.POST, kept=kept)
    if not form.is_valid():
        return _page(request, plan, 422, issue_form=form)
    dated, reserved = form.cleaned_data["dated"], form.cleaned_data["reserved"]
    prospect = prospect_of(paper, dated, reserved)
    if prospect.warnings and form.cleaned_data["warned"] != dated:
        messages.warning(request, _ASK_AGAIN)
        return _page(request, plan, 422, issue_form=form, prospect=prospect)
    issued = carried_out(form, lambda: _issue(request, plan, dated, reserved))
    if issued is None:
        return _page(request, plan, 409, issue_form=form, prospect=prospect)
    messages.success(request, _issued(issued))
    return redirect(issued)


def _issue(request: Request, plan: Plan, dated: date, reserved: BookEntry | None) -> Plan:
    return actions.issue_plan(
        plan=plan, dated=dated, reserved=reserved, by=request.actor, at=clock.now()
    )


def _issued(plan: Plan) -> str:
    sent = queries.receivers(plan.document)
    if not sent:
        return _("Đã ban hành %(paper)s. Không có nơi nhận nào để gửi qua hệ thống.") % {
            "paper": plan
        }
    return ngettext(
        "Đã ban hành %(paper)s và gửi đến %(count)s nơi nhận.",
        "Đã ban hành %(paper)s và gửi đến %(count)s nơi nhận.",
        sent,
    ) % {"paper": plan, "count": sent}


@require_POST
def discard(request: Request, pk: int) -> HttpResponse:
    """Put a draft away. It stays in the list and can be brought back."""
    plan = get_plan(request, pk)
    documents.discard_draft(document=plan.document, by=request.actor, at=clock.now())
    messages.success(request, _("Đã bỏ bản thảo. Mở trang này để lấy lại."))
    return redirect(plan)


@require_POST
def restore(request: Request, pk: int) -> HttpResponse:
    """Bring a discarded draft back as it was."""
    plan = get_plan(request, pk)
    documents.restore_draft(document=plan.document, by=request.actor, at=clock.now())
    messages.success(request, _("Đã lấy lại bản thảo."))
    return redirect(plan)


@require_safe
def preview(request: Request, pk: int) -> HttpResponse:
    """A plan on paper before it is issued, as PDF or as Word to be worked on elsewhere."""
    plan = get_plan(request, pk)
    document, profile = as_paper(plan, request.actor.day)
    word = request.GET.get("dang") == "word"
    data = write_docx(document, profile) if word else write_pdf(document, profile)
    response = HttpResponse(data, content_type=WORD if word else "application/pdf")
    how, name = ("attachment", "ban-thao.docx") if word else ("inline", "ban-thao.pdf")
    response["Content-Disposition"] = f'{how}; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response


def _page(request: Request, plan: Plan, status: int, **extra: object) -> HttpResponse:
    context = plan_context(request, plan, TEXT, **extra)
    return render(request, "plans/detail.html", context, status=status)
