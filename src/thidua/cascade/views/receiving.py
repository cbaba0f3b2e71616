"""A unit's way with a superior's plan: received, acknowledged, made its own, launched."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.cascade import actions, policies, queries
from thidua.cascade.models import Rollout
from thidua.cascade.ways import way_of
from thidua.core import clock
from thidua.org.http import Request
from thidua.org.models import Unit
from thidua.org.rights import Right
from thidua.plans.models import Plan

PLANS = "plans:list"


@require_safe
def unit(request: Request, pk: int, unit: int) -> HttpResponse:
    """How far the unit is, and its next step; what others see ends where its drafts begin."""
    plan, place = place_of(request, pk, unit)
    rollout = rollout_of(plan, place)
    ours = request.actor.can(Right.DOCUMENT_READ, place)
    way = way_of(plan, place, rollout, request.actor.day)
    shown = way.own_plan is not None and (ours or way.own_plan_issued)
    context = {
        "plan": plan,
        "unit": place,
        "rollout": rollout,
        "way": way,
        "ours": ours,
        "choices": queries.choices_of(rollout) if rollout and shown else [],
        "may_acknowledge": policies.may_acknowledge(request.actor, plan, place, rollout),
        "may_take_back": rollout and policies.may_take_back(request.actor, rollout),
        "may_begin": rollout and policies.may_begin_own_plan(request.actor, rollout),
        "linkable": queries.plans_to_link(rollout) if rollout and ours else (),
        "may_unlink": rollout and policies.may_unlink(request.actor, rollout),
        "may_change": rollout and policies.may_change_choices(request.actor, rollout),
        "may_handle": policies.may_handle(request.actor, place),
    }
    return render(request, "cascade/unit.html", context)


@require_POST
def acknowledge(request: Request, pk: int, unit: int) -> HttpResponse:
    """The unit has got the plan."""
    plan, place = place_of(request, pk, unit)
    rollout = actions.acknowledge(plan=plan, unit=place, by=request.actor, at=clock.now())
    messages.success(
        request,
        _("Đã xác nhận đã nhận %(plan)s lúc %(time)s. Bấm nhầm thì bấm Hoàn tác xác nhận.")
        % {"plan": plan, "time": f"{clock.now():%H:%M}"},
    )
    return redirect(rollout)


@require_POST
def take_back(request: Request, pk: int, unit: int) -> HttpResponse:
    """Undo the acknowledgement."""
    plan, place = place_of(request, pk, unit)
    rollout = get_object_or_404(Rollout, plan=plan, unit=place)
    actions.take_back(rollout=rollout, by=request.actor, at=clock.now())
    messages.success(request, _("Đã hoàn tác. Đơn vị lại chưa xác nhận kế hoạch này."))
    return redirect(rollout)


def place_of(request: Request, pk: int, unit: int) -> tuple[Plan, Unit]:
    """The plan and the unit it reached, if they may know of both; shown among the plans."""
    request.section = PLANS
    place = get_object_or_404(
        queries.units_to_act_on(request.actor).select_related("kind").distinct(), pk=unit
    )
    reached = queries.received_plans(place, request.actor.day)
    plan = reached.filter(pk=pk).first()
    if plan is None:
        raise Http404
    return plan, place


def rollout_of(plan: Plan, unit: Unit) -> Rollout | None:
    """How far the unit has got, if it has begun."""
    return (
        Rollout.objects.filter(plan=plan, unit=unit)
        .select_related("plan__document", "unit__kind", "own_plan__document__unit")
        .select_related("acknowledged_by__person")
        .first()
    )
