"""Terms of office: written down, mended, taken away."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from thidua.core import clock
from thidua.core.posted import carried_out, posted
from thidua.core.verdict import require
from thidua.org.actions.terms import begin_term, correct_term, drop_term
from thidua.org.forms.unit_facts import TermEditForm, TermForm
from thidua.org.http import Request
from thidua.org.models import Term, Unit
from thidua.org.policies.units import may_keep
from thidua.org.queries.visible import units_visible_to
from thidua.org.views.unit import get_unit

BOTH = ["GET", "HEAD", "POST"]
COLUMNS = ("body", "ordinal", "from_year", "to_year", "congress_on", "decision")


@require_http_methods(BOTH)
def new_term(request: Request, pk: int) -> HttpResponse:
    unit = get_unit(request, pk)
    require(may_keep(request.actor, unit))
    form = TermForm(**posted(request))
    if form.is_valid():
        begun = carried_out(
            form,
            lambda: begin_term(unit=unit, facts=form.facts(), by=request.actor, at=clock.now()),
        )
        if begun:
            messages.success(request, _("Đã ghi nhiệm kỳ."))
            return redirect("org:unit_facts", unit.pk)
    return _form_page(request, unit, form, None)


@require_http_methods(BOTH)
def edit_term(request: Request, pk: int) -> HttpResponse:
    term = _get(request, pk)
    require(may_keep(request.actor, term.unit))
    form = TermEditForm(**posted(request), initial={name: getattr(term, name) for name in COLUMNS})
    if form.is_valid():
        mended = carried_out(
            form,
            lambda: correct_term(term=term, facts=form.facts(), by=request.actor, at=clock.now()),
        )
        if mended:
            messages.success(request, _("Đã sửa nhiệm kỳ."))
            return redirect("org:unit_facts", term.unit_id)
    return _form_page(request, term.unit, form, term)


@require_POST
def remove_term(request: Request, pk: int) -> HttpResponse:
    term = _get(request, pk)
    drop_term(term=term, by=request.actor, at=clock.now())
    messages.success(request, _("Đã xóa nhiệm kỳ ghi nhầm."))
    return redirect("org:unit_facts", term.unit_id)


def _get(request: Request, pk: int) -> Term:
    seen = units_visible_to(request.actor).values("pk")
    return get_object_or_404(Term.objects.select_related("unit", "body"), pk=pk, unit__in=seen)


def _form_page(request: Request, unit: Unit, form: TermForm, term: Term | None) -> HttpResponse:
    context = {"unit": unit, "form": form, "term": term}
    status = 422 if form.is_bound else 200
    return render(request, "org/units/term.html", context, status=status)
