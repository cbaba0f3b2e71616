"""Entering for a unit: who does it now, and beginning or stopping it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.core import clock
from thidua.core.folded import folded
from thidua.core.verdict import require
from thidua.org.actions.mandates import stop_entering
from thidua.org.actor import Actor
from thidua.org.http import Request
from thidua.org.models import Unit
from thidua.org.policies.mandates import may_enter_for, may_stop_entering
from thidua.org.queries.mandates import mandates_visible_to
from thidua.org.rights import Right
from thidua.oversight.actions import entering as actions
from thidua.oversight.forms.entering import EnteringForm

ROWS = 50
MOST_FOUND = 20


@require_safe
def entering(request: Request) -> HttpResponse:
    """Where one enters for others, who enters for one's units, and finding a unit to enter for."""
    actor = request.actor
    typed = request.GET.get("q", "")
    rows = Paginator(mandates_visible_to(actor), ROWS).get_page(request.GET.get("page"))
    context = {
        "mandates": rows,
        "today": actor.day,
        "stoppable": {row.pk for row in rows if may_stop_entering(actor, row)},
        "may_begin": bool(actor.holding(Right.UNIT_ENTER_FOR)),
        "typed": typed,
        "found": _found(actor, typed) if typed else [],
    }
    return render(request, "oversight/entering/list.html", context)


def _found(actor: Actor, typed: str) -> list[Unit]:
    units = Unit.objects.filter(_below(actor), kept_by=None)
    for word in folded(typed).split():
        units = units.filter(folded__contains=word)
    near = units.distinct().order_by("alphabetical")[:MOST_FOUND]
    return [unit for unit in near if may_enter_for(actor, unit)]


@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: Request, pk: int) -> HttpResponse:
    """The unit, what is entered, why and for how long."""
    unit = get_object_or_404(Unit.objects.filter(_below(request.actor)).distinct(), pk=pk)
    require(may_enter_for(request.actor, unit))
    form = EnteringForm(request.POST or None)
    if form.is_valid():
        actions.enter_for(
            unit=unit,
            rights=[Right(code) for code in form.cleaned_data["rights"]],
            reason=form.cleaned_data["reason"],
            days=form.cleaned_data["days"],
            by=request.actor,
            at=clock.now(),
        )
        messages.success(
            request,
            _("Bạn bắt đầu nhập hộ %(unit)s. Đơn vị đã được báo.") % {"unit": unit},
        )
        return redirect("oversight:entering")
    status = 422 if form.is_bound else 200
    context = {"form": form, "unit": unit}
    return render(request, "oversight/entering/begin.html", context, status=status)


@require_POST
def stop(request: Request, pk: int) -> HttpResponse:
    mandate = get_object_or_404(mandates_visible_to(request.actor), pk=pk)
    mandate = stop_entering(mandate=mandate, by=request.actor, at=clock.now())
    messages.success(request, _("Đã dừng nhập hộ %(unit)s.") % {"unit": mandate.unit})
    return redirect("oversight:entering")


def _below(actor: Actor) -> Q:
    return actor.reach(Right.UNIT_ENTER_FOR, "placements__")
