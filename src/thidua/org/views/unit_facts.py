"""Members counted, the place of work and the terms of a unit."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.core import clock
from thidua.core.posted import carried_out
from thidua.core.templatetags.vn import vn_number
from thidua.core.verdict import require
from thidua.org.actions.headcounts import drop_headcount, give_headcount
from thidua.org.actions.hosts import describe_host
from thidua.org.asked_rows import asked_row
from thidua.org.eligibility import hint
from thidua.org.forms.unit_facts import HeadcountForm, HostForm
from thidua.org.http import Request
from thidua.org.models import Host, Unit
from thidua.org.policies.units import may_keep
from thidua.org.queries.terms import terms_of
from thidua.org.views.asked_day import asked_day
from thidua.org.views.unit import get_unit, head_of

COUNTS = 24


@require_safe
def unit_facts(request: Request, pk: int) -> HttpResponse:
    return _facts(request, get_unit(request, pk))


@require_POST
def count(request: Request, pk: int) -> HttpResponse:
    """Give the headcount of a day, or correct it."""
    unit = get_unit(request, pk)
    require(may_keep(request.actor, unit))
    form = HeadcountForm(request.POST)
    if form.is_valid():
        typed = form.cleaned_data
        given = carried_out(
            form,
            lambda: give_headcount(unit=unit, **typed, by=request.actor, at=clock.now()),
        )
        if given:
            messages.success(
                request, _("Đã ghi %(members)s đoàn viên.") % {"members": vn_number(given.members)}
            )
            return redirect("org:unit_facts", unit.pk)
    return _facts(request, unit, count_form=form, status=422)


@require_POST
def drop_count(request: Request, pk: int) -> HttpResponse:
    unit = get_unit(request, pk)
    require(may_keep(request.actor, unit))
    row = asked_row(request, unit.headcounts.all(), "count")
    drop_headcount(count=row, by=request.actor, at=clock.now())
    messages.success(
        request, _("Đã xóa số đoàn viên ngày %(day)s.") % {"day": f"{row.on:%d/%m/%Y}"}
    )
    return redirect("org:unit_facts", unit.pk)


@require_POST
def host(request: Request, pk: int) -> HttpResponse:
    """Describe the place of work from a day on."""
    unit = get_unit(request, pk)
    require(may_keep(request.actor, unit))
    form = HostForm(request.POST)
    if not form.is_valid():
        return _facts(request, unit, host_form=form, status=422)
    describe_host(unit=unit, **form.cleaned_data, by=request.actor, at=clock.now())
    messages.success(request, _("Đã ghi nơi làm việc."))
    return redirect("org:unit_facts", unit.pk)


def _facts(
    request: Request,
    unit: Unit,
    *,
    count_form: HeadcountForm | None = None,
    host_form: HostForm | None = None,
    status: int = 200,
) -> HttpResponse:
    day = asked_day(request)
    hosts = list(unit.hosts.order_by("-starts_on"))
    current = next((one for one in hosts if one.starts_on <= day), None)
    context = head_of(request, unit, day, "facts") | {
        "counts": unit.headcounts.order_by("-on")[:COUNTS],
        "hosts": hosts,
        "host_hint": hint(current.ownership, current.self_financing, day) if current else "",
        "terms": terms_of(unit, day),
        "may_keep": may_keep(request.actor, unit),
        "count_form": count_form or HeadcountForm(initial={"on": request.actor.day}),
        "host_form": host_form or HostForm(initial=_known(current)),
    }
    return render(request, "org/units/facts.html", context, status=status)


def _known(host: Host | None) -> dict[str, Any]:
    names = ("ownership", "self_financing", "decision")
    return {name: getattr(host, name) for name in names} if host else {}
