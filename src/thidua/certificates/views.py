"""Certificates of a decision: made, downloaded, handed over, revoked, replaced."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.awards.models import Award
from thidua.certificates import actions, policies, queries
from thidua.certificates.forms import HandOverForm, ReasonForm
from thidua.certificates.models import Certificate
from thidua.certificates.printing import address_of, label_of, sheets_of
from thidua.core import clock
from thidua.core.errors import DomainError
from thidua.core.htmx import page
from thidua.core.verdict import Verdict, require
from thidua.documents.models import Document
from thidua.files.http import download
from thidua.org.actor import Actor
from thidua.org.http import Request
from vanban.writing.certificate import draw_certificate, write_certificates

PER_PAGE = 30
MOST_AT_ONCE = 1000
TEXTS_ONLY = "phoi"
"""In the address: the stock has frame and emblem already."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the decision with the newest sheet made for it."""

    award: Award
    certificate: Certificate | None


@require_safe
def certificate_list(request: Request) -> HttpResponse:
    """Decisions with what was made and handed over; what others gave to people of ours."""
    decisions = queries.decisions_visible_to(request.actor)
    context = {
        "page": Paginator(decisions, PER_PAGE).get_page(request.GET.get("page")),
        "received": queries.received_by(request.actor)[:PER_PAGE],
    }
    return page(request, "certificates/list.html", context, fragment="decisions")


@require_safe
def decision(request: Request, pk: int) -> HttpResponse:
    """Everybody on one decision."""
    return render(request, "certificates/decision.html", _decision(request, _paper(request, pk)))


@require_POST
def make(request: Request, pk: int) -> HttpResponse:
    """Make the missing ones, all at once."""
    paper = _paper(request, pk)
    made = actions.make_certificates(decision=paper, by=request.actor, at=clock.now())
    words = ngettext("Đã làm %(count)s giấy khen.", "Đã làm %(count)s giấy khen.", made)
    nothing = _("Mọi người trong quyết định đã có giấy khen nên không làm thêm tờ nào.")
    messages.success(request, words % {"count": made} if made else nothing)
    return redirect("certificates:decision", pk)


@require_safe
def all_sheets(request: Request, pk: int) -> HttpResponse:
    """The valid ones in one PDF, a page each."""
    paper = _paper(request, pk)
    valid = list(queries.certificates_of(paper).filter(queries.VALID)[:MOST_AT_ONCE])
    if not valid:
        raise DomainError(_("Quyết định này chưa có giấy khen nào còn hiệu lực để tải."))
    sheets = sheets_of((one.award, one.code) for one in valid)
    data = write_certificates(sheets, texts_only=TEXTS_ONLY in request.GET)
    return _pdf(data, f"giay-khen-{pk}.pdf")


@require_POST
def hand_over(request: Request, pk: int) -> HttpResponse:
    """Note who got theirs, and when."""
    paper = _paper(request, pk)
    require(policies.may_keep(request.actor, paper.unit))
    waiting = queries.certificates_of(paper).filter(queries.VALID)
    form = HandOverForm(request.POST, waiting=waiting)
    if not form.is_valid():
        context = _decision(request, paper, form=form)
        return render(request, "certificates/decision.html", context, status=422)
    certificates, on = form.cleaned_data["certificates"], form.cleaned_data["on"]
    try:
        count = actions.hand_over(
            certificates=certificates, on=on, by=request.actor, at=clock.now()
        )
    except DomainError as refusal:
        form.add_error("on", str(refusal))
        context = _decision(request, paper, form=form)
        return render(request, "certificates/decision.html", context, status=409)
    words = ngettext(
        "Đã ghi %(count)s giấy khen trao ngày %(day)s.",
        "Đã ghi %(count)s giấy khen trao ngày %(day)s.",
        count,
    )
    messages.success(request, words % {"count": count, "day": f"{on:%d/%m/%Y}"})
    return redirect("certificates:decision", pk)


@require_safe
def detail(request: Request, pk: int) -> HttpResponse:
    """One sheet, as it was printed, and what became of it."""
    certificate = _certificate(request, pk)
    award, actor = certificate.award, request.actor
    (sheet,) = sheets_of([(award, certificate.code)])
    context = {
        "certificate": certificate,
        "award": award,
        "code": certificate.shown_code,
        "address": address_of(certificate.code),
        # Drawn by us; every word in it is escaped there.
        "drawing": SafeString(draw_certificate(sheet, label_of(award))),
        "others": queries.certificates_for(award).exclude(pk=certificate.pk),
        "may_open_decision": queries.decisions_visible_to(actor).filter(pk=award.decision_id),
        "may_take_back": policies.may_take_back(actor, certificate),
        "may_revoke": policies.may_revoke(actor, certificate),
        "may_replace": policies.may_replace(actor, certificate),
    }
    return render(request, "certificates/detail.html", context)


