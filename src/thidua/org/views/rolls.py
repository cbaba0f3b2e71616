"""What is done to the people picked from the list, with undo; and all of it by day."""

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.core import clock
from thidua.core.asked import asked_number
from thidua.core.keyed_pages import KeyedPaginator
from thidua.core.posted import carried_out
from thidua.org.actions.rolls import admit, drop, transfer, undo_roll
from thidua.org.forms.rolls import PeriodForm, RollForm
from thidua.org.http import Request
from thidua.org.models import Person, RollAct, RollKind, Unit
from thidua.org.policies.people import may_keep_people
from thidua.org.policies.rolls import may_undo_roll
from thidua.org.queries.changes import (
    counted_by_reason,
    counted_by_way,
    gained_in,
    lost_in,
    number,
    whole_rows,
)
from thidua.org.queries.people import people_visible_to, scope_of
from thidua.org.queries.rolls import rolls_of, rolls_visible_to
from thidua.org.views.people_asked import ONLY_HERE, asked_list_unit
from thidua.org.views.person import BOTH

MOST, ROWS, LATEST = 200, 25, 10


@require_http_methods(BOTH)
def people_act(request: Request) -> HttpResponse:
    """First the people with the question what to do; then it is done, all or none."""
    unit, _own, _problem = asked_list_unit(request)
    people = _picked(request)
    if not people:
        messages.warning(request, _("Chưa chọn ai. Hãy đánh dấu người trong danh sách."))
        return redirect(_list_of(unit))
    units = Unit.objects.filter(kept_by=None)
    if "kind" not in request.POST:
        form = RollForm(initial={"on": request.actor.day, "kind": RollKind.DROP}, units=units)
        return _page(request, unit, people, form)
    form = RollForm(request.POST, units=units)
    act = _done(request, unit, people, form) if form.is_valid() else None
    if act is None:
        return _page(request, unit, people, form, 422)
    messages.success(request, _("Đã ghi. Có thể hoàn tác ở trang này."))
    return redirect(act)


@require_safe
def roll_act(request: Request, pk: int) -> HttpResponse:
    act = get_object_or_404(rolls_visible_to(request.actor), pk=pk)
    context = {
        "act": act,
        "people": Person.objects.filter(pk__in=act.concerned).order_by("alphabetical"),
        "may_undo": may_undo_roll(request.actor, act),
    }
    return render(request, "org/people/roll_act.html", context)


@require_POST
def roll_undo(request: Request, pk: int) -> HttpResponse:
    act = get_object_or_404(rolls_visible_to(request.actor), pk=pk)
    undo_roll(act=act, by=request.actor, at=clock.now())
    messages.success(request, _("Đã hoàn tác: danh sách trở lại như trước."))
    return redirect(act)


@require_safe
def people_changes(request: Request) -> HttpResponse:
    """Gained and lost in a period, with counts; by default this year until today."""
    unit, own, problem = asked_list_unit(request)
    usual = {"first": date(request.actor.day.year, 1, 1), "last": request.actor.day}
    typed = {name: request.GET.get(name, "").strip() for name in usual}
    form = PeriodForm({name: typed[name] or day for name, day in usual.items()})
    # An unreadable day is told beside the field; the list shows the usual one meanwhile.
    days = usual | (form.cleaned_data if form.is_valid() else {})
    first, last = days["first"], days["last"]
    scope = scope_of(unit, request.actor.day, below=request.GET.get("only") != ONLY_HERE)
    lost = request.GET.get("show") == "lost"
    gained_rows, lost_rows = gained_in(scope, first, last), lost_in(scope, first, last)
    gained, lost_counts = counted_by_way(gained_rows), counted_by_reason(lost_rows)
    rows, counted = (lost_rows, lost_counts) if lost else (gained_rows, gained)
    pages = KeyedPaginator(rows, ROWS, whole_rows(), number(counted))
    context = {
        "unit": unit,
        "own": own,
        "problem": problem,
        "form": form,
        "first": first,
        "last": last,
        "only": not scope.below,
        "lost": lost,
        "gained_counts": gained,
        "lost_counts": lost_counts,
        "page": pages.get_page(request.GET.get("page")),
        "acts": rolls_of(unit)[:LATEST],
        "may_keep": may_keep_people(request.actor, unit),
    }
    return render(request, "org/people/changes.html", context)


def _picked(request: Request) -> list[Person]:
    """Those marked in the list that the reader may see; what is no key is nobody."""
    typed = request.POST.getlist("person") or request.GET.getlist("person")
    keys = {number for one in typed[:MOST] if (number := asked_number(one)) is not None}
    seen = people_visible_to(request.actor).filter(pk__in=keys, merged_into=None)
    return list(seen.order_by("alphabetical", "pk"))


def _done(request: Request, unit: Unit, people: list[Person], form: RollForm) -> RollAct | None:
    typed, order = form.cleaned_data, form.order()
    by, at = request.actor, clock.now()
    if typed["kind"] == RollKind.ADMIT:
        return carried_out(
            form, lambda: admit(people=people, unit=typed["to"], order=order, by=by, at=at)
        )
    if typed["kind"] == RollKind.TRANSFER:
        return carried_out(
            form,
            lambda: transfer(people=people, unit=unit, to=typed["to"], order=order, by=by, at=at),
        )
    return carried_out(form, lambda: drop(people=people, unit=unit, order=order, by=by, at=at))


def _page(
    request: Request, unit: Unit, people: list[Person], form: RollForm, status: int = 200
) -> HttpResponse:
    context = {"unit": unit, "people": people, "form": form}
    return render(request, "org/people/act.html", context, status=status)


def _list_of(unit: Unit) -> str:
    return f"{reverse('org:people')}?unit={unit.pk}"
