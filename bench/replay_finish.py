"""The last report of an ended unit: finished by whoever keeps its records, and accepted."""

import datetime as dt
from collections.abc import Iterable, Iterator
from decimal import Decimal

from thidua.core import clock
from thidua.core.errors import DomainError
from thidua.org.actor import Actor
from thidua.org.models import Unit, User
from thidua.org.rights import Right
from thidua.reports.actions import (
    Typed,
    accept_report,
    keep_doubted,
    save_report,
    submit_report,
)
from thidua.reports.checks import Weight, remarks_on
from thidua.reports.models import Period, Report, ReportStatus
from thidua.reports.queries.left import left_unfinished
from thidua.reports.queries.sheets import rows_of, sheet_of

TRIED = 5


def finished(rounds: Iterable[Period], on: dt.date) -> Iterator[str]:
    """What kept some of them from being written, submitted or accepted."""
    drafts = Report.objects.filter(
        period__in=[one.pk for one in rounds],
        unit__kept_by__isnull=False,
        status=ReportStatus.DRAFT,
    ).select_related("period", "unit__kept_by", "superior")
    found = 0
    for report in drafts.order_by("superior_id", "pk")[:: max(1, drafts.count() // TRIED)]:
        found += 1
        try:
            _finish(report, on)
        except (DomainError, PermissionError, LookupError) as problem:
            yield f"{report}: {problem}"
    if not found:
        yield "there was none to finish"


def _finish(report: Report, on: dt.date) -> None:
    writer = _who(report.unit.kept_by, Right.REPORT_WRITE, on)
    waiting = {one.pk for one in left_unfinished(writer)}
    if report.pk not in waiting:
        raise LookupError("the keeper is not told of it")
    rows = rows_of(report.period)
    typed = Typed(
        figures={row.indicator_id: Decimal(0) for row in rows if row.source == "typed"},
        words={part.pk: "Đơn vị kết thúc hoạt động." for part in report.period.form.parts.all()},
    )
    now = clock.now()
    save_report(
        period=report.period,
        unit=report.unit,
        version=report.version,
        typed=typed,
        by=writer,
        at=now,
    )
    _answer_doubts(report, writer)
    report.refresh_from_db()
    sent = submit_report(report=report, version=report.version, by=writer, at=now)
    seat = sent.superior.kept_by or sent.superior
    reviewer = _who(seat, Right.REPORT_REVIEW, on, other_than=writer.user.pk)
    accept_report(report=sent, by=reviewer, at=now)


def _answer_doubts(report: Report, writer: Actor) -> None:
    sheet = sheet_of(report.period, report.unit, report, writer.day)
    for remark in remarks_on(sheet):
        if remark.weight == Weight.ASK:
            keep_doubted(report=report, code=remark.code, by=writer, at=clock.now())


def _who(unit: Unit, right: Right, on: dt.date, other_than: int = 0) -> Actor:
    posts = unit.posts.filter(ends_on=None, person__user__isnull=False)
    for user in User.objects.filter(person__posts__in=posts).exclude(pk=other_than):
        actor = Actor.of(user, on)
        if right in {one for post in actor.posts if post.unit_id == unit.pk for one in post.rights}:
            return actor
    raise LookupError(f"nobody in {unit} has {right}")
