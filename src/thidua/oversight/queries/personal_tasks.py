"""What the desk for personal data has to do, and until when (PDP-04, PDP-06, PDP-11)."""

from collections.abc import Callable
from itertools import chain
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.core.links import path_to
from thidua.notify.tasks import Task
from thidua.org.actor import Actor
from thidua.org.models import Asking, Correction
from thidua.org.queries.people import keeping, units_kept_by
from thidua.org.rights import Right
from thidua.oversight.models import (
    Anonymising,
    AnonymisingState,
    Breach,
    DataRequest,
    Wish,
    WishState,
)
from thidua.oversight.queries.personal_data import days_for, kept_or_ended
from thidua.oversight.queries.retention import units_with_something_due
from thidua.oversight.queries.waiting import not_empty

ROOM = "oversight"
OPEN = (WishState.RECEIVED, WishState.TAKEN_UP)
MOST_UNITS = 2
Rows = QuerySet[Any, Any]


def tasks_of(actor: Actor) -> list[Task]:
    """Requests, corrections, second opinions, incidents, records kept long enough."""
    if not keeping(actor) and not actor.holding(Right.PEOPLE_GUARDED):
        return []
    there = not_empty(actor, {name: ask(actor) for name, (ask, _tell) in KINDS.items()})
    told = [tell(ask(actor), actor) for name, (ask, tell) in KINDS.items() if name in there]
    return [*chain.from_iterable(told), *_retention(actor)]


def _open_requests(actor: Actor) -> Rows:
    return DataRequest.objects.filter(kept_or_ended(actor), state__in=OPEN)


def _waiting_corrections(actor: Actor) -> Rows:
    return Correction.objects.filter(unit__in=keeping(actor), state=Asking.WAITING)


def _undecided(actor: Actor) -> Rows:
    waiting = Anonymising.objects.filter(kept_or_ended(actor), state=AnonymisingState.PROPOSED)
    return waiting.exclude(proposed_by=actor.user).exclude(person=actor.user.person_id)


def _unreported(actor: Actor) -> Rows:
    held = actor.holding(Right.PEOPLE_GUARDED) | actor.holding(Right.UNIT_MANAGE)
    return Breach.objects.filter(unit__in=held, closed_at=None, reported_at=None)


def _requests(rows: Rows, actor: Actor) -> list[Task]:
    return [_request(row, actor) for row in rows.select_related("person", "unit")]


def _request(row: DataRequest, actor: Actor) -> Task:
    fresh = row.state == WishState.RECEIVED
    said = {"wish": row.get_wish_display(), "name": row.person.name}
    return Task(
        title=(
            _("Báo đã nhận yêu cầu “%(wish)s” của %(name)s")
            if fresh
            else _("Giải quyết yêu cầu “%(wish)s” của %(name)s")
        )
        % said,
        detail=str(row.unit),
        url=row.get_absolute_url(),
        act=_("Mở yêu cầu"),
        holder=str(actor.user),
        mine=True,
        since=row.received_on,
        due=row.take_up_by if fresh else row.due_on,
        room=ROOM,
    )


def _corrections(waiting: Rows, actor: Actor) -> list[Task]:
    rows = list(waiting.select_related("unit").order_by("asked_at"))
    if not rows:
        return []
    since = timezone.localtime(rows[0].asked_at).date()
    title = ngettext(
        "Xem %(count)s yêu cầu sửa thông tin của đoàn viên",
        "Xem %(count)s yêu cầu sửa thông tin của đoàn viên",
        len(rows),
    )
    return [
        Task(
            title=title % {"count": len(rows)},
            detail=str(rows[0].unit),
            url=path_to("org:corrections"),
            act=_("Xem"),
            holder=str(actor.user),
            mine=True,
            since=since,
            due=days_for(Wish.CORRECTION, since, with_others=False).due_on,
            room=ROOM,
        )
    ]


def _proposals(waiting: Rows, actor: Actor) -> list[Task]:
    return [
        Task(
            title=_("Xét đề nghị ẩn danh %(name)s") % {"name": row.person.name},
            detail=_("%(unit)s · %(name)s đề nghị") % {"unit": row.unit, "name": row.proposed_by},
            url=row.get_absolute_url(),
            act=_("Xem"),
            holder=str(actor.user),
            mine=True,
            since=timezone.localtime(row.proposed_at).date(),
            room=ROOM,
        )
        for row in waiting.select_related("unit", "person", "proposed_by__person")
    ]


def _breaches(rows: Rows, actor: Actor) -> list[Task]:
    return [
        Task(
            title=_("Thông báo sự cố dữ liệu cá nhân: %(title)s") % {"title": row.title},
            detail=_("trong 72 giờ, trước %(moment)s")
            % {"moment": f"{timezone.localtime(row.due_at):%H:%M %d/%m/%Y}"},
            url=row.get_absolute_url(),
            act=_("Mở sự cố"),
            holder=str(actor.user),
            mine=True,
            since=timezone.localtime(row.discovered_at).date(),
            due=timezone.localtime(row.due_at).date(),
            room=ROOM,
        )
        for row in rows.select_related("unit")
    ]


def _retention(actor: Actor) -> list[Task]:
    return [
        Task(
            title=_("Xử lý dữ liệu cá nhân đã hết thời hạn giữ"),
            detail=str(unit),
            url=f"{path_to('oversight:retention')}?unit={unit.pk}",
            act=_("Xem danh sách"),
            holder=str(actor.user),
            mine=True,
            since=actor.day,
            room=ROOM,
        )
        for unit in units_with_something_due(actor, list(units_kept_by(actor)[:MOST_UNITS]))
    ]


KINDS: dict[str, tuple[Callable[[Actor], Rows], Callable[[Rows, Actor], list[Task]]]] = {
    "requests": (_open_requests, _requests),
    "corrections": (_waiting_corrections, _corrections),
    "proposals": (_undecided, _proposals),
    "breaches": (_unreported, _breaches),
}
