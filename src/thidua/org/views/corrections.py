"""What members ask to have put right, for who keeps the people of the unit."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.core import clock
from thidua.core.posted import carried_out
from thidua.core.seen import mark_of
from thidua.core.verdict import require
from thidua.org.actions.corrections import apply_correction, decline_correction, shown_of
from thidua.org.forms.links import DeclineForm
from thidua.org.http import Request
from thidua.org.models import Asking, Correction
from thidua.org.policies.people import may_keep_people
from thidua.org.queries import links as queries
from thidua.org.wanted_facts import rows_of

ROWS = 20


@require_safe
def corrections(request: Request) -> HttpResponse:
    """What waits, then what was settled."""
    settled = request.GET.get("loc") == "settled"
    asked = queries.corrections_visible_to(request.actor)
    chosen = (
        asked.exclude(state=Asking.WAITING).order_by("-settled_at")
        if settled
        else asked.filter(state=Asking.WAITING)
    )
    shown = Paginator(chosen, ROWS).get_page(request.GET.get("page"))
    context = {
        "rows": [(one, rows_of(one), mark_of(*shown_of(one))) for one in shown],
        "page": shown,
        "settled": settled,
    }
    return render(request, "org/links/corrections.html", context)


@require_POST
def apply(request: Request, pk: int) -> HttpResponse:
    """Put the data right as asked."""
    correction = _get(request, pk)
    seen = request.POST.get("seen")
    apply_correction(correction=correction, seen=seen, by=request.actor, at=clock.now())
    messages.success(
        request, _("Đã sửa thông tin của %(name)s.") % {"name": correction.person.name}
    )
    return redirect("org:corrections")


@require_http_methods(["GET", "HEAD", "POST"])
def decline(request: Request, pk: int) -> HttpResponse:
    """Leave the data as they are, with a reason."""
    correction = _get(request, pk)
    require(may_keep_people(request.actor, correction.unit))
    form = DeclineForm(request.POST or None)
    context = {"correction": correction, "form": form, "rows": rows_of(correction)}
    if request.method != "POST" or not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return render(request, "org/links/decline.html", context, status=status)
    reason = form.cleaned_data["reason"]
    done = carried_out(
        form,
        lambda: decline_correction(
            correction=correction, reason=reason, by=request.actor, at=clock.now()
        ),
    )
    if done is None:
        return render(request, "org/links/decline.html", context, status=409)
    messages.success(request, _("Đã trả lời %(name)s.") % {"name": correction.person.name})
    return redirect("org:corrections")


def _get(request: Request, pk: int) -> Correction:
    return get_object_or_404(queries.corrections_visible_to(request.actor), pk=pk)
