"""The sheets: the list, a new one, the page of one and its acts."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.core import clock
from thidua.core.asked import asked_number
from thidua.core.keyed_pages import KeyedPaginator
from thidua.core.posted import carried_out
from thidua.core.verdict import require
from thidua.org.http import Request
from thidua.org.models import Unit
from thidua.org.rights import Right
from thidua.plans.models import Phase
from thidua.plans.queries import plans_visible_to
from thidua.pledges import actions, policies, queries
from thidua.pledges.forms import DaysForm, OpenForm, WordingForm
from thidua.pledges.models import Sheet
from thidua.pledges.prefill import prefill
from thidua.pledges.standing import standing_of_sheet
from thidua.pledges.views.showing import link_of

PER_PAGE = 50
WORDING = ("title", "words", "purpose", "contact")


@require_safe
def sheet_list(request: Request) -> HttpResponse:
    """Own sheets and those of units below, what is late first: figures only."""
    ordered = queries.most_urgent_first(queries.sheets_known_to(request.actor))
    pages = KeyedPaginator(ordered, PER_PAGE, queries.listed_sheets())
    shown = pages.get_page(request.GET.get("page"))
    rows = [
        (sheet, share, standing_of_sheet(sheet, request.actor.day).value)
        for sheet, share in queries.shown_with_figures(shown, request.actor.day)
    ]
    context = {"page": shown, "rows": rows, "choices": _choices(request)}
    return render(request, "pledges/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def open_(request: Request) -> HttpResponse:
    """A new sheet: first for which phase, then its words, filled from the plan."""
    require(policies.may_open_somewhere(request.actor))
    unit, phase = _asked(request)
    if unit is None or phase is None:
        return render(request, "pledges/choose.html", {"choices": _choices(request)})
    require(policies.may_open(request.actor, unit))
    context: dict[str, Any] = {"unit": unit, "phase": phase}
    known = Sheet.objects.filter(unit=unit, phase=phase).first()
    if known is not None and request.method != "POST":
        return redirect(known)
    if request.method != "POST":
        first = prefill(unit, phase, request.actor)
        form = OpenForm(initial={name: getattr(first, name) for name in OpenForm.base_fields})
        return render(request, "pledges/open.html", context | {"form": form})
    form = OpenForm(request.POST)
    if not form.is_valid():
        return render(request, "pledges/open.html", context | {"form": form}, status=422)
    opened = carried_out(form, lambda: _open(request, unit, phase, form))
    if opened is None:
        return render(request, "pledges/open.html", context | {"form": form}, status=409)
    messages.success(request, _("Đã mở %(sheet)s. In mã QR hoặc gửi liên kết.") % {"sheet": opened})
    return redirect(opened)


def _open(request: Request, unit: Unit, phase: Phase, form: OpenForm) -> Sheet:
    return actions.open_sheet(
        unit=unit,
        phase=phase,
        wording=form.wording(),
        opens_on=form.cleaned_data["opens_on"],
        closes_on=form.cleaned_data["closes_on"],
        by=request.actor,
        at=clock.now(),
    )


def _asked(request: Request) -> tuple[Unit | None, Phase | None]:
    """The unit and phase the address names, if the unit is one of theirs and lives by the plan."""
    sent = request.POST if request.method == "POST" else request.GET
    unit_id, phase_id = asked_number(sent.get("unit", "")), asked_number(sent.get("phase", ""))
    if unit_id is None or phase_id is None:
        return None, None
    mine = request.actor.holding(Right.PLEDGE_KEEP)
    unit = get_object_or_404(Unit.objects.select_related("kind").filter(pk__in=mine), pk=unit_id)
    phases = queries.living_phases(unit, request.actor.day)
    return unit, next((phase for phase in phases if phase.pk == phase_id), None)


def _choices(request: Request) -> list[tuple[Unit, Phase]]:
    """The unit and phase for which they can open a sheet today."""
    day, mine = request.actor.day, request.actor.holding(Right.PLEDGE_KEEP)
    units = Unit.objects.filter(pk__in=mine, kind__keeps_register=True).select_related("kind")
    return [
        (unit, phase)
        for unit in units
        if queries.is_workplace(unit, day)
        for phase in queries.openable(unit, day)
    ]


@require_safe
def sheet(request: Request, pk: int) -> HttpResponse:
    """Figures for everybody who may know of the sheet; the code and its acts for its keepers."""
    return _page(request, get_sheet(request, pk))


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: Request, pk: int) -> HttpResponse:
    """Other words, as long as nobody has signed them."""
    shown = get_sheet(request, pk)
    require(policies.may_reword(request.actor, shown))
    context = {"sheet": shown}
    if request.method != "POST":
        form = WordingForm(initial={name: getattr(shown, name) for name in WORDING})
        return render(request, "pledges/edit.html", context | {"form": form})
    form = WordingForm(request.POST)
    if not form.is_valid():
        return render(request, "pledges/edit.html", context | {"form": form}, status=422)
    actions.reword_sheet(sheet=shown, wording=form.wording(), by=request.actor, at=clock.now())
    messages.success(request, _("Đã ghi lời giao ước mới."))
    return redirect(shown)


@require_POST
def days(request: Request, pk: int) -> HttpResponse:
    """Another last day."""
    shown = get_sheet(request, pk)
    require(policies.may_change(request.actor, shown))
    form = DaysForm(request.POST)
    if not form.is_valid():
        return _page(request, shown, 422, days_form=form)
    changed = carried_out(
        form,
        lambda: actions.change_days(
            sheet=shown, by=request.actor, at=clock.now(), **form.cleaned_data
        ),
    )
    if changed is None:
        return _page(request, shown, 409, days_form=form)
    messages.success(request, _("Đã đổi ngày chốt."))
    return redirect(shown)


@require_POST
def code(request: Request, pk: int) -> HttpResponse:
    """Revoke the code in use and make another."""
    shown = get_sheet(request, pk)
    actions.renew_code(sheet=shown, by=request.actor, at=clock.now())
    messages.success(
        request, _("Đã thu hồi mã cũ và lập mã mới. Bản in cũ không dùng được nữa, hãy in lại.")
    )
    return redirect(shown)


@require_POST
def close(request: Request, pk: int) -> HttpResponse:
    """*Chốt* the sheet."""
    shown = get_sheet(request, pk)
    actions.close_sheet(sheet=shown, by=request.actor, at=clock.now())
    messages.success(request, _("Đã chốt bản giao ước. Từ giờ không ghi thêm chữ ký."))
    return redirect(shown)


@require_POST
def reopen(request: Request, pk: int) -> HttpResponse:
    """Undo the closing."""
    shown = get_sheet(request, pk)
    actions.reopen_sheet(sheet=shown, by=request.actor, at=clock.now())
    messages.success(request, _("Đã mở lại bản giao ước."))
    return redirect(shown)


def get_sheet(request: Request, pk: int) -> Sheet:
    """The sheet, if they may know it exists."""
    return get_object_or_404(queries.sheets_visible_to(request.actor), pk=pk)


def _page(request: Request, shown: Sheet, status: int = 200, **extra: object) -> HttpResponse:
    actor = request.actor
    keeps = policies.may_keep(actor, shown)
    names = policies.may_see_names(actor, shown)
    context = {
        "sheet": shown,
        "share": queries.figures_of(shown, actor.day),
        "groups": queries.groups_of(shown, actor.day),
        "standing": standing_of_sheet(shown, actor.day).value,
        "late_days": (actor.day - shown.closes_on).days,
        "link": link_of(request, shown) if names else None,
        "keeps": keeps,
        "may_see_names": names,
        "may_open_plan": plans_visible_to(actor).filter(pk=shown.phase.plan_id).exists(),
        "may_record": policies.may_record(actor, shown),
        "may_reword": policies.may_reword(actor, shown),
        "may_reopen": policies.may_reopen(actor, shown),
        "days_form": DaysForm(initial={"closes_on": shown.closes_on}),
        "lists": queries.lists_of(shown) if names else [],
    }
    return render(request, "pledges/sheet.html", context | extra, status=status)
