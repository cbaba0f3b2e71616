"""Whom to ask about personal data (PDP-09)."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from thidua.core import clock
from thidua.core.verdict import Verdict, require
from thidua.org.actions.fact_kinds import name_officer
from thidua.org.forms.guarded import OfficerForm
from thidua.org.http import Request, asked_unit
from thidua.org.models import Unit
from thidua.org.queries.guarded import officer_for
from thidua.org.rights import Right


@require_http_methods(["GET", "HEAD", "POST"])
def contact(request: Request) -> HttpResponse:
    """Name the contact of one of the units one keeps; the units below share it."""
    held = request.actor.holding(Right.UNIT_MANAGE)
    units = list(Unit.objects.filter(pk__in=held).order_by("alphabetical"))
    if not units:
        require(Verdict(_("Chỉ người quản trị của đơn vị ghi được đầu mối dữ liệu cá nhân.")))
    unit = asked_unit(request, units)
    form = OfficerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        facts = {name: form.cleaned_data[name] for name in ("name", "phone", "email", "address")}
        name_officer(unit=unit, facts=facts, by=request.actor, at=clock.now())
        messages.success(
            request, _("Đã ghi đầu mối dữ liệu cá nhân của %(unit)s.") % {"unit": unit}
        )
        return redirect("org:purposes")
    context = {
        "form": form,
        "unit": unit,
        "units": units,
        "officer": officer_for(unit, request.actor.day),
    }
    status = 422 if form.is_bound else 200
    return render(request, "org/people/data_contact.html", context, status=status)
