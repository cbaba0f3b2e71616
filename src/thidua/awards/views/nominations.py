"""Nominations: the list, writing one, its page."""

import secrets
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.awards import actions, policies, queries
from thidua.awards.eligibility import notes_on
from thidua.awards.forms import PERSON, UNIT, NominationForm, ReasonForm
from thidua.awards.looks import code_of, hold_of
from thidua.awards.models import Nomination, NominationStatus
from thidua.awards.offers import deciders_for, kinds_of, phases_of
from thidua.core import clock
from thidua.core.htmx import page
from thidua.core.keyed_pages import KeyedPaginator
from thidua.core.posted import carried_out, posted
from thidua.core.verdict import Verdict, require
from thidua.councils.queries import sessions_visible_to
from thidua.org.http import Request, asked_unit
from thidua.org.models import Unit
from thidua.org.rights import Right

BOTH = ["GET", "HEAD", "POST"]
ONCE_BYTES, PER_PAGE = 16, 50


@require_safe
def nomination_list(request: Request) -> HttpResponse:
    """Everything put forward by their units or sent to them, by state."""
    visible = queries.nominations_visible_to(request.actor)
    chosen = request.GET.get("trang-thai", "")
    shown = visible.filter(status=chosen) if chosen in NominationStatus.values else visible
    ordered = shown.order_by("-created_at", "-pk")
    pages = KeyedPaginator(ordered, PER_PAGE, queries.whole_nominations())
    listed = pages.get_page(request.GET.get("page"))
    actor = request.actor
    context = {
        "page": listed,
        "rows": [(one, code_of(one)) for one in listed],
        "states": NominationStatus.choices,
        "chosen": chosen,
        "may_nominate": bool(actor.holding(Right.AWARD_NOMINATE)),
        "may_review": bool(actor.holding(Right.AWARD_REVIEW)),
    }
    return page(request, "awards/list.html", context, fragment="rows")


@require_safe
def detail(request: Request, pk: int) -> HttpResponse:
    """One nomination: whom, why, what speaks against it, who holds it."""
    return nomination_page(request, get_nomination(request, pk), 200)


@require_http_methods(BOTH)
def new(request: Request) -> HttpResponse:
    """Put somebody of one's unit forward, to the superior or to the unit itself."""
    units = list(Unit.objects.filter(pk__in=request.actor.holding(Right.AWARD_NOMINATE)))
    if not units:
        require(Verdict(_("Chỉ người được giao đề nghị khen thưởng mở được trang này.")))
    unit = asked_unit(request, units)
    deciders = deciders_for(unit, request.actor.day)
    decider = asked_unit(request, deciders, "to") if deciders else None
    context = {"unit": unit, "units": units, "deciders": deciders, "decider": decider}
    if decider is None:
        return render(request, "awards/new.html", context)
    form = _form(request, unit, decider, {"once": secrets.token_urlsafe(ONCE_BYTES)})
    status = 200
    if request.method == "POST":
        made = _started(request, unit, decider, form) if form.is_valid() else None
        if made is not None:
            messages.success(request, _("Đã ghi đề nghị. Soát lại rồi gửi."))
            return redirect(made)
        status = 422
    return render(request, "awards/new.html", context | {"form": form}, status=status)


def _started(
    request: Request, unit: Unit, decider: Unit, form: NominationForm
) -> Nomination | None:
    return carried_out(
        form,
        lambda: actions.start_nomination(
            unit=unit,
            wanted=_wanted(form, decider),
            once=form.cleaned_data["once"],
            by=request.actor,
            at=clock.now(),
        ),
    )


@require_http_methods(BOTH)
def edit(request: Request, pk: int) -> HttpResponse:
    """Write a draft or a returned nomination anew."""
    one = get_nomination(request, pk)
    require(policies.may_edit(request.actor, one))
    form = _form(request, one.unit, one.decided_by, _initial(one))
    status = 200
    if request.method == "POST":
        done = _changed(request, one, form) if form.is_valid() else None
        if done is not None:
            messages.success(request, _("Đã ghi đề nghị."))
            return redirect(one)
        status = 422
    context = {"form": form, "nomination": one, "unit": one.unit, "decider": one.decided_by}
    return render(request, "awards/edit.html", context, status=status)


def _changed(request: Request, one: Nomination, form: NominationForm) -> Nomination | None:
    return carried_out(
        form,
        lambda: actions.change_nomination(
            nomination=one,
            wanted=_wanted(form, one.decided_by),
            by=request.actor,
            at=clock.now(),
        ),
    )


@require_POST
def submit(request: Request, pk: int) -> HttpResponse:
    """Send it to the deciding unit."""
    one = get_nomination(request, pk)
    actions.submit_nomination(nomination=one, by=request.actor, at=clock.now())
    messages.success(request, _("Đã gửi đề nghị đến %(unit)s.") % {"unit": one.decided_by})
    return redirect(one)


@require_POST
def withdraw(request: Request, pk: int) -> HttpResponse:
    """Take it back to go on writing."""
    one = get_nomination(request, pk)
    actions.withdraw_nomination(nomination=one, by=request.actor, at=clock.now())
    messages.success(request, _("Đã rút lại đề nghị để sửa."))
    return redirect(one)


def get_nomination(request: Request, pk: int) -> Nomination:
    """The nomination, if they may know it exists."""
    visible = queries.nominations_visible_to(request.actor).select_related(
        "created_by__person", "person", "subject_unit", "line__of__document", "award__decision"
    )
    return get_object_or_404(visible, pk=pk)


def nomination_page(request: Request, one: Nomination, status: int, **extra: Any) -> HttpResponse:
    """The page of a nomination, also when a form on it came back."""
    actor = request.actor
    submitting = policies.may_submit(actor, one)
    context = {
        "nomination": one,
        "hold": hold_of(one, actor),
        "notes": notes_on(one, actor.day),
        "may_edit": policies.may_edit(actor, one),
        "may_submit": submitting,
        "may_withdraw": policies.may_withdraw(actor, one),
        "may_review": policies.may_review(actor, one),
        "may_take_back": policies.may_take_back(actor, one),
        "return_form": ReasonForm(prefix="return"),
        "decline_form": ReasonForm(prefix="decline"),
        "line": getattr(one, "line", None),
        "award": getattr(one, "award", None),
        "session": sessions_visible_to(actor).filter(items__nomination=one).first(),
    }
    return render(request, "awards/detail.html", context | extra, status=status)


def _form(request: Request, unit: Unit, decider: Unit, initial: dict[str, Any]) -> NominationForm:
    day = request.actor.day
    return NominationForm(
        **posted(request),
        unit=unit,
        day=day,
        kinds=kinds_of(decider, day),
        phases=list(phases_of(decider, day)),
        initial={"sort": PERSON} | initial,
    )


def _wanted(form: NominationForm, decider: Unit) -> actions.Wanted:
    typed = form.cleaned_data
    names = ("phase", "kind", "subject", "subject_post", "merit", "achievements")
    return actions.Wanted(decided_by=decider, **{name: typed[name] for name in names})


def _initial(one: Nomination) -> dict[str, Any]:
    names = ("kind", "phase", "subject_post", "merit", "achievements", "subject_unit")
    return {name: getattr(one, name) for name in names} | {
        "sort": PERSON if one.person else UNIT,
        "who": (one.person.code or one.person.name) if one.person else "",
    }
