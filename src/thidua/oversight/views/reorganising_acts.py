"""The acts of a decision: adding one, looking ahead, carrying all out, undoing them."""

from collections import Counter
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.core import clock
from thidua.core.errors import DomainError
from thidua.core.htmx import page
from thidua.core.posted import carried_out, posted
from thidua.core.seen import mark_of
from thidua.core.templatetags.vn import vn_number
from thidua.core.verdict import require
from thidua.org.http import Request
from thidua.org.models import Act, ActKind, Reorganisation, Unit
from thidua.org.reorganising import plan_for
from thidua.org.reorganising.finding import with_key
from thidua.org.reorganising.planning import sentences
from thidua.org.reorganising.wanted import NAMING
from thidua.oversight.actions import reorganising as actions
from thidua.oversight.actions import reorganising_drafts as drafts
from thidua.oversight.forms.acts import ActForm
from thidua.oversight.forms.reorganising import PlaceForm, UndoForm
from thidua.oversight.models import GOING, Run, RunState
from thidua.oversight.policies import reorganising as policies
from thidua.oversight.reorganising.describing import lines_of
from thidua.oversight.reorganising.executing import counts_of, shown_of
from thidua.oversight.reorganising.new_act import NewAct, problems_with
from thidua.oversight.reorganising.offering import Offer
from thidua.oversight.reorganising.previewing import consequences, preview_of, problems_by_act
from thidua.oversight.views.reorganising import (
    ACTS_PER_PAGE,
    BOTH,
    get_reorganisation,
    reorganisation_page,
    unit_named,
)

MOST_AT_ONCE = 2_000
"""Units; what hangs on more of them takes seconds to count."""


@require_http_methods(BOTH)
def new(request: Request, pk: int) -> HttpResponse:
    """Choose the kind of act, then fill in what it needs."""
    one = get_reorganisation(request, pk)
    require(policies.may_edit(request.actor, one))
    kind = request.GET.get("viec", "")
    first = unit_named(request, one.unit)
    context: dict[str, Any] = {"one": one, "kinds": ActKind.choices, "first": first}
    if kind not in ActKind.values:
        return render(request, "oversight/reorganising/act.html", context)
    offer = Offer.of(one, request.actor.day)
    initial = dict.fromkeys(("unit", "units"), with_key(first)) if first else {}
    form = ActForm(**posted(request), kind=kind, offer=offer, initial=initial)
    if request.method == "POST" and form.is_valid() and _added(request, one, kind, form):
        return redirect("oversight:reorganisation", one.pk)
    context |= {"form": form, "kind": kind, "word": ActKind(kind).label, "new": offer.new}
    status = 422 if request.method == "POST" else 200
    return render(request, "oversight/reorganising/act.html", context, status=status)


def _added(request: Request, one: Reorganisation, kind: str, form: ActForm) -> bool:
    acts = _wanted(kind, form.cleaned_data)
    for sentence in dict.fromkeys(problems_with(one, acts).values()):
        form.add_error(None, sentence)
    if form.errors:
        return False
    made = carried_out(
        form,
        lambda: drafts.add_acts(reorganisation=one, acts=acts, by=request.actor, at=clock.now()),
    )
    if made is None:
        return False
    told = ngettext("Đã ghi %(count)s việc.", "Đã ghi %(count)s việc.", len(made))
    messages.success(request, told % {"count": vn_number(len(made))})
    return True


def _wanted(kind: str, typed: dict[str, Any]) -> list[NewAct]:
    """One act for each unit that was named; one that establishes names none."""
    target = typed.get("target")
    units = typed.get("units") or [typed.get("unit")]
    return [
        NewAct(
            kind=ActKind(kind),
            unit=unit,
            target=target if isinstance(target, Unit) else None,
            target_act=target if isinstance(target, Act) else None,
            unit_kind=typed.get("unit_kind"),
            naming={field: typed[field] for field in NAMING if typed.get(field)},
            listed=tuple(child.key for child in typed.get("listed") or ()),
            ends_below=bool(typed.get("ends_below")),
        )
        for unit in units
    ]


@require_POST
def remove(request: Request, pk: int, act: int) -> HttpResponse:
    """Take one act out of the draft."""
    one = get_reorganisation(request, pk)
    row = get_object_or_404(one.acts.all(), pk=act)
    drafts.remove_act(act=row, by=request.actor, at=clock.now())
    messages.success(request, _("Đã bỏ việc số %(position)s.") % {"position": row.position})
    return redirect("oversight:reorganisation", one.pk)


