"""The desk: what has to be done, from every room, overdue first. Nothing here is stored."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.core.days import weekday
from thidua.documents import queries as documents
from thidua.notify.tasks import Task
from thidua.org.actor import Actor
from thidua.plans import queries as plans

WEEK = timedelta(days=7)


def tasks_of(request: HttpRequest, actor: Actor) -> list[Task]:
    """Every task the actor may know of, gathered once per request."""
    known: list[Task] | None = getattr(request, "_tasks", None)
    if known is None:
        known = [*documents.tasks_of(actor), *plans.tasks_of(actor)]
        known.sort(key=lambda task: (task.due or date.max, task.since, task.title))
        request._tasks = known  # type: ignore[attr-defined]  # noqa: SLF001 -- one gathering a request
    return known


def grouped(tasks: Iterable[Task], today: date) -> list[dict[str, object]]:
    """The groups of the desk in their order; what is overdue never disappears."""
    groups: dict[str, list[Task]] = {
        "late": [],
        "today": [],
        "week": [],
        "later": [],
        "undated": [],
    }
    for task in tasks:
        groups[_group(task.due, today)].append(task)
    titles = {
        "late": _("Quá hạn"),
        "today": _("Hôm nay"),
        "week": _("Trong 7 ngày tới"),
        "later": _("Sau đó"),
        "undated": _("Chưa đặt hạn"),
    }
    return [
        {
            "title": titles[code],
            "late": code == "late",
            "rows": [_row(task, today, first=place == 0) for place, task in enumerate(rows)],
        }
        for code, rows in groups.items()
    ]


def _group(due: date | None, today: date) -> str:
    if due is None:
        return "undated"
    if due < today:
        return "late"
    if due == today:
        return "today"
    return "week" if due <= today + WEEK else "later"


def _row(task: Task, today: date, *, first: bool) -> dict[str, object]:
    late = task.due is not None and task.due < today
    return {
        "title": task.title,
        "url": task.url,
        "note": task.detail,
        "holder": task.holder,
        "mine": task.mine,
        "since": _("từ %s") % _short(task.since, today),
        "due": _due(task.due, today),
        "due_note": _("hạn %s") % _short(task.due, today) if late and task.due else "",
        "act": task.act,
        "act_url": task.url,
        "main": first and late,
    }


def _short(day: date, today: date) -> str:
    """Without the year inside the year."""
    return f"{day:%d/%m}" if day.year == today.year else f"{day:%d/%m/%Y}"


def _due(due: date | None, today: date) -> str:
    if due is None:
        return ""
    days = (today - due).days
    if days > 0:
        return ngettext("Quá %(days)s ngày", "Quá %(days)s ngày", days) % {"days": days}
    if days == 0:
        return _("Hôm nay")
    return f"{weekday(due)}, {_short(due, today)}"
