"""Counts of guarded facts for reports: numbers, never names (PDP-12)."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thidua.core.asked import asked_number
from thidua.org.http import Request
from thidua.org.models import Unit
from thidua.org.policies.guarded import reads_in
from thidua.org.queries.guarded import counts_in
from thidua.org.queries.people import scope_of, units_kept_by, units_seen_by


@require_safe
def counts(request: Request) -> HttpResponse:
    """Of one unit, with the units below where it is asked for."""
    unit, below = _unit(request), request.GET.get("below") == "1"
    counted = []
    if unit is not None:
        scope = scope_of(unit, request.actor.day, below=below)
        counted = counts_in(scope, whole=not below and reads_in(request.actor, unit))
    context = {"unit": unit, "below": below, "counted": counted}
    return render(request, "org/people/guarded_counts.html", context)


def _unit(request: Request) -> Unit | None:
    key = request.GET.get("unit", "")
    if not key:
        return units_kept_by(request.actor).first()
    number = asked_number(key)
    found = units_seen_by(request.actor).filter(pk=number).first() if number else None
    if found is None:
        raise Http404
    return found