@require_safe
def file(request: Request, pk: int) -> HttpResponse:
    """The PDF as it was made; set anew for stock that has its frame already."""
    certificate = _certificate(request, pk)
    name = f"giay-khen-{certificate.shown_code}.pdf"
    if _is_locked(certificate):
        raise DomainError(_("Người trên giấy khen đã được ẩn danh nên không mở tệp này nữa."))
    if TEXTS_ONLY not in request.GET:
        return download(certificate.pdf, name)
    sheets = sheets_of([(certificate.award, certificate.code)])
    return _pdf(write_certificates(sheets, texts_only=True), name)


@require_POST
def take_back(request: Request, pk: int) -> HttpResponse:
    """Undo a hand-over noted by mistake."""
    certificate = _certificate(request, pk)
    actions.take_back_hand_over(certificate=certificate, by=request.actor, at=clock.now())
    messages.success(request, _("Đã bỏ ngày trao. Giấy khen này lại chờ trao."))
    return redirect(certificate)


@require_http_methods(["GET", "HEAD", "POST"])
def revoke(request: Request, pk: int) -> HttpResponse:
    """Asks once, naming the object, before a sheet counts no longer."""
    return _with_reason(
        request, pk, "certificates/revoke.html", policies.may_revoke, actions.revoke_certificate
    )


@require_http_methods(["GET", "HEAD", "POST"])
def replace(request: Request, pk: int) -> HttpResponse:
    """Another sheet with another code."""
    return _with_reason(
        request, pk, "certificates/replace.html", policies.may_replace, actions.replace_certificate
    )


def _with_reason(
    request: Request,
    pk: int,
    template: str,
    may: Callable[[Actor, Certificate], Verdict],
    act: Callable[..., Certificate],
) -> HttpResponse:
    certificate = _certificate(request, pk)
    require(may(request.actor, certificate))
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        done = act(certificate=certificate, reason=reason, by=request.actor, at=clock.now())
        messages.success(request, _done(certificate, done))
        return redirect(done)
    context = {"certificate": certificate, "code": certificate.shown_code, "form": form}
    return render(request, template, context, status=422 if form.is_bound else 200)


def _done(before: Certificate, after: Certificate) -> str:
    name = before.award.subject_name
    if after.pk == before.pk:
        return _("Đã thu hồi giấy khen của %(name)s.") % {"name": name}
    return _("Đã cấp lại giấy khen cho %(name)s, mã mới %(code)s.") % {
        "name": name,
        "code": after.shown_code,
    }


def _decision(
    request: Request, paper: Document, form: HandOverForm | None = None
) -> dict[str, object]:
    newest: dict[int, Certificate] = {}
    for certificate in queries.certificates_of(paper):
        newest.setdefault(certificate.award_id, certificate)
    rows = [Row(award, newest.get(award.pk)) for award in queries.awards_of(paper)]
    sheets = [row.certificate for row in rows if row.certificate]
    may_keep = policies.may_keep(request.actor, paper.unit)
    valid = [one for one in sheets if one.revoked_at is None]
    waiting = queries.certificates_of(paper).none()
    return {
        "paper": paper,
        "rows": rows,
        "missing": len(rows) - len(sheets),
        "valid": len(valid),
        "waiting": sum(one.handed_on is None for one in valid),
        "may_keep": may_keep,
        "form": form or HandOverForm(waiting=waiting, initial={"on": request.actor.day}),
        "chosen": set(request.POST.getlist("certificates")),
    }


def _paper(request: Request, pk: int) -> Document:
    return get_object_or_404(queries.decisions_visible_to(request.actor), pk=pk)


def _certificate(request: Request, pk: int) -> Certificate:
    return get_object_or_404(queries.certificates_visible_to(request.actor), pk=pk)


def _is_locked(certificate: Certificate) -> bool:
    """The PDF never changes and bears the name of somebody who is nameless now (PDP-11)."""
    person = certificate.award.nomination.person
    return person is not None and person.anonymised_on is not None


def _pdf(data: bytes, name: str) -> HttpResponse:
    response = HttpResponse(data, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