@require_POST
def move(request: Request, pk: int, act: int) -> HttpResponse:
    """Put one act of the draft into another place; a number that is none leaves it."""
    one = get_reorganisation(request, pk)
    row = get_object_or_404(one.acts.all(), pk=act)
    require(policies.may_edit(request.actor, one))
    form = PlaceForm(request.POST, auto_id=f"%s-{row.pk}")
    if not form.is_valid():
        return reorganisation_page(request, one, 422, place_form=form)
    typed = form.cleaned_data["to"]
    to = carried_out(
        form, lambda: drafts.move_act(act=row, to=typed, by=request.actor, at=clock.now())
    )
    if to is None:
        return reorganisation_page(request, one, 409, place_form=form)
    messages.success(request, _("Đã chuyển thành việc số %(position)s.") % {"position": to})
    before = one.acts.filter(position__lt=to).count()
    address = reverse("oversight:reorganisation", args=[one.pk])
    return redirect(f"{address}?page={before // ACTS_PER_PAGE + 1}")


@require_safe
def preview(request: Request, pk: int) -> HttpResponse:
    """What will happen, before anything does; of very many units what hangs on them comes after."""
    one = get_reorganisation(request, pk)
    require(policies.may_edit(request.actor, one))
    planned = plan_for(one)
    problems = problems_by_act(planned)
    acts = one.acts.select_related("unit", "target", "target_act__unit", "unit_kind")
    shown = acts.order_by("position")
    only = request.GET.get("chi-dong-sai") == "1"
    if only:
        shown = shown.filter(pk__in=problems)
    listed = Paginator(shown, ACTS_PER_PAGE).get_page(request.GET.get("page"))
    touched = len(planned.touched())
    counted = None
    if touched <= MOST_AT_ONCE or request.GET.get("dem") == "1":
        counted = preview_of(one, planned)
    members = counted.members if counted else Counter[int]()
    brought = consequences(planned, {act.pk for act in listed}, members)
    context = {
        "one": one,
        "preview": counted,
        "touched": touched,
        "counts": counts_of(planned),
        "sentences": sentences(planned.problems),
        "page": listed,
        "lines": [
            (line, brought.get(line.act.pk, []), problems.get(line.act.pk, ""))
            for line in lines_of(one, listed)
        ],
        "wrong": len(problems),
        "only": only,
        "may_start": policies.may_start(request.actor, one),
        "seen": mark_of(*shown_of(one, planned)),
    }
    return page(request, "oversight/reorganising/preview.html", context, fragment="outcome")


@require_POST
def carry_out(request: Request, pk: int) -> HttpResponse:
    """Do it, or begin doing it behind the scenes."""
    one = get_reorganisation(request, pk)
    seen = request.POST.get("seen")
    run = actions.carry_out(reorganisation=one, seen=seen, by=request.actor, at=clock.now())
    _tell(request, run, _("Đã thi hành quyết định “%(title)s”.") % {"title": one.title})
    return redirect("oversight:reorganisation", one.pk)


@require_POST
def undo(request: Request, pk: int) -> HttpResponse:
    """Take it back, with a reason."""
    one = get_reorganisation(request, pk)
    require(policies.may_take_back(request.actor, one))
    form = UndoForm(request.POST)
    if not form.is_valid():
        return reorganisation_page(request, one, 422, undo_form=form)
    try:
        run = actions.undo(
            reorganisation=one,
            reason=form.cleaned_data["reason"],
            by=request.actor,
            at=clock.now(),
        )
    except DomainError as refusal:
        form.add_error(None, str(refusal))
        return reorganisation_page(request, one, 409, undo_form=form)
    _tell(request, run, _("Đã hoàn tác quyết định “%(title)s”.") % {"title": one.title})
    return redirect("oversight:reorganisation", one.pk)


@require_POST
def go_on(request: Request, pk: int) -> HttpResponse:
    """Begin again what was cut off."""
    one = get_reorganisation(request, pk)
    run = get_object_or_404(Run, reorganisation=one, state__in=GOING)
    actions.go_on(run=run, by=request.actor, at=clock.now())
    messages.info(request, _("Hệ thống bắt đầu làm lại từ đầu. Rời trang cũng được."))
    return redirect("oversight:reorganisation", one.pk)


def _tell(request: Request, run: Run, done: str) -> None:
    if run.state == RunState.DONE:
        messages.success(request, done)
        return
    messages.info(
        request,
        _(
            "Quyết định này lớn nên cần thêm thời gian; hệ thống đang thực hiện. Rời trang "
            "cũng được."
        ),
    )
