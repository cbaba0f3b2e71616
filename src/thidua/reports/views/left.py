"""Reports of units that have ended, finished by whoever keeps their records."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from thidua.core.folded import folded
from thidua.org.http import Request
from thidua.org.models import Unit
from thidua.reports import queries
from thidua.reports.models import Period
from thidua.reports.shown import look_of

ROWS = 50


@require_safe
def left(request: Request) -> HttpResponse:
    """The periods in which something of ended units may be unfinished."""
    page = Paginator(queries.periods_left(request.actor), ROWS).get_page(request.GET.get("page"))
    request.section = "reports:list"
    return render(request, "reports/left.html", {"page": page})


@require_safe
def left_in(request: Request, pk: int) -> HttpResponse:
    """Every ended unit whose report for the period is not accepted yet."""
    period = get_object_or_404(queries.periods_left(request.actor), pk=pk)
    units = queries.units_left(request.actor, period)
    words = request.GET.get("q", "").strip()[:100]
    for word in folded(words).split():
        units = units.filter(folded__contains=word)
    page = Paginator(units, ROWS).get_page(request.GET.get("page"))
    context = {
        "period": period,
        "page": page,
        "rows": [_row(unit, period) for unit in page],
        "words": words,
    }
    request.section = "reports:list"
    return render(request, "reports/left_in.html", context)


def _row(unit: Unit, period: Period) -> dict[str, object]:
    status = getattr(unit, "report_status", None)
    return {"unit": unit, "look": look_of(status, summary=unit.pk == period.unit_id)}
