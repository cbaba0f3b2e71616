"""Taking a lost second factor away: one officer asks, another confirms."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.core import clock
from thidua.core.posted import carried_out
from thidua.core.verdict import require
from thidua.org.actions.recovering import ask_recovery, confirm_recovery, decline_recovery
from thidua.org.forms.accounts import ReasonForm
from thidua.org.http import Request
from thidua.org.models import FactorRecovery
from thidua.org.policies.accounts import may_look_at_accounts
from thidua.org.policies.recovering import may_ask_recovery, may_decide_recovery
from thidua.org.queries.accounts import accounts_visible_to, posts_behind
from thidua.org.queries.recovering import (
    recoveries_visible_to,
    recovery_to_know_of,
    waivers_visible_to,
)

ROWS = 50


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: Request, pk: int) -> HttpResponse:
    """The reason; then it waits for a second officer."""
    user = get_object_or_404(accounts_visible_to(request.actor), pk=pk)
    require(may_ask_recovery(request.actor, user, posts_behind(user, request.actor)))
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        made = carried_out(
            form,
            lambda: ask_recovery(user=user, reason=reason, by=request.actor, at=clock.now()),
        )
        if made is not None:
            messages.success(request, _("Đã ghi đề nghị. Chờ một cán bộ khác xác nhận."))
            return redirect("org:recoveries")
    context = {"account_user": user, "form": form}
    status = 409 if request.method == "POST" else 200
    return render(request, "org/security/ask.html", context, status=status)


@require_safe
def recoveries(request: Request) -> HttpResponse:
    """What waits for a second officer, then what was decided."""
    require(may_look_at_accounts(request.actor))
    rows = Paginator(recoveries_visible_to(request.actor), ROWS).get_page(request.GET.get("page"))
    context = {"recoveries": rows, "waivers": waivers_visible_to(request.actor)[:ROWS]}
    return render(request, "org/security/recoveries.html", context)


@require_safe
def recovery(request: Request, pk: int) -> HttpResponse:
    """One request: who asked, why, and what confirming does."""
    found = _get(request, pk)
    context = {
        "recovery": found,
        "posts": posts_behind(found.user, request.actor),
        "may_decide": may_decide_recovery(
            request.actor, found, posts_behind(found.user, request.actor)
        ),
        "own": found.asked_by_id == request.user.pk,
    }
    return render(request, "org/security/recovery.html", context)


@require_POST
def confirm(request: Request, pk: int) -> HttpResponse:
    """Take the factors and the password away, and go to the new slip."""
    found = _get(request, pk)
    batch = confirm_recovery(recovery=found, by=request.actor, at=clock.now())
    messages.success(
        request,
        _("Đã gỡ xác thực hai lớp của %(name)s. In phiếu và đưa tận tay.") % {"name": found.user},
    )
    return redirect("org:slips", batch.pk)


@require_POST
def decline(request: Request, pk: int) -> HttpResponse:
    """The account stays as it is."""
    decline_recovery(recovery=_get(request, pk), by=request.actor, at=clock.now())
    messages.success(request, _("Đã bỏ đề nghị. Tài khoản giữ nguyên."))
    return redirect("org:recoveries")


@require_POST
def stop(request: Request) -> HttpResponse:
    """The owner of the account has not asked for it."""
    recovery = recovery_to_know_of(request.user, clock.now())
    if recovery is None:
        messages.warning(request, _("Không còn đề nghị nào đang chờ."))
        return redirect("org:security")
    decline_recovery(recovery=recovery, by=request.actor, at=clock.now())
    messages.success(
        request,
        _("Đã dừng đề nghị. Tài khoản giữ nguyên. Hãy hỏi %(asker)s vì sao có đề nghị này.")
        % {"asker": recovery.asked_by},
    )
    return redirect("org:security")


def _get(request: Request, pk: int) -> FactorRecovery:
    return get_object_or_404(recoveries_visible_to(request.actor), pk=pk)
