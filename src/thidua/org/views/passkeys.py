"""Passkeys: one more for one's account, and one as the second half of signing in. On demand."""

from http import HTTPStatus

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from thidua.core import clock
from thidua.core.posted import carried_out
from thidua.org.actions.factors import add_passkey, passkey_used
from thidua.org.entering import enter
from thidua.org.forms.second_factor import AnswerForm, PasskeyForm
from thidua.org.http import Request
from thidua.org.models import User
from thidua.org.second_factor.due import note_due
from thidua.org.second_factor.held import factors_of
from thidua.org.second_factor.passkeys import asked_to_make, asked_to_prove, made, proven
from thidua.org.second_factor.pending import waiting
from thidua.org.second_factor.places import usable_at
from thidua.org.second_factor.proof import has_proof
from thidua.org.views.mine import OWN
from thidua.org.views.second_factor import may_try, refused


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: Request) -> HttpResponse:
    """A name and the password; the browser makes the key when the button is pressed."""
    request.section = OWN
    if not usable_at(request.get_host(), secure=request.is_secure()):
        messages.warning(request, _("Khóa của máy chỉ dùng được khi mở hệ thống bằng https."))
        return redirect("org:security")
    form = PasskeyForm(request.POST or None, user=request.user, proven=has_proof(request))
    first = not factors_of(request.user)
    if request.method == "POST" and form.is_valid() and _added(request, form):
        note_due(request, request.user)
        messages.success(request, _("Đã thêm khóa."))
        return redirect("org:codes" if first else "org:security")
    # What was answered belongs to the challenge before: the page asks anew with an empty answer.
    context = {"form": form, "blank": AnswerForm(), "options": asked_to_make(request.user)}
    status = 422 if request.method == "POST" else 200
    return render(request, "org/security/passkey.html", context, status=status)


def _added(request: Request, form: PasskeyForm) -> bool:
    data = form.cleaned_data

    def act() -> Authenticator:
        key = made(data["credential"])
        return add_passkey(name=data["name"], credential=key, by=request.actor, at=clock.now())

    return carried_out(form, act) is not None


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest) -> HttpResponse:
    """The second half of signing in by a passkey. Wrong answers count like wrong codes."""
    found = waiting(request)
    if found is None:
        messages.warning(
            request,
            _("Hãy đăng nhập lại từ đầu: bước này chỉ chờ 10 phút sau khi gõ đúng mật khẩu."),
        )
        return redirect("org:login")
    user, then = found
    if not factors_of(user).passkeys:
        return redirect("org:second_factor")
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if may_try(request, user) and _proven(user, form):
            enter(request, user)
            return redirect(then)
        reason = refused(request, user)
        if not form.errors:
            form.add_error(None, reason)
    return _page(request, user, form)


def _proven(user: User, form: AnswerForm) -> bool:
    key = carried_out(form, lambda: proven(user, form.cleaned_data["credential"]))
    if key is None:
        return False
    passkey_used(key, clock.now())
    return True


def _page(request: HttpRequest, user: User, form: AnswerForm) -> HttpResponse:
    status = HTTPStatus.CONFLICT if request.method == "POST" else HTTPStatus.OK
    context = {
        "form": form,
        "blank": AnswerForm(),
        "person": user,
        "options": asked_to_prove(user),
    }
    return render(request, "org/security/passkey_step.html", context, status=status)
