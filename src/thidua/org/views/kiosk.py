"""What a shared machine shows: one field for a code, the way out for the next person, the end."""

from http import HTTPStatus

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from thidua.core import clock
from thidua.core.posted import carried_out
from thidua.org.actions.kiosks import end_by_pin
from thidua.org.codes import read_code
from thidua.org.forms.kiosks import DoorForm, PinForm
from thidua.org.kiosk_mode import COOKIE, kiosk_of
from thidua.org.models import Kiosk


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def home(request: HttpRequest) -> HttpResponse:
    """One field: a code from one's slip, or the code of the pledge on the wall."""
    kiosk = kiosk_of(request)
    if kiosk is None:
        return _ordinary_again()
    form = DoorForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        address = _behind(form.cleaned_data["code"])
        if address:
            return redirect(address)
        form.add_error("code", _("Mã chỉ gồm chữ cái và chữ số. Hãy xem lại mã trên phiếu."))
    _forget_who_was_here(request)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    context = {"kiosk": kiosk, "form": form}
    return render(request, "org/kiosk/home.html", context, status=status)


def _behind(typed: str) -> str:
    """The page a code opens: slips have ten signs of few letters, codes of pledges others too."""
    code = read_code(typed)
    if code:
        return reverse("org:link", args=[code.lower()])
    try:
        return reverse("public:pledge", args=[typed.strip().lower().replace(" ", "")])
    except NoReverseMatch:
        return ""


@login_not_required
@require_POST
def done(request: HttpRequest) -> HttpResponse:
    """The next person, please: nothing of the last one stays in this browser."""
    if kiosk_of(request) is None:
        return _ordinary_again()
    _forget_who_was_here(request)
    response = redirect("org:kiosk_home")
    # Drafts typed on the page live in its storage; where the browser listens it empties that too.
    response["Clear-Site-Data"] = '"storage", "cache"'
    return response


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def end(request: HttpRequest) -> HttpResponse:
    """The PIN makes it an ordinary machine again."""
    kiosk = kiosk_of(request)
    if kiosk is None:
        return _ordinary_again()
    form = PinForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _end_page(request, kiosk, form)
    ended = carried_out(
        form, lambda: end_by_pin(kiosk=kiosk, pin=form.cleaned_data["pin"], at=clock.now())
    )
    if ended:
        return _ordinary_again()
    if ended is False:
        form.add_error("pin", _("Mã PIN chưa đúng."))
    return _end_page(request, kiosk, form)


def _end_page(request: HttpRequest, kiosk: Kiosk, form: PinForm) -> HttpResponse:
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "org/kiosk/end.html", {"kiosk": kiosk, "form": form}, status=status)


def _forget_who_was_here(request: HttpRequest) -> None:
    if not request.session.is_empty():
        request.session.flush()


def _ordinary_again() -> HttpResponse:
    response = redirect("org:login")
    response.delete_cookie(COOKIE)
    return response
