"""One account as its superior sees it: slips, devices, lock; reset with a reason."""

from axes.models import AccessAttempt
from django.conf import settings
from django.contrib import messages
from django.db.models import Value
from django.db.models.functions import Now
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.core import clock
from thidua.core.posted import carried_out
from thidua.core.verdict import require
from thidua.org.actions.locking import let_in_again, lock_account, unlock_account
from thidua.org.actions.slips import reset_account
from thidua.org.actor import Actor
from thidua.org.forms.accounts import ReasonForm
from thidua.org.http import Request
from thidua.org.models import User
from thidua.org.oidc.providers import providers
from thidua.org.policies.accounts import may_keep_account
from thidua.org.policies.recovering import may_ask_recovery
from thidua.org.queries import accounts as queries
from thidua.org.second_factor.demand import demand_of
from thidua.org.second_factor.held import has_factor


@require_safe
def account(request: Request, pk: int) -> HttpResponse:
    """Whose it is, whether it works, and what may be done about it."""
    user = _get(request, pk)
    now = clock.now()
    posts = queries.posts_behind(user, request.actor)
    slips = user.slips.select_related("batch__made_by__person").order_by("-pk")[:20]
    context = {
        "account_user": user,
        "posts": posts,
        "held": [post for post in posts if post.ends_on is None or post.ends_on > now.date()],
        "slips": [(slip, queries.slip_look(slip, now)) for slip in slips],
        "devices": queries.devices_of(user, now).count(),
        "kept_out": _kept_out(user),
        "may_keep": may_keep_account(request.actor, user, posts),
        "guarded": has_factor(user),
        "elsewhere": bool(providers()),
        "may_ask": may_ask_recovery(request.actor, user, posts),
        "waiver": user.waivers.order_by("-pk").first(),
        "demand": demand_of(Actor.of(user, request.actor.day)),
        "today": request.actor.day,
        "recovery": user.recoveries.filter(confirmed=None).first(),
    }
    return render(request, "org/accounts/account.html", context)


def _kept_out(user: User) -> bool:
    """Whether wrong passwords keep somebody out of it right now."""
    # The attempts are stamped with the real time, also where the day is an assumed one.
    attempts = AccessAttempt.objects.filter(
        username=user.username,
        failures_since_start__gte=settings.AXES_FAILURE_LIMIT,
        attempt_time__gte=Now() - Value(settings.AXES_COOLOFF_TIME),
    )
    return bool(attempts.exists())


@require_http_methods(["GET", "HEAD", "POST"])
def reset(request: Request, pk: int) -> HttpResponse:
    """Ask for the reason, then take the password away and print a slip."""
    user = _get(request, pk)
    require(may_keep_account(request.actor, user, queries.posts_behind(user, request.actor)))
    form = ReasonForm(request.POST or None, initial={"once": get_random_string(22)})
    if request.method != "POST" or not form.is_valid():
        return _reason_page(request, user, form, "reset", 422)
    data = form.cleaned_data
    batch = carried_out(
        form,
        lambda: reset_account(
            user=user,
            reason=data["reason"],
            once=data["once"] or get_random_string(22),
            by=request.actor,
            at=clock.now(),
        ),
    )
    if batch is None:
        return _reason_page(request, user, form, "reset", 409)
    messages.success(
        request,
        _("Đã đặt lại tài khoản %(name)s: mật khẩu cũ hết hiệu lực, mọi máy đã đăng xuất.")
        % {"name": user.username},
    )
    return redirect("org:slips", batch.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def lock(request: Request, pk: int) -> HttpResponse:
    """Ask for the reason, then lock."""
    user = _get(request, pk)
    require(may_keep_account(request.actor, user, queries.posts_behind(user, request.actor)))
    form = ReasonForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _reason_page(request, user, form, "lock", 422)
    reason = form.cleaned_data["reason"]
    done = carried_out(
        form, lambda: lock_account(user=user, reason=reason, by=request.actor, at=clock.now())
    )
    if done is None:
        return _reason_page(request, user, form, "lock", 409)
    messages.success(request, _("Đã khóa tài khoản %(name)s.") % {"name": user.username})
    return redirect("org:account", user.pk)


@require_POST
def unlock(request: Request, pk: int) -> HttpResponse:
    user = _get(request, pk)
    unlock_account(user=user, by=request.actor, at=clock.now())
    messages.success(request, _("Đã mở khóa tài khoản %(name)s.") % {"name": user.username})
    return redirect("org:account", user.pk)


@require_POST
def let_in(request: Request, pk: int) -> HttpResponse:
    """End the waiting time after too many wrong passwords."""
    user = _get(request, pk)
    let_in_again(user=user, by=request.actor, at=clock.now())
    messages.success(
        request, _("%(name)s đăng nhập được ngay, không phải đợi.") % {"name": user.username}
    )
    return redirect("org:account", user.pk)


def _reason_page(
    request: Request, user: User, form: ReasonForm, act: str, refused: int
) -> HttpResponse:
    context = {"account_user": user, "form": form, "act": act}
    status = refused if request.method == "POST" else 200
    return render(request, "org/accounts/reason.html", context, status=status)


def _get(request: Request, pk: int) -> User:
    return get_object_or_404(queries.accounts_visible_to(request.actor), pk=pk)
