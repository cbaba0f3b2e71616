"""The two registers and the numbers of the outgoing book."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.core import clock
from thidua.core.htmx import page
from thidua.core.verdict import require
from thidua.documents import actions, policies, queries
from thidua.documents.forms import CancelForm, ReserveForm
from thidua.documents.looks import look_of
from thidua.documents.models import BookEntry, Direction
from thidua.documents.printed import YEARS
from thidua.documents.register_rows import rows_of
from thidua.documents.views.units import units_read
from thidua.org.http import Request
from thidua.org.models import Unit

ROWS = 50
LONGEST_SEARCH = 200


@require_safe
def register_out(request: Request) -> HttpResponse:
    return _register(request, Direction.OUT, "documents/register_out.html")


@require_safe
def register_in(request: Request) -> HttpResponse:
    return _register(request, Direction.IN, "documents/register_in.html")


def _register(request: Request, direction: Direction, template: str) -> HttpResponse:
    """One book of one unit and year; `rows=all` prints it whole."""
    units, unit = units_read(request)
    year = _year(request)
    words = request.GET.get("q", "").strip()[:LONGEST_SEARCH]
    entries = queries.searched(queries.book_entries(unit, direction, year), words)
    whole = request.GET.get("rows") == "all"
    shown = Paginator(entries, max(entries.count(), 1) if whole else ROWS)
    entries_page = shown.get_page(request.GET.get("page"))
    context = {
        "units": units,
        "unit": unit,
        "year": year,
        "years": queries.years_of(unit, direction, request.actor.day),
        "words": words,
        "whole": whole,
        "page": entries_page,
        "rows": rows_of(list(entries_page)),
    }
    if direction == Direction.OUT:
        context["unnumbered"] = [
            (paper, look_of(paper)) for paper in queries.without_number(unit, year)
        ]
        context["may_number"] = policies.may_number(request.actor, unit)
    else:
        context["arrivals"] = _arrivals(request, unit)
    return page(request, template, context, fragment="book")


def _arrivals(request: Request, unit: Unit) -> list[object]:
    """What reached the unit through the system and is not in its book yet."""
    arrived = queries.arrivals_for(request.actor).filter(unit=unit, registered_as=None)
    return list(arrived)


@require_safe
def numbers(request: Request) -> HttpResponse:
    return _numbers(request)


@require_POST
def reserve(request: Request) -> HttpResponse:
    form = ReserveForm(request.POST)
    if not form.is_valid():
        return _numbers(request, reserve_form=form, status=422)
    entry = actions.reserve_number(
        unit=units_read(request)[1], by=request.actor, at=clock.now(), **form.cleaned_data
    )
    messages.success(request, _("Đã giữ số %(number)02d.") % {"number": entry.number})
    return _back_to_numbers(entry)


@require_POST
def cancel(request: Request) -> HttpResponse:
    form = CancelForm(request.POST)
    if not form.is_valid():
        return _numbers(request, cancel_form=form, status=422)
    entry = actions.cancel_number(
        unit=units_read(request)[1], by=request.actor, at=clock.now(), **form.cleaned_data
    )
    messages.success(request, _("Đã hủy số %(number)02d.") % {"number": entry.number})
    return _back_to_numbers(entry)


def _numbers(
    request: Request,
    *,
    reserve_form: ReserveForm | None = None,
    cancel_form: CancelForm | None = None,
    status: int = 200,
) -> HttpResponse:
    units, unit = units_read(request)
    require(policies.may_number(request.actor, unit))
    year = _year(request)
    context = {
        "units": units,
        "unit": unit,
        "year": year,
        "this_year": request.actor.day.year,
        "years": queries.years_of(unit, Direction.OUT, request.actor.day),
        "next": queries.last_number(unit, year) + 1,
        "reserved": queries.unused_reservations(unit, year),
        "gaps": list(queries.gaps(unit, year)),
        "cancelled": queries.cancelled_numbers(unit, year),
        "reserve_form": reserve_form or ReserveForm(),
        "cancel_form": cancel_form or CancelForm(initial={"year": year}),
    }
    return render(request, "documents/numbers.html", context, status=status)


def _year(request: Request) -> int:
    asked = request.POST.get("year") or request.GET.get("year", "")
    year = int(asked) if asked.isdecimal() and len(asked) == len("2024") else 0
    return year if year in YEARS else request.actor.day.year


def _back_to_numbers(entry: BookEntry) -> HttpResponse:
    book = entry.book
    return redirect(f"{reverse('documents:numbers')}?unit={book.unit_id}&year={book.year}")
