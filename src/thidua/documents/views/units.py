"""Whose books a page shows."""

import re

from django.shortcuts import get_object_or_404

from thidua.core.verdict import require
from thidua.documents import policies
from thidua.org.http import Request
from thidua.org.models import Unit
from thidua.org.queries import units_served
from thidua.org.rights import Right

IDENTITY = re.compile(r"\d{1,18}", re.ASCII)


def units_read(request: Request) -> tuple[list[Unit], Unit]:
    """The units whose papers the reader reads, and the one asked for by `unit`.

    Without asking it is the unit of the highest post. An ended unit whose books are kept in one of
    theirs is among them only when it is asked for: there may be hundreds.
    """
    require(policies.may_read_registers(request.actor))
    reading = request.actor.holding(Right.DOCUMENT_READ)
    held = Unit.objects.filter(pk__in=reading).select_related("kind")
    units = list(held.order_by("alphabetical"))
    asked = request.POST.get("unit") or request.GET.get("unit", "")
    if asked:
        served = units_served(request.actor, Right.DOCUMENT_READ).select_related("kind")
        unit = get_object_or_404(served, pk=asked if IDENTITY.fullmatch(asked) else 0)
        return units if unit in units else [*units, unit], unit
    first = next(post for post in request.actor.posts if Right.DOCUMENT_READ in post.rights)
    return units, next(unit for unit in units if unit.pk == first.unit_id)
