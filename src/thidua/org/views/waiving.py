"""Doing without an obligatory second factor for some time: one officer asks, another grants."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.core import clock
from thidua.core.posted import carried_out
from thidua.core.verdict import require
from thidua.org.actions.waiving import ask_waiver, decide_waiver, end_waiver
from thidua.org.forms.accounts import WaiverForm
from thidua.org.http import Request
from thidua.org.models import FactorWaiver
from thidua.org.policies.recovering import may_ask_recovery
from thidua.org.policies.waiving import may_decide_waiver, may_end_waiver
from thidua.org.queries.accounts import accounts_visible_to, posts_behind
from thidua.org.queries.recovering import waivers_visible_to


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: Request, pk: int) -> HttpResponse:
    """The reason and the last day; then it waits for a second officer."""
    user = get_object_or_404(accounts_visible_to(request.actor), pk=pk)
    require(may_ask_recovery(request.actor, user, posts_behind(user, request.actor)))
    form = WaiverForm(request.POST or None)
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        made = carried_out(
            form,
            lambda: ask_waiver(user=user, by=request.actor, at=clock.now(), **form.cleaned_data),
        )
        if made is not None:
            messages.success(request, _("Đã ghi đề nghị. Chờ một cán bộ khác xác nhận."))
            return redirect("org:waiver", made.pk)
        status = 409
    context = {"account_user": user, "form": form}
    return render(request, "org/security/waiver_ask.html", context, status=status)


@require_safe
def waiver(request: Request, pk: int) -> HttpResponse:
    """One request: who asked, why, until when, and what granting does."""
    found = _get(request, pk)
    posts = posts_behind(found.user, request.actor)
    context = {
        "waiver": found,
        "posts": posts,
        "may_decide": may_decide_waiver(request.actor, found, posts),
        "may_end": may_end_waiver(request.actor, found, posts),
        "own": found.asked_by_id == request.user.pk,
        "today": request.actor.day,
    }
    return render(request, "org/security/waiver.html", context)


@require_POST
def grant(request: Request, pk: int) -> HttpResponse:
    """From now on and until the last day nothing is asked of this account."""
    done = decide_waiver(waiver=_get(request, pk), granted=True, by=request.actor, at=clock.now())
    messages.success(
        request,
        _("Đã miễn xác thực hai lớp cho %(name)s đến hết ngày %(day)s.")
        % {"name": done.user, "day": f"{done.until:%d/%m/%Y}"},
    )
    return redirect("org:waiver", done.pk)


@require_POST
def decline(request: Request, pk: int) -> HttpResponse:
    """Everything stays as it is."""
    decide_waiver(waiver=_get(request, pk), granted=False, by=request.actor, at=clock.now())
    messages.success(request, _("Đã bỏ đề nghị. Tài khoản giữ nguyên."))
    return redirect("org:recoveries")


@require_POST
def end(request: Request, pk: int) -> HttpResponse:
    """Before its last day."""
    done = end_waiver(waiver=_get(request, pk), by=request.actor, at=clock.now())
    messages.success(
        request,
        _("Đã thôi miễn. Lần đăng nhập sau %(name)s phải bật xác thực hai lớp.")
        % {"name": done.user},
    )
    return redirect("org:waiver", done.pk)


def _get(request: Request, pk: int) -> FactorWaiver:
    return get_object_or_404(waivers_visible_to(request.actor), pk=pk)
