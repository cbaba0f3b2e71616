"""The first sign-in with a slip: name and code, then a password of one's own."""

from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.hashers import make_password
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from thidua.core import clock
from thidua.core.posted import carried_out
from thidua.org.actions.using_slips import SlipRefused, choose_password, slip_behind
from thidua.org.entering import proceed, take_a_fresh_key
from thidua.org.forms.accounts import SlipForm
from thidua.org.forms.passwords import NewPasswordForm
from thidua.org.guessing import must_wait, note_a_miss
from thidua.org.models import Slip

KEPT = "slip"
KEPT_SECONDS = 30 * 60


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def slip(request: HttpRequest) -> HttpResponse:
    """What stands on the slip. A right answer leads to the choice of a password."""
    if request.method != "POST":
        name = request.GET.get("u", "")[:150]
        return _slip_page(request, SlipForm(initial={"username": name}))
    form = SlipForm(request.POST)
    if not form.is_valid():
        return _slip_page(request, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    if must_wait(request, "slip"):
        form.add_error(None, _too_often())
        return _slip_page(request, form, HTTPStatus.TOO_MANY_REQUESTS)
    data = form.cleaned_data
    try:
        found = slip_behind(username=data["username"], typed=data["code"], at=clock.now())
    except SlipRefused as refusal:
        note_a_miss(request, "slip")
        form.add_error(None, str(refusal))
        return _slip_page(request, form, HTTPStatus.CONFLICT)
    take_a_fresh_key(request)
    request.session[KEPT] = {"pk": found.pk, "at": clock.now().timestamp()}
    return redirect("org:slip_password")


def _too_often() -> str:
    return _(
        "Từ mạng này vừa có quá nhiều lần gõ sai mã nên phải đợi 10 phút. Phiếu vẫn còn dùng được."
    )


def _slip_page(request: HttpRequest, form: SlipForm, status: int = 200) -> HttpResponse:
    return render(request, "org/accounts/slip.html", {"form": form}, status=status)


@login_not_required
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def slip_password(request: HttpRequest) -> HttpResponse:
    """Choose the password; the slip is used up with it, and the person is signed in."""
    found = _kept(request)
    if found is None:
        messages.warning(request, _("Hãy gõ lại tên đăng nhập và mã trên phiếu."))
        return redirect("org:slip")
    form = NewPasswordForm(request.POST or None, user=found.user)
    if request.method != "POST" or not form.is_valid():
        status = HTTPStatus.UNPROCESSABLE_ENTITY if request.method == "POST" else HTTPStatus.OK
        return _password_page(request, form, found, status)
    user = carried_out(
        form,
        lambda: choose_password(
            slip=found, password=make_password(form.cleaned_data["first"]), at=clock.now()
        ),
    )
    if user is None:
        return _password_page(request, form, found, HTTPStatus.CONFLICT)
    request.session.pop(KEPT, None)
    then = proceed(request, user, reverse("home:desk"))
    messages.success(
        request,
        _("Đã đặt mật khẩu. Từ lần sau bạn đăng nhập bằng %(name)s và mật khẩu này.")
        % {"name": user.username},
    )
    return redirect(then)


def _kept(request: HttpRequest) -> Slip | None:
    """The slip whose code was typed in this browser within the last half hour."""
    kept = request.session.get(KEPT)
    if not kept or clock.now().timestamp() - kept["at"] > KEPT_SECONDS:
        return None
    return Slip.objects.select_related("user__person").filter(pk=kept["pk"]).first()


def _password_page(
    request: HttpRequest, form: NewPasswordForm, found: Slip, status: int
) -> HttpResponse:
    context = {"form": form, "user_name": found.user.username, "person": found.user}
    return render(request, "org/accounts/slip_password.html", context, status=status)
