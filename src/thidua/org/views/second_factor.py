"""The second half of signing in: a code of the app, or one on paper."""

from http import HTTPStatus

from axes.handlers.proxy import AxesProxyHandler
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.signals import user_login_failed
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from thidua.core import clock
from thidua.org.actions.factors import prove
from thidua.org.entering import enter, proceed
from thidua.org.forms.second_factor import CodeForm
from thidua.org.guessing import account_must_wait, note_a_miss_of
from thidua.org.models import User
from thidua.org.second_factor.held import factors_of, has_factor
from thidua.org.second_factor.pending import waiting


@login_not_required
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def second_factor(request: HttpRequest) -> HttpResponse:
    """Ask for the code. Wrong ones count towards the lock-out like wrong passwords."""
    found = waiting(request)
    if found is None:
        messages.warning(
            request,
            _("Hãy đăng nhập lại từ đầu: bước này chỉ chờ 10 phút sau khi gõ đúng mật khẩu."),
        )
        return redirect("org:login")
    user, then = found
    if not has_factor(user):  # taken away in another tab since the password was typed
        return redirect(proceed(request, user, then))
    form = CodeForm(request.POST or None)
    if request.method != "POST":
        return _page(request, user, form, HTTPStatus.OK)
    if not form.is_valid():
        return _page(request, user, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    if may_try(request, user) and prove(user=user, typed=form.cleaned_data["code"], at=clock.now()):
        enter(request, user)
        return redirect(then)
    form.add_error("code", refused(request, user))
    return _page(request, user, form, HTTPStatus.CONFLICT)


def may_try(request: HttpRequest, user: User) -> bool:
    """Whether neither this address nor this account has guessed too often."""
    free = AxesProxyHandler.is_allowed(request, {"username": user.username})
    return bool(free) and not account_must_wait("factor", user.pk)


def refused(request: HttpRequest, user: User) -> str:
    """Count the wrong proof and say what may be wrong; after too many the lock-out page answers."""
    if account_must_wait("factor", user.pk):
        return _(
            "Tài khoản này vừa có quá nhiều lần gõ sai mã nên phải đợi 10 phút. Nếu không phải bạn "
            "gõ thì có người biết mật khẩu của bạn: hãy đổi mật khẩu."
        )
    credentials = {"username": user.username}
    user_login_failed.send(sender=__name__, credentials=credentials, request=request)
    note_a_miss_of("factor", user.pk)
    return _(
        "Mã chưa đúng hoặc đã dùng rồi. Mã trên ứng dụng đổi sau mỗi 30 giây; nếu vẫn sai, hãy xem "
        "điện thoại có đặt ngày giờ tự động không."
    )


def _page(request: HttpRequest, user: User, form: CodeForm, status: int) -> HttpResponse:
    context = {"form": form, "person": user, "factors": factors_of(user)}
    return render(request, "org/security/step.html", context, status=status)
