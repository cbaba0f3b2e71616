"""Shared machines as the unit sees them: put one into the mode, end one from afar."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from thidua.core import clock
from thidua.org.actions.kiosks import end_kiosk, start_kiosk
from thidua.org.entering import leave
from thidua.org.forms.kiosks import KioskForm
from thidua.org.http import Request, asked_unit
from thidua.org.kiosk_mode import COOKIE, HOME
from thidua.org.queries.kiosks import kiosks_visible_to, machines_of, running
from thidua.org.views.people_asked import units_to_keep


@require_http_methods(["GET", "HEAD", "POST"])
def kiosks(request: Request) -> HttpResponse:
    """The shared machines of one unit. Starting one signs the account out on this machine."""
    units = units_to_keep(request)
    unit = asked_unit(request, units)
    form = KioskForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        status = 422 if request.method == "POST" else 200
        context = {
            "units": units,
            "unit": unit,
            "form": form,
            "running": running(machines_of(unit, request.actor), clock.now()),
        }
        return render(request, "org/kiosk/list.html", context, status=status)
    started = start_kiosk(unit=unit, by=request.actor, at=clock.now(), **form.cleaned_data)
    leave(request)
    response = redirect(HOME)
    response.set_cookie(
        COOKIE,
        started.token,
        max_age=form.cleaned_data["hours"] * 3600,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return response


@require_POST
def end(request: Request, pk: int) -> HttpResponse:
    """End a machine that stands elsewhere."""
    kiosk = get_object_or_404(kiosks_visible_to(request.actor), pk=pk)
    end_kiosk(kiosk=kiosk, by=request.actor, at=clock.now())
    messages.success(
        request, _("Đã kết thúc chế độ dùng chung của %(name)s.") % {"name": kiosk.name}
    )
    return redirect(f"{reverse('org:kiosks')}?unit={kiosk.unit.kept_by_id or kiosk.unit_id}")
