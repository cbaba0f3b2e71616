"""What became of a plan below: coverage of its contents, the days set for it, one's own part."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.cascade import actions, policies, queries
from thidua.cascade.actions.scheduling import DAYS
from thidua.cascade.forms import TimetableForm
from thidua.cascade.models import Rollout, Timetable
from thidua.cascade.views.receiving import PLANS
from thidua.core import clock
from thidua.core.posted import carried_out
from thidua.core.verdict import require
from thidua.org.http import Request
from thidua.org.models import Unit
from thidua.org.rights import Right
from thidua.plans.models import Plan
from thidua.plans.queries import plans_visible_to


@require_safe
def plan(request: Request, pk: int) -> HttpResponse:
    """For the issuer and those above what the units below do; for a receiver its own way.

    Whoever only receives the plan, for one unit, comes to the page of that unit at once.
    """
    row = get_object_or_404(plans_visible_to(request.actor), pk=pk)
    context = _context(request, row)
    if not context["watching"] and len(context["receiving"]) == 1 and context["rollout"] is None:
        return redirect("cascade:unit", row.pk, context["receiving"][0].pk)
    return render(request, "cascade/plan.html", context)


@require_POST
def timetable(request: Request, pk: int) -> HttpResponse:
    """Set the due days for the units below."""
    row = get_object_or_404(queries.plans_watched(request.actor), pk=pk)
    require(policies.may_set_timetable(request.actor, row))
    form = TimetableForm(request.POST)
    if not form.is_valid():
        return render(request, "cascade/plan.html", _context(request, row, form), status=422)
    days = {name: form.cleaned_data[name] for name in DAYS}
    done = carried_out(
        form,
        lambda: actions.set_timetable(plan=row, **days, by=request.actor, at=clock.now()),
    )
    if done is None:
        return render(request, "cascade/plan.html", _context(request, row, form), status=409)
    messages.success(request, _("Đã đặt hạn; các đơn vị thấy ở Việc cần làm."))
    return redirect("cascade:plan", row.pk)


def _context(request: Request, row: Plan, form: TimetableForm | None = None) -> dict[str, Any]:
    request.section = PLANS
    actor = request.actor
    watching = queries.plans_watched(actor).filter(pk=row.pk).exists()
    known = Timetable.objects.filter(plan=row).first()
    initial = {name: getattr(known, name) for name in DAYS} if known else {}
    return {
        "plan": row,
        "watching": watching,
        "timetable": known,
        "coverage": queries.clause_coverage(row) if watching else [],
        "may_set": watching and policies.may_set_timetable(actor, row),
        "form": form or TimetableForm(initial=initial),
        "receiving": [] if watching else _receiving(request, row),
        "rollout": Rollout.objects.filter(own_plan=row).first(),
    }


def _receiving(request: Request, row: Plan) -> list[Unit]:
    """Their units that the plan reached."""
    mine = Unit.objects.filter(pk__in=request.actor.holding(Right.DOCUMENT_READ)).order_by(
        "alphabetical"
    )
    return [unit for unit in mine if queries.is_receiver(row, unit, request.actor.day)]
