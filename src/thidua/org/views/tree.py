"""The tree of a day, one level at a time."""

from collections.abc import Sequence
from datetime import date

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from thidua.core.htmx import page
from thidua.core.verdict import require
from thidua.org.actor import Actor
from thidua.org.http import Request
from thidua.org.models import Placement, Unit
from thidua.org.policies.units import may_look_up
from thidua.org.queries import tree
from thidua.org.queries.visible import units_visible_to
from thidua.org.views.asked_day import asked_day, day_in_address

ROWS = 50


@require_safe
def tops(request: Request) -> HttpResponse:
    """Where the tree begins for the reader: below their unit, or the units of their own posts."""
    require(may_look_up(request.actor))
    day = asked_day(request)
    places = tree.tops_of(request.actor, day)
    if len(places) == 1:
        unit, path = places[0].unit, places[0].path
        return _level(request, unit, tree.children_at(path, day), day)
    return _level(request, None, places, day)


@require_safe
def level(request: Request, pk: int) -> HttpResponse:
    """What stood directly below a unit that day."""
    unit = get_object_or_404(units_visible_to(request.actor), pk=pk)
    day = asked_day(request)
    return _level(request, unit, tree.children_at(unit.path_on(day), day), day)


def _level(
    request: Request,
    unit: Unit | None,
    places: Sequence[Placement] | QuerySet[Placement],
    day: date,
) -> HttpResponse:
    listed = Paginator(places, ROWS).get_page(request.GET.get("page"))
    shown = list(listed)
    path = unit.path_on(day) if unit else ""
    names = tree.names_on([place.unit_id for place in shown], day)
    counted = _counts(request, path, shown, day)
    context = {
        "unit": unit,
        "name": tree.names_on([unit.pk], day)[unit.pk] if unit else "",
        "way": seen_way(request.actor, path, day) if path else [],
        "day": day,
        "carry": day_in_address(day, request.actor.day),
        "page": listed,
        "counted": counted is not None,
        "rows": [(place, names[place.unit_id], (counted or {}).get(place.path)) for place in shown],
    }
    return page(request, "org/units/tree.html", context, fragment="level")


def _counts(
    request: Request, path: str, shown: list[Placement], day: date
) -> dict[str, tree.Below] | None:
    """None where counting would keep the reader waiting; the page then asks again by itself."""
    roots = [path] if path else [place.path for place in shown]
    if request.GET.get("dem") != "1" and not all(tree.few_below(root, day) for root in roots):
        return None
    if path:
        return tree.counted_below(path, day)
    return {root: tree.below(root, day) for root in roots}


def seen_way(actor: Actor, path: str, day: date) -> list[tuple[tree.Step, bool]]:
    """The superiors of a place, and whether the reader may open their pages."""
    own = [post.path for post in actor.posts if post.rights]
    return [
        (step, any(step.path.startswith(place) for place in own)) for step in tree.way_to(path, day)
    ]
