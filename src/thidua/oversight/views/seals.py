"""The seals of the trail: how much is sealed, and a check of all of it that one can leave."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from thidua.audit.models import SealedBlock, TrailCheck, UnsealedEvent
from thidua.audit.queries import Fault, FaultKind
from thidua.core import clock
from thidua.core.htmx import page
from thidua.core.verdict import require
from thidua.org.http import Request
from thidua.oversight.actions.trail import ask_for_check
from thidua.oversight.policies import trail as policies
from thidua.oversight.queries.trail import events_visible_to
from thidua.oversight.seal_words import fault_sentence


@require_safe
def seals(request: Request) -> HttpResponse:
    """What the last check found; while one runs, the page asks again by itself."""
    require(policies.may_check(request.actor))
    last = SealedBlock.objects.order_by("-number").defer("rows").first()
    check = TrailCheck.objects.order_by("-pk").first()
    context = {
        "last": last,
        "seal": _grouped(last.hash) if last else "",
        "unsealed": UnsealedEvent.objects.count(),
        "check": check,
        "faults": _faults(request, check),
    }
    return page(request, "oversight/trail/seals.html", context, fragment="check")


@require_POST
def start(request: Request) -> HttpResponse:
    """Begin a check, or show the one that is under way."""
    ask_for_check(by=request.actor, at=clock.now())
    return redirect("oversight:seals")


def _grouped(seal: str) -> str:
    """In groups of eight, so that it can be copied onto paper and fits a phone."""
    return " ".join(seal[start : start + 8] for start in range(0, len(seal), 8))


def _faults(request: Request, check: TrailCheck | None) -> list[dict[str, Any]]:
    """In sentences; what a deed said only where its trail may be read."""
    if check is None or check.finished_at is None:
        return []
    faults = [Fault(FaultKind(kind), number) for kind, number in check.faults]
    keys = [fault.number for fault in faults if fault.kind != FaultKind.BLOCK]
    known = set(events_visible_to(request.actor).filter(pk__in=keys).values_list("pk", flat=True))
    return [
        {"kind": fault.kind, "text": fault_sentence(fault, tell=fault.number in known)}
        for fault in faults
    ]
