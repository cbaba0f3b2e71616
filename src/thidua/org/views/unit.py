"""The page of a unit: what it is on a day, what it was, what is counted of it."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from thidua.core.htmx import page
from thidua.org.actor import posts_in
from thidua.org.http import Request
from thidua.org.models import Unit
from thidua.org.policies.managing import may_manage
from thidua.org.queries import acts_of, history, tree
from thidua.org.queries.areas import areas_of
from thidua.org.queries.groupings import groupings_of
from thidua.org.queries.keeping import ended_on
from thidua.org.queries.phone_book import READERS
from thidua.org.queries.visible import units_visible_to
from thidua.org.rights import Right
from thidua.org.views.asked_day import asked_day, day_in_address
from thidua.org.views.tree import seen_way

CHILDREN = 20


@require_safe
def unit(request: Request, pk: int) -> HttpResponse:
    """Name, superiors, officers, what it belongs to, what stands below."""
    shown = get_unit(request, pk)
    day = asked_day(request)
    children = tree.children_at(shown.path_on(day), day)[: CHILDREN + 1]
    named = tree.names_on([place.unit_id for place in children], day)
    context = head_of(request, shown, day, "now") | {
        "posts": posts_in(shown, day),
        "groupings": groupings_of(shown, day),
        "areas": areas_of(shown, day),
        "may_manage": may_manage(request.actor, shown),
        "children": [(place, named[place.unit_id]) for place in children[:CHILDREN]],
        "more": len(children) > CHILDREN,
        "reads_numbers": any(_reads(request, right, shown) for right in READERS),
        "may_reorganise": _reads(request, Right.UNIT_REORGANISE, shown),
        "reads_trail": _reads(request, Right.AUDIT_READ, shown),
    }
    return render(request, "org/units/unit.html", context)


@require_safe
def totals(request: Request, pk: int) -> HttpResponse:
    """How many units stand below and how many members they count; asked for by the page itself."""
    shown = get_unit(request, pk)
    day = asked_day(request)
    context = head_of(request, shown, day, "now") | {
        "totals": tree.below(shown.path_on(day), day),
    }
    return page(request, "org/units/totals.html", context, fragment="totals")


@require_safe
def unit_history(request: Request, pk: int) -> HttpResponse:
    """Its names, kinds, superiors, predecessors and successors, and the decisions behind them."""
    shown = get_unit(request, pk)
    before, after = history.before_and_after(shown)
    context = head_of(request, shown, asked_day(request), "history") | {
        "names": history.names_of(shown),
        "stays": history.stays_of(shown),
        "before": before,
        "after": after,
        "acts": acts_of(shown),
        "seen": _seen(
            request, [*(one.before_id for one in before), *(one.after_id for one in after)]
        ),
        "may_reorganise": _reads(request, Right.UNIT_REORGANISE, shown),
    }
    return render(request, "org/units/history.html", context)


def get_unit(request: Request, pk: int) -> Unit:
    return get_object_or_404(units_visible_to(request.actor), pk=pk)


def head_of(request: Request, unit: Unit, day: date, here: str) -> dict[str, Any]:
    """What every page of a unit says first: its name of that day, its way, whether it ended."""
    path = unit.path_on(day)
    named = unit.named_on(day)
    ended = ended_on(unit)
    return {
        "unit": unit,
        "named": named,
        "way": seen_way(request.actor, path, day),
        "day": day,
        "today": request.actor.day,
        "carry": day_in_address(day, request.actor.day),
        "here": here,
        "ended": ended,
        "keeper": unit.kept_by,
        "few": here != "now" or tree.few_below(path, day),
    }


def _reads(request: Request, right: Right, unit: Unit) -> bool:
    return request.actor.can(right, unit) or request.actor.can_from_above(right, unit)


def _seen(request: Request, units: list[int]) -> set[int]:
    visible = units_visible_to(request.actor).filter(pk__in=units)
    return set(visible.values_list("pk", flat=True))
