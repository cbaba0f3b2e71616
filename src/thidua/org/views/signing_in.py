"""Getting in and out, and what is said when that fails."""

from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _

from thidua.core import clock
from thidua.org import sample_accounts
from thidua.org.actor import Actor
from thidua.org.entering import leave, proceed
from thidua.org.forms.signing_in import SignInForm
from thidua.org.oidc.providers import providers


@method_decorator(login_not_required, name="dispatch")
class SignIn(LoginView):
    """Django's own sign-in; on the sample year it shows the accounts one may try."""

    template_name = "registration/login.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        """Whoever holds no post any more is told so first; who has a second factor is asked."""
        user = form.get_user()
        then = self.get_success_url()
        if not Actor.of(user, clock.today()).posts and user.person_id is not None:
            then = reverse("org:mine")
        return redirect(proceed(self.request, user, then))

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        context = super().get_context_data(**kwargs)
        context["providers"] = providers()
        if settings.SAMPLE_DAY_FILE is not None:
            context["sample_accounts"] = sample_accounts.listed()
            context["sample_password"] = sample_accounts.PASSWORD
        return context


class SignOut(LogoutView):
    """Leaves the account; POST only."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        leave(request)
        answer: HttpResponse = super().post(request, *args, **kwargs)
        return answer


def locked_out(request: HttpRequest, *_args: object, **_kwargs: object) -> HttpResponse:
    """Too many wrong passwords: say so, for how long, and what to do."""
    minutes = int(settings.AXES_COOLOFF_TIME.total_seconds() // 60)
    problem = _(
        "Nhập sai mật khẩu %(limit)s lần nên tài khoản bị tạm khóa %(minutes)s phút. Hãy đợi rồi "
        "đăng nhập lại, hoặc nhờ người quản trị đặt lại mật khẩu."
    ) % {"limit": settings.AXES_FAILURE_LIMIT, "minutes": minutes}
    return render(request, "registration/locked.html", {"problem": problem}, status=429)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 -- so called
    """A form that outlived its session: nothing was saved; what was typed is still in the page."""
    return render(request, "403_csrf.html", status=403)
