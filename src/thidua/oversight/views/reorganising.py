"""Decisions about the organisation: the list, the head of one, its page."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.core import clock
from thidua.core.htmx import page
from thidua.core.posted import carried_out, posted
from thidua.core.verdict import Verdict, require
from thidua.org.http import Request, asked_unit
from thidua.org.models import Reorganisation, State, Unit
from thidua.org.queries import reorganisations_visible_to
from thidua.org.reorganising.finding import units_inside, with_key
from thidua.org.rights import Right
from thidua.oversight.actions import reorganising_drafts as drafts
from thidua.oversight.forms.reorganising import HeadEditForm, HeadForm, UndoForm
from thidua.oversight.models import GOING, ActTable, Run
from thidua.oversight.policies import reorganising as policies
from thidua.oversight.reorganising.describing import code_of, lines_of
from thidua.oversight.reorganising.offering import Offer

BOTH = ["GET", "HEAD", "POST"]
PER_PAGE, ACTS_PER_PAGE = 50, 50
HEAD = ("title", "on", "type_name", "number", "dated_on", "issuer")


@require_safe
def listing(request: Request) -> HttpResponse:
    """All decisions about the parts they keep, the latest first."""
    shown = reorganisations_visible_to(request.actor)
    state, words = request.GET.get("trang-thai", ""), request.GET.get("q", "").strip()
    if state in State.values:
        shown = shown.filter(state=state)
    if words:
        shown = shown.filter(title__icontains=words)
    listed = Paginator(shown.order_by("-on", "-pk"), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": listed,
        "rows": [(one, code_of(one)) for one in listed],
        "states": State.choices,
        "state": state,
        "q": words,
        "may_draft": bool(request.actor.holding(Right.UNIT_REORGANISE)),
    }
    return page(request, "oversight/reorganising/list.html", context, fragment="rows")


@require_http_methods(BOTH)
def new(request: Request) -> HttpResponse:
    """Begin a decision for a part of the organisation."""
    units = list(Unit.objects.filter(pk__in=request.actor.holding(Right.UNIT_REORGANISE)))
    if not units:
        require(
            Verdict(_("Chỉ người được giao thi hành quyết định sắp xếp tổ chức mở được trang này."))
        )
    top, first = _top_and_first(request, units)
    form = HeadForm(
        **posted(request),
        offer=Offer(top, request.actor.day, ()),
        initial={"unit": with_key(top), "on": request.actor.day},
    )
    if request.method == "POST" and form.is_valid():
        made = carried_out(
            form,
            lambda: drafts.draft(
                unit=form.cleaned_data["unit"],
                head=_head(form),
                by=request.actor,
                at=clock.now(),
            ),
        )
        if made is not None:
            messages.success(request, _("Đã lập bản thảo quyết định. Hãy ghi các việc."))
            if first is None:
                return redirect("oversight:reorganisation", made.pk)
            return redirect(f"{reverse('oversight:new_act', args=[made.pk])}?don-vi={first.key}")
    context = {"form": form, "units": units, "top": top, "first": first}
    status = 422 if request.method == "POST" else 200
    return render(request, "oversight/reorganising/new.html", context, status=status)


def _top_and_first(request: Request, units: list[Unit]) -> tuple[Unit, Unit | None]:
    """The part in which it happens, and the unit below it from whose page somebody comes."""
    tops = [asked_unit(request, units, "top")] if request.GET.get("top") else units
    found = ((top, unit_named(request, top)) for top in tops)
    return next(((top, unit) for top, unit in found if unit), (tops[0], None))


def unit_named(request: Request, top: Unit) -> Unit | None:
    """The unit in the address from whose page somebody comes, if it is there below `top`."""
    inside = units_inside(top, request.actor.day)
    return inside.filter(key=request.GET.get("don-vi", ""), kept_by=None).first()


@require_http_methods(BOTH)
def edit(request: Request, pk: int) -> HttpResponse:
    """Change the head of a draft."""
    one = get_reorganisation(request, pk)
    require(policies.may_edit(request.actor, one))
    form = HeadEditForm(**posted(request), initial={name: getattr(one, name) for name in HEAD})
    if request.method == "POST" and form.is_valid():
        done = carried_out(
            form,
            lambda: drafts.edit(
                reorganisation=one, head=_head(form), by=request.actor, at=clock.now()
            ),
        )
        if done is not None:
            messages.success(request, _("Đã ghi quyết định."))
            return redirect("oversight:reorganisation", one.pk)
    context = {"form": form, "one": one}
    status = 422 if request.method == "POST" else 200
    return render(request, "oversight/reorganising/edit.html", context, status=status)


@require_POST
def discard(request: Request, pk: int) -> HttpResponse:
    """Throw a draft away; it says so before."""
    one = get_reorganisation(request, pk)
    drafts.discard(reorganisation=one, by=request.actor, at=clock.now())
    messages.success(request, _("Đã bỏ bản thảo “%(title)s”.") % {"title": one.title})
    return redirect("oversight:reorganisations")


@require_safe
def detail(request: Request, pk: int) -> HttpResponse:
    """The decision, its acts, how far it is, and what can be done with it."""
    return reorganisation_page(request, get_reorganisation(request, pk), 200)


def get_reorganisation(request: Request, pk: int) -> Reorganisation:
    """The decision, if they may know that it exists."""
    return get_object_or_404(reorganisations_visible_to(request.actor), pk=pk)


def reorganisation_page(
    request: Request, one: Reorganisation, status: int, **extra: Any
) -> HttpResponse:
    """The page of a decision, also when a form on it came back."""
    actor = request.actor
    acts = one.acts.select_related("unit", "target", "target_act__unit", "unit_kind")
    listed = Paginator(acts.order_by("position"), ACTS_PER_PAGE).get_page(request.GET.get("page"))
    runs = list(Run.objects.filter(reorganisation=one).select_related("asked_by__person"))
    going = next((run for run in runs if run.state in GOING), None)
    context = {
        "one": one,
        "code": code_of(one),
        "page": listed,
        "lines": lines_of(one, listed),
        "runs": sorted(runs, key=lambda run: run.asked_at, reverse=True),
        "going": going,
        "may_begin_again": going and policies.may_begin_again(actor, going, clock.now()),
        "table": ActTable.objects.filter(reorganisation=one).only("name").first(),
        "may_edit": policies.may_edit(actor, one),
        "may_start": policies.may_start(actor, one),
        "may_take_back": policies.may_take_back(actor, one),
        "undo_form": UndoForm(),
        "place_form": None,
    } | extra
    answer = page(request, "oversight/reorganising/detail.html", context, fragment="run")
    answer.status_code = status
    return answer


def _head(form: HeadForm) -> drafts.Head:
    return drafts.Head(**{name: form.cleaned_data[name] for name in HEAD})
