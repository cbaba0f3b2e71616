"""The tasks that ended units left: one for each period, however many units it concerns."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.core.links import path_to
from thidua.notify.tasks import Task
from thidua.org.actor import Actor
from thidua.reports.models import Period, Report
from thidua.reports.queries.left import keepers_of, left_to_sum_up, left_unfinished
from thidua.reports.queries.states import due_of


def tasks_left(actor: Actor) -> Iterator[Task]:
    """Last reports to finish, and summaries of periods whose asking unit has ended."""
    if not keepers_of(actor):
        return
    found: defaultdict[Period, list[Report]] = defaultdict(list)
    for report in left_unfinished(actor).order_by("period", "pk"):
        found[report.period].append(report)
    for period, reports in found.items():
        yield _to_finish(actor, period, reports)
    for period in left_to_sum_up(actor):
        yield _to_sum_up(actor, period)


def _to_finish(actor: Actor, period: Period, reports: list[Report]) -> Task:
    first, alone = reports[0], len(reports) == 1
    title = ngettext(
        "Hoàn thành %(count)s báo cáo của đơn vị đã kết thúc",
        "Hoàn thành %(count)s báo cáo của đơn vị đã kết thúc",
        len(reports),
    )
    return _task(
        actor,
        title=title % {"count": len(reports)},
        detail=f"{period} · {first.unit_name}" if alone else str(period),
        url=first.get_absolute_url() if alone else reverse("reports:left_in", args=[period.pk]),
        act=_("Soạn tiếp") if alone else _("Xem từng đơn vị"),
        since=min(timezone.localtime(report.edited_at).date() for report in reports),
        due=max(due_of(period, report.unit_id) for report in reports),
    )


def _to_sum_up(actor: Actor, period: Period) -> Task:
    return _task(
        actor,
        title=_("Lập báo cáo tổng hợp cuối của %(unit)s") % {"unit": period.unit},
        detail=_("%(period)s · đơn vị mở kỳ đã kết thúc hoạt động") % {"period": period},
        url=path_to("reports:report", period.pk, period.unit_id),
        act=_("Lập"),
        since=period.ends_on,
        due=due_of(period, period.unit_id),
    )


def _task(
    actor: Actor, *, title: str, detail: str, url: str, act: str, since: date, due: date
) -> Task:
    return Task(
        title=title,
        detail=detail,
        url=url,
        act=act,
        holder=str(actor.user),
        mine=True,
        since=since,
        due=due,
        room="reports",
    )
