"""The numbers of a unit as of a day: in the organisation of then and in that of now."""

from datetime import date

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.org.http import Request
from thidua.org.models import Unit
from thidua.org.queries import ended_on
from thidua.progress.forms import DayForm
from thidua.progress.queries.totals import (
    scopes_of,
    totals_of,
    units_counted_for,
    units_read_by,
)
from thidua.progress.totals_lines import BEHIND, lines_for
from thidua.progress.totals_rows import rows_of

ROWS = 50
NOW = "nay"
OPEN = frozenset({"units", "members"})
"""Lists for everybody who sees the numbers; the others tell what single units did."""


@require_safe
def totals(request: Request, pk: int) -> HttpResponse:
    """Units, members, and what was done and given in the year until the day."""
    unit = _unit(request, pk)
    form, day = _day(request)
    counted = totals_of(unit, day, request.actor.day)
    context = {
        "unit": unit,
        "named": unit.named_on(day),
        "form": form,
        "day": day,
        "first": date(day.year, 1, 1),
        "today": request.actor.day,
        "ended": ended_on(unit),
        "rows": rows_of(unit, day, counted, lists=OPEN if not _reads(request, unit) else None),
        "both": counted.now is not None,
        "unsplit": counted.then.unsplit,
    }
    request.section = "progress:list"
    return render(request, "progress/totals.html", context)


@require_safe
def lines(request: Request, pk: int, what: str) -> HttpResponse:
    """What one of the numbers counts."""
    unit = _unit(request, pk)
    if what not in BEHIND or (what not in OPEN and not _reads(request, unit)):
        raise Http404
    _form, day = _day(request)
    then, now = scopes_of(unit, day, request.actor.day)
    scope = now if request.GET.get("theo") == NOW else then
    found = BEHIND[what](scope, request.GET.get("loai", "")[:20])
    page = Paginator(found, ROWS).get_page(request.GET.get("page"))
    context = {
        "unit": unit,
        "title": titles()[what],
        "day": scope.day,
        "now": scope is now,
        "page": page,
        "lines": lines_for(what, list(page), request.actor, scope),
    }
    request.section = "progress:list"
    return render(request, "progress/totals_lines.html", context)


def titles() -> dict[str, str]:
    """What the lists are called, in the language of the reader."""
    return {
        "units": _("Đơn vị"),
        "members": _("Đoàn viên theo lần đếm gần nhất"),
        "reports": _("Báo cáo đã chấp nhận trong năm"),
        "activities": _("Hoạt động trong năm"),
        "awards": _("Khen thưởng trong năm"),
    }


def _reads(request: Request, unit: Unit) -> bool:
    return units_read_by(request.actor).filter(pk=unit.pk).exists()


def _unit(request: Request, pk: int) -> Unit:
    return get_object_or_404(units_counted_for(request.actor).select_related("kind"), pk=pk)


def _day(request: Request) -> tuple[DayForm, date]:
    """The day in the address, and today where there is none or none that can be read."""
    today = request.actor.day
    form = DayForm(request.GET if request.GET.get("ngay") else None, today=today)
    day = form.cleaned_data["ngay"] if form.is_valid() else None
    return form, day or today
