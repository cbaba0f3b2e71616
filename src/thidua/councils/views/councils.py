"""The councils of one's units, who sits in them, and opening their sessions."""

import secrets
from typing import Any

from django.contrib import messages
from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.core import clock
from thidua.core.posted import carried_out, posted
from thidua.core.verdict import Verdict, require
from thidua.councils import actions, policies, queries
from thidua.councils.forms import CouncilForm, EndForm, SeatForm, SessionForm
from thidua.councils.models import Council, Seat, SeatRole, Session
from thidua.councils.people import people_called
from thidua.org.actor import posts_in
from thidua.org.http import Request, asked_unit
from thidua.org.models import Unit

BOTH = ["GET", "HEAD", "POST"]
ONCE_BYTES = 16


@require_safe
def council_list(request: Request) -> HttpResponse:
    """Every council they may see with its sessions, the newest first."""
    sessions = Session.objects.order_by("-held_on", "-pk")
    councils = queries.councils_visible_to(request.actor).prefetch_related(
        Prefetch("sessions", sessions)
    )
    context = {
        "councils": councils.order_by("unit__alphabetical", "-starts_on"),
        "may_keep": _units(request),
    }
    return render(request, "councils/list.html", context)


@require_http_methods(BOTH)
def new(request: Request) -> HttpResponse:
    """Set up a council of one's unit."""
    units = _units(request)
    if not units:
        require(Verdict(_("Chỉ người được giao việc hội đồng mở được trang này.")))
    unit = asked_unit(request, units)
    people = list(dict.fromkeys(post.person for post in posts_in(unit, request.actor.day)))
    form = CouncilForm(**posted(request), people=people, initial=_blank(request, unit))
    status = 200
    if request.method == "POST":
        made = _set_up(request, unit, form) if form.is_valid() else None
        if made is not None:
            messages.success(request, _("Đã lập %(council)s.") % {"council": made})
            return redirect(made)
        status = 422
    context = {"form": form, "unit": unit, "units": units, "seats": [form[n] for n in form.people]}
    return render(request, "councils/new.html", context, status=status)


def _set_up(request: Request, unit: Unit, form: CouncilForm) -> Council | None:
    typed = form.cleaned_data
    return carried_out(
        form,
        lambda: actions.set_up_council(
            unit=unit,
            name=typed["name"],
            basis=typed["basis"],
            starts_on=typed["starts_on"],
            seats=form.seats(),
            once=typed["once"],
            by=request.actor,
            at=clock.now(),
        ),
    )


def _blank(request: Request, unit: Unit) -> dict[str, Any]:
    return {
        "once": secrets.token_urlsafe(ONCE_BYTES),
        "name": _("Hội đồng Thi đua - Khen thưởng %(unit)s") % {"unit": unit},
        "starts_on": request.actor.day,
    }


@require_safe
def council(request: Request, pk: int) -> HttpResponse:
    """One council: its seats and its sessions."""
    return _page(request, get_council(request, pk), 200)


@require_POST
def add_seat(request: Request, pk: int) -> HttpResponse:
    """Somebody of the unit or of the units below joins, found by name or code."""
    found = get_council(request, pk)
    require(policies.may_change(request.actor, found))
    form = SeatForm(request.POST)
    if form.is_valid() and _added(request, found, form):
        messages.success(request, _("Đã thêm thành viên Hội đồng."))
        return redirect(found)
    return _page(request, found, 422, seat_form=form)


def _added(request: Request, found: Council, form: SeatForm) -> bool:
    people = people_called(found.unit, request.actor.day, form.cleaned_data["who"])
    if len(people) != 1:
        problem = (
            _("Có %(count)s người cùng tên này. Hãy gõ mã đoàn viên.") % {"count": len(people)}
            if people
            else _("Không có ai tên hoặc mã như vậy trong danh sách của đơn vị và cấp dưới.")
        )
        form.add_error("who", problem)
        return False
    seat = carried_out(
        form,
        lambda: actions.add_seat(
            council=found,
            person=people[0],
            role=SeatRole(form.cleaned_data["role"]),
            on=request.actor.day,
            by=request.actor,
            at=clock.now(),
        ),
    )
    return seat is not None


@require_POST
def end_seat(request: Request, pk: int) -> HttpResponse:
    """A member leaves from today on."""
    councils = queries.councils_visible_to(request.actor).select_related(None).values("pk")
    seat = get_object_or_404(
        Seat.objects.select_related("council__unit"), pk=pk, council__in=councils
    )
    actions.end_seat(seat=seat, on=request.actor.day, by=request.actor, at=clock.now())
    messages.success(request, _("Đã cho thôi thành viên Hội đồng từ hôm nay."))
    return redirect(seat.council)


@require_http_methods(BOTH)
def end(request: Request, pk: int) -> HttpResponse:
    """What ends with a council, before it is ended; the council cannot be opened again."""
    found = get_council(request, pk)
    require(policies.may_change(request.actor, found))
    form = EndForm(**posted(request), initial={"on": request.actor.day})
    if form.is_valid():
        on = form.cleaned_data["on"]
        ended = carried_out(
            form,
            lambda: actions.end_council(council=found, on=on, by=request.actor, at=clock.now()),
        )
        if ended is not None:
            messages.success(request, _("Đã ghi Hội đồng kết thúc hoạt động."))
            return redirect(ended)
    context = {"council": found, "form": form, "seats": queries.seats_on(found, request.actor.day)}
    status = 422 if form.is_bound else 200
    return render(request, "councils/end.html", context, status=status)


@require_POST
def open_session(request: Request, pk: int) -> HttpResponse:
    """Open a session, for today or for a day to come."""
    found = get_council(request, pk)
    require(policies.may_change(request.actor, found))
    form = SessionForm(request.POST)
    if form.is_valid():
        typed = form.cleaned_data
        opened = carried_out(
            form,
            lambda: actions.open_session(council=found, **typed, by=request.actor, at=clock.now()),
        )
        if opened is not None:
            messages.success(request, _("Đã mở phiên họp."))
            return redirect(opened)
    return _page(request, found, 422, session_form=form)


def get_council(request: Request, pk: int) -> Council:
    """The council, if they may know it exists."""
    return get_object_or_404(queries.councils_visible_to(request.actor), pk=pk)


def _page(request: Request, found: Council, status: int, **extra: Any) -> HttpResponse:
    day = request.actor.day
    blank = {"once": secrets.token_urlsafe(ONCE_BYTES), "held_on": day}
    context = {
        "council": found,
        "seats": queries.seats_on(found, day),
        "missing": queries.missing_roles(found, day),
        "sessions": found.sessions.all(),
        "may_change": policies.may_change(request.actor, found),
        "ended": found.ended_by(day),
        "seat_form": SeatForm(),
        "session_form": SessionForm(initial=blank),
    }
    return render(request, "councils/council.html", context | extra, status=status)


def _units(request: Request) -> list[Unit]:
    return list(queries.units_for(request.actor))
