"""The award book of a unit and year, and praise beside it."""

import secrets
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.awards import actions, policies, queries
from thidua.awards.forms import PERSON, PraiseForm, WithdrawForm
from thidua.awards.models import Praise
from thidua.awards.offers import phases_of
from thidua.awards.views.nominations import BOTH, ONCE_BYTES
from thidua.core import clock
from thidua.core.asked import asked_number
from thidua.core.posted import carried_out, posted
from thidua.core.verdict import Verdict, require
from thidua.documents.printed import YEARS
from thidua.org.http import Request, asked_unit
from thidua.org.models import Unit
from thidua.org.queries import ended_on
from thidua.org.rights import Right


@require_safe
def book(request: Request) -> HttpResponse:
    """Every award the unit gave in a year by its number, and whom it praised."""
    units = list(queries.book_units(request.actor).filter(kept_by=None))
    if not units:
        require(Verdict(_("Chỉ người được xem văn bản của đơn vị mở được sổ vàng.")))
    unit = _asked(request, units)
    return _page(request, unit, units, _year(request), 200)


def _asked(request: Request, units: list[Unit]) -> Unit:
    """One of theirs, or an ended one whose book is kept in one of theirs."""
    asked = asked_number(request.GET.get("unit", "")) or 0
    ended = queries.book_units(request.actor).filter(pk=asked, kept_by__isnull=False).first()
    return ended or asked_unit(request, units)


@require_http_methods(BOTH)
def praise(request: Request) -> HttpResponse:
    """Praise somebody of one's own unit."""
    units = list(Unit.objects.filter(pk__in=request.actor.holding(Right.AWARD_NOMINATE)))
    if not units:
        require(Verdict(_("Chỉ người được giao biểu dương của đơn vị mở được trang này.")))
    unit, day = asked_unit(request, units), request.actor.day
    phases = list(phases_of(unit, day))
    initial = {"sort": PERSON, "praised_on": day, "once": secrets.token_urlsafe(ONCE_BYTES)}
    form = PraiseForm(**posted(request), unit=unit, day=day, phases=phases, initial=initial)
    status = 200
    if request.method == "POST":
        said = _praised(request, unit, form) if form.is_valid() else None
        if said is not None:
            messages.success(request, _("Đã biểu dương %(who)s.") % {"who": said})
            return redirect(_address(said))
        status = 422
    context = {"unit": unit, "units": units, "form": form, "phases": phases}
    return render(request, "awards/praise.html", context, status=status)


def _praised(request: Request, unit: Unit, form: PraiseForm) -> Praise | None:
    names = ("phase", "subject", "merit", "praised_on", "once")
    typed: dict[str, Any] = {name: form.cleaned_data[name] for name in names}
    return carried_out(
        form,
        lambda: actions.praise(unit=unit, **typed, by=request.actor, at=clock.now()),
    )


@require_POST
def withdraw_praise(request: Request, pk: int) -> HttpResponse:
    """Take praise back, with the reason."""
    row = get_object_or_404(queries.praises_visible_to(request.actor), pk=pk)
    require(policies.may_withdraw_praise(request.actor, row))
    form = WithdrawForm(request.POST)
    if not form.is_valid():
        units = list(queries.book_units(request.actor).filter(kept_by=None))
        return _page(request, row.unit, units, row.praised_on.year, 422, returned=(row.pk, form))
    reason = form.cleaned_data["reason"]
    actions.withdraw_praise(praise=row, reason=reason, by=request.actor, at=clock.now())
    messages.success(request, _("Đã rút lời biểu dương."))
    return redirect(_address(row))


def _page(
    request: Request,
    unit: Unit,
    units: list[Unit],
    year: int,
    status: int,
    returned: tuple[int, WithdrawForm] | None = None,
) -> HttpResponse:
    praises = [
        (row, returned[1] if returned and returned[0] == row.pk else WithdrawForm())
        for row in queries.praises_of(unit, year)
    ]
    context = {
        "unit": unit,
        "units": units,
        "year": year,
        "earlier": year - 1,
        "later": year + 1 if year < request.actor.day.year else None,
        "awards": queries.awards_of(unit, year),
        "praises": praises,
        "ended": ended_on(unit),
        "may_praise": policies.may_begin(request.actor, unit),
        "may_withdraw": policies.may_nominate(request.actor, unit),
    }
    return render(request, "awards/book.html", context, status=status)


def _address(row: Praise) -> str:
    return f"{reverse('awards:book')}?unit={row.unit_id}&year={row.praised_on.year}"


def _year(request: Request) -> int:
    year = asked_number(request.GET.get("year", "")) or 0
    return year if year in YEARS else request.actor.day.year
