"""Exceptions for tiny units: the list, declaring one, ending one."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from thidua.core import clock
from thidua.org.actions.exemptions import declare_exemption, end_exemption
from thidua.org.forms.exemptions import ExemptionForm
from thidua.org.http import Request
from thidua.org.policies.two_people import may_declare
from thidua.org.queries.exemptions import exemptions_visible_to
from thidua.org.queries.visible import units_managed_by
from thidua.org.rights import Right

ROWS = 50


@require_http_methods(["GET", "HEAD", "POST"])
def exemptions(request: Request) -> HttpResponse:
    """What is declared, and the form for one more."""
    actor = request.actor
    keeps = bool(actor.holding(Right.UNIT_MANAGE))
    units = units_managed_by(actor)
    form = ExemptionForm(request.POST or None, units=units)
    if keeps and form.is_valid():
        declare_exemption(**form.cleaned_data, by=actor, at=clock.now())
        unit = form.cleaned_data["unit"]
        messages.success(request, _("Đã khai báo ngoại lệ cho %(unit)s.") % {"unit": unit})
        return redirect("org:exemptions")
    rows = Paginator(exemptions_visible_to(actor), ROWS).get_page(request.GET.get("page"))
    context = {
        "exemptions": rows,
        "endable": {
            row.pk for row in rows if row.ends_on > actor.day and may_declare(actor, row.unit)
        },
        "form": form if keeps else None,
        "today": actor.day,
    }
    status = 422 if keeps and form.is_bound else 200
    return render(request, "org/rights/exemptions.html", context, status=status)


@require_POST
def end(request: Request, pk: int) -> HttpResponse:
    exemption = get_object_or_404(exemptions_visible_to(request.actor), pk=pk)
    exemption = end_exemption(exemption=exemption, by=request.actor, at=clock.now())
    messages.success(request, _("Đã kết thúc ngoại lệ của %(unit)s.") % {"unit": exemption.unit})
    return redirect("org:exemptions")
