"""A paper born from a plan on its way: submit, return, sign, issue."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.core import clock
from thidua.core.posted import carried_out, sent_anew
from thidua.core.verdict import require
from thidua.documents import actions as documents
from thidua.documents import policies as papers
from thidua.documents import queries as archive
from thidua.documents.models import BookEntry
from thidua.org.http import Request
from thidua.plans import actions
from thidua.plans.forms import (
    IssueForm,
    ReturnForm,
)
from thidua.plans.models import FollowUp
from thidua.plans.views.follow_ups import follow_up_page, get_follow_up


@require_POST
def handle(request: Request, pk: int, deed: str) -> HttpResponse:
    """Submit, withdraw, sign, discard or restore: the deeds that need no words."""
    row = get_follow_up(request, pk)
    if deed not in DEEDS:
        raise Http404
    act, said = DEEDS[deed]
    if deed == "sign":
        anew = sent_anew(request, row.document.submitted_at)
        require(papers.may_sign_as_read(sent_anew=anew))
    act(document=row.document, by=request.actor, at=clock.now())
    messages.success(request, said())
    return redirect(row)


@require_POST
def return_(request: Request, pk: int) -> HttpResponse:
    """Send the paper back to its author, with the reason."""
    row = get_follow_up(request, pk)
    require(papers.may_return(request.actor, row.document))
    form = ReturnForm(request.POST)
    if not form.is_valid():
        return follow_up_page(request, row, 422, return_form=form)
    documents.return_document(
        document=row.document,
        reason=form.cleaned_data["reason"],
        by=request.actor,
        at=clock.now(),
    )
    messages.success(request, _("Đã trả lại để sửa."))
    return redirect(row)


@require_POST
def issue(request: Request, pk: int) -> HttpResponse:
    """Number, freeze, write Word and PDF, send; what is odd about the date is said first."""
    row = get_follow_up(request, pk)
    paper = row.document
    require(papers.may_issue(request.actor, paper))
    kept = list(archive.unused_reservations(paper.unit, request.actor.day.year))
    form = IssueForm(request.POST, kept=kept)
    if not form.is_valid():
        return follow_up_page(request, row, 422, issue_form=form)
    dated, reserved = form.cleaned_data["dated"], form.cleaned_data["reserved"]
    prospect = archive.prospect_of(paper, dated, reserved)
    if prospect.warnings and form.cleaned_data["warned"] != dated:
        messages.warning(request, _("Chưa ban hành. Hãy xem điều lưu ý về ngày văn bản."))
        return follow_up_page(request, row, 422, issue_form=form, prospect=prospect)
    issued = carried_out(form, lambda: _issue(request, row, dated, reserved))
    if issued is None:
        return follow_up_page(request, row, 409, issue_form=form, prospect=prospect)
    messages.success(request, _("Đã ban hành %(paper)s.") % {"paper": issued})
    return redirect(issued)


def _issue(request: Request, row: FollowUp, dated: date, reserved: BookEntry | None) -> FollowUp:
    return actions.issue_follow_up(
        follow_up=row, dated=dated, reserved=reserved, by=request.actor, at=clock.now()
    )


DEEDS: dict[str, tuple[Callable[..., Any], Callable[[], str]]] = {
    "submit": (documents.submit_document, lambda: _("Đã trình ký.")),
    "withdraw": (documents.withdraw_submission, lambda: _("Đã rút lại để sửa tiếp.")),
    "sign": (documents.sign_document, lambda: _("Đã duyệt ký.")),
    "discard": (documents.discard_draft, lambda: _("Đã bỏ bản thảo. Mở trang này để lấy lại.")),
    "restore": (documents.restore_draft, lambda: _("Đã lấy lại bản thảo.")),
}
