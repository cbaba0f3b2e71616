"""The desk: what has to be done, from every room, overdue first. Nothing here is stored."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.activities import queries as activities
from thidua.awards import queries as awards
from thidua.cascade import queries as cascade
from thidua.certificates import queries as certificates
from thidua.core.days import weekday
from thidua.councils import queries as councils
from thidua.documents import queries as documents
from thidua.home.kept import kept_for
from thidua.notify import handing_over, recoveries
from thidua.notify.tasks import Task
from thidua.org.actor import Actor
from thidua.oversight import queries as oversight
from thidua.plans import queries as plans
from thidua.pledges import queries as pledges
from thidua.progress import queries as progress
from thidua.reports import queries as reports
from thidua.stories import queries as stories

WEEK = timedelta(days=7)
ROOMS = (
    documents.tasks_of,
    plans.tasks_of,
    cascade.tasks_of,
    pledges.tasks_of,
    activities.tasks_of,
    reports.tasks_of,
    progress.tasks_of,
    councils.tasks_of,
    awards.tasks_of,
    certificates.tasks_of,
    stories.tasks_of,
    oversight.tasks_of,
    recoveries.tasks_of,
    handing_over.tasks_of,
)


def tasks_of(actor: Actor) -> list[Task]:
    """Every task the actor may know of, those due first. Asking every room takes a while."""
    return kept_for(actor, "tasks", lambda: gather(actor))


def gather(actor: Actor) -> list[Task]:
    """Ask every room for its tasks; the clock asks here, a page through `tasks_of`."""
    tasks = [task for tasks_in_room in ROOMS for task in tasks_in_room(actor)]
    tasks.sort(key=lambda task: (task.due or date.max, task.since, task.title))
    return tasks


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
