"""Which accounts elsewhere open an account: taken away by its owner, kept by who resets it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from thidua.core import clock
from thidua.core.posted import carried_out
from thidua.core.verdict import require
from thidua.org.actions.identities import link_identity, unlink_identity
from thidua.org.forms.identities import IdentityForm
from thidua.org.http import Request
from thidua.org.models import Identity, User
from thidua.org.oidc.providers import label_of
from thidua.org.policies.accounts import may_keep_account
from thidua.org.queries.accounts import accounts_visible_to, posts_behind


@require_POST
def unlink(request: Request, pk: int) -> HttpResponse:
    """Of one's own account, or of one that one looks after."""
    mine = Identity.objects.filter(user=request.user)
    kept = Identity.objects.filter(user__in=accounts_visible_to(request.actor))
    identity = get_object_or_404((mine | kept).distinct(), pk=pk)
    unlink_identity(identity=identity, by=request.actor, at=clock.now())
    messages.success(
        request, _("Đã gỡ liên kết với %(label)s.") % {"label": label_of(identity.issuer)}
    )
    if identity.user_id == request.user.pk:
        return redirect("org:security")
    return redirect("org:identities", identity.user_id)


@require_http_methods(["GET", "HEAD", "POST"])
def identities(request: Request, pk: int) -> HttpResponse:
    """What opens the account of somebody below, and one more by its subject."""
    user: User = get_object_or_404(accounts_visible_to(request.actor), pk=pk)
    require(may_keep_account(request.actor, user, posts_behind(user, request.actor)))
    form = IdentityForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = carried_out(
            form,
            lambda: link_identity(user=user, **form.cleaned_data, by=request.actor, at=clock.now()),
        )
        if made is not None:
            messages.success(request, _("Đã liên kết tài khoản của %(name)s.") % {"name": user})
            return redirect("org:identities", user.pk)
    context = {
        "account_user": user,
        "form": form,
        "identities": [(one, label_of(one.issuer)) for one in user.identities.order_by("pk")],
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "org/security/identities.html", context, status=status)
