"""Who saw which personal data: guarded reads, exports, lists taken away (PDP-10)."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thidua.core.verdict import require
from thidua.org.http import Request
from thidua.oversight.policies import trail as policies
from thidua.oversight.queries.sightings import sightings as seen_in
from thidua.oversight.trail_rows import rows_of, with_pages
from thidua.oversight.views.trail_filters import asked_of

ROWS = 50


@require_safe
def sightings(request: Request) -> HttpResponse:
    """By person seen (words), by reader, by unit, by days."""
    require(policies.may_read(request.actor))
    asked, context = asked_of(request, request.GET)
    found = Paginator(seen_in(request.actor, asked), ROWS).get_page(request.GET.get("page"))
    context |= {
        "page": found,
        "rows": with_pages(list(rows_of(found)), request.actor),
        "unit": asked.unit,
    }
    return render(request, "oversight/personal_data/sightings.html", context)
