"""The meeting room: attendance, questions with their grounds, hands, minutes."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.core import clock
from thidua.core.posted import carried_out
from thidua.core.verdict import require
from thidua.councils import actions, policies, queries
from thidua.councils.asking import Shown, askers
from thidua.councils.forms import AttendanceForm, ClosingForm, HandsForm
from thidua.councils.minutes import minutes_name
from thidua.councils.models import Item, Seat, SeatRole, Session, SessionStatus
from thidua.councils.rules import MAJORITY, QUORUM, carried, needed_of, quorum_of
from thidua.files.http import download
from thidua.org.http import Request


@require_safe
def session(request: Request, pk: int) -> HttpResponse:
    """One meeting, open or closed."""
    return _page(request, get_session(request, pk), 200)


@require_POST
def attend(request: Request, pk: int) -> HttpResponse:
    """Who was there, who led, who wrote."""
    found = get_session(request, pk)
    require(policies.may_record(request.actor, found))
    form = AttendanceForm(request.POST, seats=queries.seats_on(found.council, found.held_on))
    if not form.is_valid():
        return _page(request, found, 422, attendance=form)
    typed = form.cleaned_data
    done = carried_out(
        form,
        lambda: actions.record_attendance(
            session=found,
            present=[int(pk) for pk in typed["present"]],
            chaired_by=int(typed["chaired_by"]),
            kept_by=int(typed["kept_by"]),
            by=request.actor,
            at=clock.now(),
        ),
    )
    if done is None:
        return _page(request, found, 409, attendance=form)
    messages.success(request, _("Đã ghi thành phần dự họp."))
    return redirect(found)


@require_POST
def count(request: Request, pk: int) -> HttpResponse:
    """The hands raised on one question."""
    item = get_object_or_404(queries.items_visible_to(request.actor), pk=pk)
    found = get_session(request, item.session_id)
    require(policies.may_record(request.actor, found))
    form = HandsForm(request.POST, prefix=f"item-{item.pk}")
    if not form.is_valid():
        return _page(request, found, 422, bound=(item.pk, form))
    typed = form.cleaned_data
    done = carried_out(
        form,
        lambda: actions.count_hands(item=item, **typed, by=request.actor, at=clock.now()),
    )
    if done is None:
        return _page(request, found, 409, bound=(item.pk, form))
    messages.success(request, _("Đã ghi kết quả biểu quyết: %(item)s.") % {"item": item})
    return redirect(found)


@require_POST
def close(request: Request, pk: int) -> HttpResponse:
    """Make the minutes; nothing of the session changes afterwards."""
    found = get_session(request, pk)
    require(policies.may_record(request.actor, found))
    form = ClosingForm(request.POST)
    if not form.is_valid():
        return _page(request, found, 422, closing=form)
    done = carried_out(
        form,
        lambda: actions.close_session(
            session=found, notes=form.cleaned_data["notes"], by=request.actor, at=clock.now()
        ),
    )
    if done is None:
        return _page(request, found, 409, closing=form)
    messages.success(request, _("Đã kết thúc phiên họp và lập biên bản."))
    return redirect(done)


@require_safe
def minutes(request: Request, pk: int) -> HttpResponse:
    """The minutes as they were made."""
    found = get_session(request, pk)
    if found.minutes is None:
        raise Http404
    return download(found.minutes, minutes_name(found), inline=True)


def get_session(request: Request, pk: int) -> Session:
    """The session, if they may know it exists."""
    return get_object_or_404(queries.sessions_visible_to(request.actor), pk=pk)


def _page(request: Request, found: Session, status: int, **extra: Any) -> HttpResponse:
    seats = queries.seats_on(found.council, found.held_on)
    there = set(found.attendances.values_list("seat", flat=True))
    recording = policies.may_record(request.actor, found)
    initial = {
        "present": [str(pk) for pk in there] or [str(seat.pk) for seat in seats],
        "chaired_by": found.chaired_by_id,
        "kept_by": found.kept_by_id or _secretary(seats),
    }
    context = {
        "session": found,
        "council": found.council,
        "closed": found.status == SessionStatus.CLOSED,
        "ahead": found.held_on > request.actor.day,
        "seats": [(seat, seat.pk in there) for seat in seats],
        "present": len(there),
        "rows": _rows(found, len(there), extra.pop("bound", None)),
        "may_record": recording,
        "why_not_close": policies.may_close(request.actor, found) if recording else recording,
        "attendance": AttendanceForm(seats=seats, initial=initial),
        "closing": ClosingForm(),
        "quorum": quorum_of(len(seats)),
        "needed": needed_of(len(there)),
        "quorum_source": QUORUM.source,
        "majority_source": MAJORITY.source,
    }
    return render(request, "councils/session.html", context | extra, status=status)


def _secretary(seats: list[Seat]) -> int | None:
    """Who writes the minutes unless somebody else is chosen."""
    return next((seat.pk for seat in seats if seat.role == SeatRole.SECRETARY), None)


def _rows(
    found: Session, present: int, bound: tuple[int, HandsForm] | None
) -> list[dict[str, Any]]:
    items = list(found.items.all())
    shown: dict[int, Shown] = {}
    for asker in askers():
        shown |= asker.shown(items, found.held_on)
    return [
        {
            "item": item,
            "shown": shown.get(item.pk),
            "carried": item.counted and carried(item, present),
            "form": bound[1] if bound and bound[0] == item.pk else _hands(item),
        }
        for item in items
    ]


def _hands(item: Item) -> HandsForm:
    names = ("agree", "disagree", "abstain", "remark")
    return HandsForm(
        prefix=f"item-{item.pk}", initial={name: getattr(item, name) for name in names}
    )
