"""A plan of one's own out of the superior's, content by content."""

import secrets
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from thidua.cascade import actions, policies, queries
from thidua.cascade.actions import Decision
from thidua.cascade.forms import OwnPlanForm
from thidua.cascade.models import Rollout
from thidua.cascade.views.receiving import place_of
from thidua.core import clock
from thidua.core.asked import asked_number
from thidua.core.posted import carried_out
from thidua.core.verdict import require
from thidua.org.http import Request
from thidua.plans import actions as plans
from thidua.plans.models import Plan

ONCE_BYTES = 16
NEW_TEXT = "nguyen-van"


@require_http_methods(["GET", "HEAD", "POST"])
def own_plan(request: Request, pk: int, unit: int) -> HttpResponse:
    """Choose for every content; the first time a draft begins, later the draft follows."""
    plan, place = place_of(request, pk, unit)
    require(policies.may_handle(request.actor, place))
    rollout = get_object_or_404(
        Rollout.objects.select_related("plan__document", "unit", "own_plan__document__unit"),
        plan=plan,
        unit=place,
    )
    again = plans.begun_on(request.POST.get("once", ""), request.actor)
    if again is not None and again.pk == rollout.own_plan_id and not request.POST.get("version"):
        messages.info(request, _("Bản thảo này đã được lập khi bạn bấm lần trước."))
        return redirect(again)
    begun = queries.living_plan(rollout)
    if begun is None:
        require(policies.may_begin_own_plan(request.actor, rollout))
    else:
        require(policies.may_change_choices(request.actor, rollout))
    form = _form(request, rollout, begun)
    if request.method != "POST" or not form.is_valid():
        return _page(request, rollout, form, 422 if request.method == "POST" else 200)
    done = carried_out(form, lambda: _act(request, rollout, form, begun))
    if done is None:
        return _page(request, rollout, form, 409)
    told = _("Đã lập bản thảo kế hoạch riêng. Hãy xem lại từng đoạn rồi trình ký.")
    messages.success(request, _("Đã sửa bản thảo theo lựa chọn mới.") if begun else told)
    return redirect(f"{done.get_absolute_url()}?phan={NEW_TEXT}")


@require_POST
def link(request: Request, pk: int, unit: int) -> HttpResponse:
    """The unit had written its plan before: say that it carries out the superior's."""
    rollout = _rollout(request, pk, unit)
    chosen = asked_number(request.POST.get("own", ""))
    own = get_object_or_404(queries.plans_to_link(rollout), pk=chosen)
    rollout = actions.link_own_plan(rollout=rollout, own=own, by=request.actor, at=clock.now())
    messages.success(
        request,
        _("Đã liên kết %(own)s với %(plan)s: tìm thấy %(count)s nội dung của cấp trên trong đó.")
        % {"own": own, "plan": rollout.plan, "count": rollout.choices.count()},
    )
    return redirect(rollout)


@require_POST
def unlink(request: Request, pk: int, unit: int) -> HttpResponse:
    """Undo the link; both plans stay."""
    rollout = _rollout(request, pk, unit)
    actions.unlink_own_plan(rollout=rollout, by=request.actor, at=clock.now())
    messages.success(request, _("Đã bỏ liên kết. Hai kế hoạch vẫn giữ nguyên."))
    return redirect(rollout)


def _rollout(request: Request, pk: int, unit: int) -> Rollout:
    plan, place = place_of(request, pk, unit)
    return get_object_or_404(Rollout.objects.select_related("plan", "unit"), plan=plan, unit=place)


def _form(request: Request, rollout: Rollout, begun: Plan | None) -> OwnPlanForm:
    chosen = [row for row in queries.choices_of(rollout) if row.above is not None]
    initial = {
        "once": secrets.token_urlsafe(ONCE_BYTES),
        "version": begun.version if begun else None,
        "title": rollout.plan.document.title,
    }
    data = request.POST if request.method == "POST" else None
    return OwnPlanForm(data, chosen=chosen, begun=begun is not None, initial=initial)


def _act(request: Request, rollout: Rollout, form: OwnPlanForm, begun: Plan | None) -> Plan:
    decisions = [Decision(*row) for row in form.decisions()]
    common: dict[str, Any] = {
        "rollout": rollout,
        "decisions": decisions,
        "added": form.added_lines(),
        "by": request.actor,
        "at": clock.now(),
    }
    if begun is None:
        once = form.cleaned_data["once"]
        return actions.begin_own_plan(title=form.cleaned_data["title"], once=once, **common)
    return actions.change_choices(version=form.cleaned_data["version"] or 0, **common)


def _page(request: Request, rollout: Rollout, form: OwnPlanForm, status: int) -> HttpResponse:
    context = {
        "rollout": rollout,
        "plan": rollout.plan,
        "unit": rollout.unit,
        "begun": queries.living_plan(rollout),
        "form": form,
        "rows": list(form.rows()),
    }
    return render(request, "cascade/own_plan.html", context, status=status)
