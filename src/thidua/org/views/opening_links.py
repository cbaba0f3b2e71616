"""Opening a one-time link: what it is for, for whom, and a proof, before anything is shown."""

from http import HTTPStatus

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from thidua.core import clock
from thidua.org.actions.links import LinkRefused, asks_for, link_behind, use_link
from thidua.org.codes import read_code
from thidua.org.entering import take_a_fresh_key
from thidua.org.forms.links import CodeForm, ProofForm
from thidua.org.guessing import must_wait, note_a_miss
from thidua.org.models import OneTimeLink
from thidua.org.opened_links import keep_opened
from thidua.org.purposes import PURPOSES
from thidua.org.queries.units import parent_of


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def link_code(request: HttpRequest) -> HttpResponse:
    """A code typed by hand, instead of the QR code."""
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        code = read_code(form.cleaned_data["code"])
        if code:
            return redirect("org:link", code.lower())
        form.add_error("code", _("Mã có 10 ký tự, không có số 0, 1, 2, 5, 8. Hãy xem lại."))
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "org/links/code.html", {"form": form}, status=status)


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def link(request: HttpRequest, token: str) -> HttpResponse:
    """Say what for and for whom; open after the proof."""
    if must_wait(request, "link"):
        return _stopped(request, _too_often(), HTTPStatus.TOO_MANY_REQUESTS)
    try:
        found = link_behind(token, clock.now())
        asked = asks_for(found.person)
        form = ProofForm(request.POST or None, asked=asked)
        if request.method == "POST" and form.is_valid():
            return _opened(request, found, form)
    except LinkRefused as refusal:
        note_a_miss(request, "link")
        return _stopped(request, str(refusal), HTTPStatus.GONE)
    return _page(request, found, form)


def _opened(request: HttpRequest, found: OneTimeLink, form: ProofForm) -> HttpResponse:
    if not use_link(link=found, proof=form.cleaned_data.get("proof", ""), at=clock.now()):
        note_a_miss(request, "link")
        form.add_error(
            "proof",
            _(
                "Chưa khớp với thông tin công đoàn đang giữ. Hãy xem lại rồi gõ lại; sai 5 "
                "lần thì phiếu bị hủy."
            ),
        )
        return _page(request, found, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    take_a_fresh_key(request)
    keep_opened(request, found)
    return redirect(PURPOSES[found.purpose].route)


def _too_often() -> str:
    return _("Từ mạng này vừa có quá nhiều lần gõ sai mã. Hãy đợi 10 phút rồi thử lại.")


def _page(
    request: HttpRequest, found: OneTimeLink, form: ProofForm, status: int = HTTPStatus.OK
) -> HttpResponse:
    context = {
        "link": found,
        "purpose": PURPOSES[found.purpose],
        "form": form,
        "superior": parent_of(found.unit, clock.today()),
    }
    return render(request, "org/links/open.html", context, status=status)


def _stopped(request: HttpRequest, reason: str, status: int) -> HttpResponse:
    return render(request, "org/links/stopped.html", {"reason": reason}, status=status)
