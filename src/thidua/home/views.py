import datetime as dt

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.core import clock
from thidua.core.days import weekday
from thidua.core.htmx import page
from thidua.core.yearline import Stretch, year_line
from thidua.home.desk import grouped, tasks_of
from thidua.org.http import Request
from thidua.org.rights import Right
from thidua.plans import queries as plans
from thidua.plans.models import Phase

VIEWS = {"mine": True, "waiting": False}


@require_safe
def desk(request: Request) -> HttpResponse:
    """Bàn làm việc: what is due and overdue, who holds it, and where the year stands."""
    today = request.actor.day
    tasks = tasks_of(request.actor)
    shown = request.GET.get("xem", "mine")
    chosen = [task for task in tasks if shown not in VIEWS or task.mine is VIEWS[shown]]
    around = plans.phases_around(request.actor, today)
    running = [one for one in around if one.starts_on <= today <= one.ends_on]
    readable = _readable(request, running)
    phases = [Stretch(one.name, one.starts_on, one.ends_on, one.theme) for one in around]
    context = {
        "weekday": weekday(today),
        "may_read": bool(request.actor.holding(Right.DOCUMENT_INTAKE)),
        "today": today,
        "running": [(one, one.plan_id in readable) for one in running],
        "groups": grouped(chosen, today),
        "chosen": chosen,
        "shown": shown,
        "counts": {
            "mine": sum(task.mine for task in tasks),
            "waiting": sum(not task.mine for task in tasks),
            "all": len(tasks),
        },
        "line": year_line(today.year, phases, [], today),
    }
    return page(request, "home/desk.html", context, fragment="tasks")


def _readable(request: Request, phases: list[Phase]) -> set[int]:
    """A group lives by plans of its union that its own people need not be allowed to open."""
    visible = plans.plans_visible_to(request.actor)
    keys = visible.filter(pk__in={one.plan_id for one in phases}).values_list("pk", flat=True)
    return set(keys) if phases else set()


@require_safe
def more(request: Request) -> HttpResponse:
    """Every part of the system on one page, for screens without a side column."""
    return render(request, "home/more.html")


@login_not_required
@require_POST
def sample_day(request: HttpRequest) -> HttpResponse:
    """Move the sample year to another of its days; an ordinary installation has no such page."""
    if settings.SAMPLE_DAY_FILE is None:
        raise Http404
    wanted = request.POST.get("day", "")
    days = {day.isoformat(): day for day in clock.SAMPLE_DAYS}
    if wanted not in days:
        raise Http404
    clock.set_sample_day(days[wanted])
    messages.success(request, _moved(days[wanted]))
    return redirect("home:desk")


def _moved(day: dt.date) -> str:
    return _("Năm mẫu chuyển sang ngày %(day)s.") % {"day": f"{day:%d/%m/%Y}"}
