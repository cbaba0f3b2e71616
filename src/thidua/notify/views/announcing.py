"""Announcements: write, look at the exact list, send, see what became of it."""

import secrets

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.core import clock
from thidua.core.asked import asked_number
from thidua.core.errors import Denied
from thidua.core.posted import carried_out
from thidua.core.seen import mark_of
from thidua.core.verdict import require
from thidua.notify import actions, policies, queries
from thidua.notify.forms.announcing import AnnouncementForm, WordsEditForm
from thidua.notify.models import Announcement, Receiver, WayKind
from thidua.notify.queries.announcing import gone_from, not_left, shown_of, ways_of
from thidua.org.actor import Actor
from thidua.org.http import Request, asked_unit
from thidua.org.models import Unit
from thidua.org.rights import Right

ROWS = 100
NAMED = 5
ONCE_BYTES = 12


@require_safe
def announcements(request: Request) -> HttpResponse:
    """What the reader's units told, the newest first."""
    rows = queries.announcements_visible_to(request.actor)
    context = {
        "announcements": Paginator(rows, ROWS).get_page(request.GET.get("page")),
        "may_write": bool(request.actor.holding(Right.CASCADE_WATCH)),
    }
    return render(request, "notify/announcements.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new_announcement(request: Request) -> HttpResponse:
    """Words and choice; the next page shows everybody who would get it."""
    units = _units(request.actor)
    unit = asked_unit(request, units)
    form = AnnouncementForm(
        request.POST or None,
        day=request.actor.day,
        initial={"once": secrets.token_urlsafe(ONCE_BYTES)},
    )
    if form.is_valid() and (drafted := _drafted(request, unit, form)) is not None:
        return redirect("notify:announcement", drafted.pk)
    status = 422 if form.is_bound else 200
    context = {"form": form, "unit": unit, "units": units}
    return render(request, "notify/announcement_new.html", context, status=status)


def _drafted(request: Request, unit: Unit, form: AnnouncementForm) -> Announcement | None:
    typed = form.cleaned_data
    return carried_out(
        form,
        lambda: actions.draft_announcement(
            unit=unit,
            subject=typed["subject"],
            body=typed["body"],
            choice=form.choice(),
            once=typed["once"],
            by=request.actor,
            at=clock.now(),
        ),
    )


@require_safe
def announcement(request: Request, pk: int) -> HttpResponse:
    """The words, and everybody on the list with the way that leads to them."""
    found = get_object_or_404(queries.announcements_visible_to(request.actor), pk=pk)
    way = request.GET.get("way", "")
    rows = found.receivers.select_related("mail", "hook").order_by("pk")
    shown = rows.filter(way=way) if way in WayKind.values else rows
    may_handle = bool(policies.may_handle(request.actor, found))
    context = {
        "announcement": found,
        "receivers": Paginator(shown, ROWS).get_page(request.GET.get("page")),
        "ways": ways_of(found),
        "way": way,
        "total": rows.count(),
        "may_handle": may_handle,
        "not_left": not_left(found),
    }
    if may_handle:
        gone = gone_from(found, request.actor.day)
        context |= {
            "gone": gone[:NAMED],
            "gone_count": gone.count(),
            "seen": mark_of(*shown_of(found, request.actor.day)),
        }
    return render(request, "notify/announcement.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: Request, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.announcements_visible_to(request.actor), pk=pk)
    require(policies.may_handle(request.actor, found))
    form = WordsEditForm(
        request.POST or None, initial={"subject": found.subject, "body": found.body}
    )
    if form.is_valid():
        actions.edit_announcement(
            announcement=found, by=request.actor, at=clock.now(), **form.cleaned_data
        )
        return redirect("notify:announcement", pk)
    context = {"form": form, "announcement": found}
    status = 422 if form.is_bound else 200
    return render(request, "notify/announcement_edit.html", context, status=status)


@require_POST
def leave_out(request: Request, pk: int) -> HttpResponse:
    """Take the ticked people off the list, or those who have left since it was made."""
    found = get_object_or_404(queries.announcements_visible_to(request.actor), pk=pk)
    typed = map(asked_number, request.POST.getlist("receiver"))
    chosen = [number for number in typed if number is not None]
    if "gone" in request.POST:
        chosen = list(gone_from(found, request.actor.day).values_list("pk", flat=True))
    gone = actions.leave_out(announcement=found, receivers=chosen, by=request.actor, at=clock.now())
    words = ngettext(
        "Đã bỏ %(count)s người khỏi danh sách.", "Đã bỏ %(count)s người khỏi danh sách.", gone
    )
    messages.success(request, words % {"count": gone})
    return redirect("notify:announcement", pk)


@require_POST
def send(request: Request, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.announcements_visible_to(request.actor), pk=pk)
    seen = request.POST.get("seen")
    actions.send_announcement(announcement=found, seen=seen, by=request.actor, at=clock.now())
    messages.success(request, _("Thông báo đang được gửi. Trang này cho biết đã đến đâu."))
    return redirect("notify:announcement", pk)


@require_POST
def drop(request: Request, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.announcements_visible_to(request.actor), pk=pk)
    actions.drop_announcement(announcement=found, by=request.actor, at=clock.now())
    messages.success(request, _("Đã bỏ bản nháp. Chưa ai nhận thông báo này."))
    return redirect("notify:announcements")


@require_safe
def told(request: Request, pk: int) -> HttpResponse:
    """The announcement as the person reads it who was told; nobody else finds it here."""
    mine = Receiver.objects.filter(person=request.user.person_id, handed_at__isnull=False)
    row = get_object_or_404(mine.select_related("announcement__unit"), pk=pk)
    return render(request, "notify/told.html", {"announcement": row.announcement})


def _units(actor: Actor) -> list[Unit]:
    """The units for which one may announce; the one whose letterhead shows comes first."""
    units = Unit.objects.in_bulk(actor.holding(Right.CASCADE_WATCH))
    keys = dict.fromkeys(post.unit_id for post in actor.posts if post.unit_id in units)
    if not keys:
        raise Denied(_("Chỉ người theo dõi đơn vị cấp dưới gửi được thông báo."))
    return [units[key] for key in keys]
