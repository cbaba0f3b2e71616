"""Which areas a unit looks after (ORG-11)."""

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from thidua.core import clock
from thidua.core.posted import carried_out, posted
from thidua.core.verdict import require
from thidua.org.actions.areas import leave_area, take_area
from thidua.org.asked_rows import asked_row
from thidua.org.forms.unit_facts import TakeAreaForm
from thidua.org.http import Request
from thidua.org.models import Area
from thidua.org.policies.managing import may_manage
from thidua.org.queries.areas import areas_on
from thidua.org.views.unit import get_unit

BOTH = ["GET", "HEAD", "POST"]


@require_http_methods(BOTH)
def take(request: Request, pk: int) -> HttpResponse:
    """Give the unit an area to look after."""
    unit = get_unit(request, pk)
    require(may_manage(request.actor, unit))

    def called(typed: str) -> QuerySet[Area]:
        return areas_on(request.actor.day).filter(Q(code=typed) | Q(name__iexact=typed))

    bound = {"data": request.POST} if posted(request) else {}
    form = TakeAreaForm(**bound, areas=called, initial={"on": request.actor.day})
    if form.is_valid():
        typed = form.cleaned_data
        taken = carried_out(
            form, lambda: take_area(unit=unit, **typed, by=request.actor, at=clock.now())
        )
        if taken:
            messages.success(request, _("Đã giao phụ trách %(area)s.") % {"area": taken.area})
            return redirect("org:unit", unit.pk)
    context = {"unit": unit, "form": form}
    return render(
        request, "org/units/take_area.html", context, status=422 if form.is_bound else 200
    )


@require_POST
def leave(request: Request, pk: int) -> HttpResponse:
    """The unit looks after the area until today."""
    unit = get_unit(request, pk)
    require(may_manage(request.actor, unit))
    taken = asked_row(request, unit.responsibilities.all(), "area")
    leave_area(taken=taken, on=request.actor.day, by=request.actor, at=clock.now())
    messages.success(request, _("Đơn vị thôi phụ trách địa bàn từ hôm nay."))
    return redirect("org:unit", unit.pk)
