"""My account: for whom I act, my password, my devices."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.core import clock
from thidua.core.asked import asked_number
from thidua.org.actions.devices import end_device, end_other_devices, renew_device
from thidua.org.actions.passwords import change_password
from thidua.org.forms.passwords import ChangePasswordForm
from thidua.org.http import ACTING_UNIT, Request
from thidua.org.models import Unit
from thidua.org.queries import accounts as queries
from thidua.org.second_factor.proof import has_proof

OWN = "org:mine"
"""No entry of the navigation: these pages are reached from the name at the top."""


@require_safe
def mine(request: Request) -> HttpResponse:
    """Posts, units to act for, devices; told plainly when every post has ended."""
    request.section = OWN
    actor = request.actor
    names = Unit.objects.in_bulk(actor.unit_ids)
    context = {
        "posts": [(post, names[post.unit_id]) for post in actor.posts],
        "several": len(actor.unit_ids) > 1,
        "acting": actor.posts[0].unit_id if actor.posts else None,
        "ended": [] if actor.posts else queries.posts_behind(actor.user, actor),
        "devices": queries.devices_of(actor.user, clock.now()),
        "here": request.session.session_key,
    }
    return render(request, "org/accounts/mine.html", context)


@require_POST
def switch(request: Request) -> HttpResponse:
    """Act for another of one's units from now on; the letterhead follows."""
    unit = asked_number(request.POST.get("unit", ""))
    if unit not in request.actor.unit_ids:
        raise Http404
    request.session[ACTING_UNIT] = unit
    messages.success(
        request,
        _("Bạn đang làm việc thay mặt %(unit)s.") % {"unit": Unit.objects.get(pk=unit)},
    )
    back = request.POST.get("next", "/")
    safe = url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure())
    return HttpResponseRedirect(back if safe else "/")


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def password(request: Request) -> HttpResponse:
    """Change one's password; every other device is signed out."""
    request.section = OWN
    form = ChangePasswordForm(request.POST or None, user=request.user, proven=has_proof(request))
    if request.method != "POST" or not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return render(request, "org/accounts/password.html", {"form": form}, status=status)
    before = str(request.session.session_key)
    user = change_password(
        password=form.cleaned_data["first"], keep=before, by=request.actor, at=clock.now()
    )
    update_session_auth_hash(request, user)
    renew_device(before=before, after=str(request.session.session_key))
    messages.success(request, _("Đã đổi mật khẩu. Các máy khác đã đăng xuất."))
    return redirect("org:mine")


@require_POST
def end(request: Request, pk: int) -> HttpResponse:
    """Sign one device out."""
    device = get_object_or_404(request.user.devices.filter(ended_at=None), pk=pk)
    end_device(device=device, by=request.actor, at=clock.now())
    if device.session_key == request.session.session_key:
        request.session.flush()
        return redirect("org:login")
    messages.success(request, _("Đã đăng xuất máy %(name)s.") % {"name": device.browser})
    return redirect("org:mine")


@require_POST
def end_others(request: Request) -> HttpResponse:
    """Sign every device out but this one."""
    keep = str(request.session.session_key)
    count = end_other_devices(keep=keep, by=request.actor, at=clock.now())
    messages.success(
        request,
        ngettext("Đã đăng xuất %(count)s máy khác.", "Đã đăng xuất %(count)s máy khác.", count)
        % {"count": count},
    )
    return redirect("org:mine")
