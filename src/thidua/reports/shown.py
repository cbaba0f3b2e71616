"""How a report is drawn: the look of its state, and who holds it."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.core.links import path_to
from thidua.org.actor import Actor, holders
from thidua.org.queries import acts_for
from thidua.org.queries.keeping_work import delegates_for
from thidua.org.rights import Right
from thidua.reports.models import ReportStatus
from thidua.reports.places import Place
from thidua.reports.queries.states import ReportState, days_late, due_of
from thidua.reports.sheet import Kind, Sheet

LOOKS = {
    None: "none",
    ReportStatus.DRAFT: "draft",
    ReportStatus.SUBMITTED: "wait",
    ReportStatus.RETURNED: "fix",
    ReportStatus.ACCEPTED: "ok",
}


@dataclass(frozen=True, slots=True)
class Look:
    """Code and word for `ui/state.html`."""

    code: str
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """Who holds a report, since when, what comes next, and the way around."""

    look: Look
    late: Look | None
    holder: str = ""
    mine: bool = False
    since: date | None = None
    next: str = ""
    note: str = ""


def look_of(status: str | None, *, summary: bool = False) -> Look:
    """The state of a report; None is one that nobody has begun. A summary is signed, not judged."""
    if status is None:
        return Look("none", _("Chưa"))
    known = ReportStatus(status)
    if summary and known == ReportStatus.SUBMITTED:
        return Look("wait", _("Chờ duyệt"))
    if summary and known == ReportStatus.ACCEPTED:
        return Look("ok", _("Đã duyệt"))
    return Look(LOOKS[known], str(known.label))


def late_look(days: int, *, waits: bool) -> Look | None:
    """*Quá 4 ngày* while it has not come, *Nộp sau hạn 4 ngày* for ever after."""
    if not days:
        return None
    if waits:
        word = ngettext("Quá %(days)s ngày", "Quá %(days)s ngày", days)
    else:
        word = ngettext("Nộp sau hạn %(days)s ngày", "Nộp sau hạn %(days)s ngày", days)
    return Look("late", word % {"days": days})


def matrix_row(state: ReportState) -> dict[str, object]:
    """One unit in the table of a period."""
    returned = state.status == ReportStatus.RETURNED
    waits = state.submitted_on is None or (returned and state.late > 0)
    return {
        "state": state,
        "url": path_to("reports:report", state.period.pk, state.unit_id),
        "look": look_of(state.status),
        "late": late_look(state.late, waits=waits and not returned),
        "open": state.status not in {None, ReportStatus.DRAFT},
    }


def hold_of(actor: Actor, place: Place, sheet: Sheet) -> Hold:
    """The line under the head of a report."""
    report = place.report
    status = report.status if report else None
    days = days_late(report, due_of(place.period, place.unit.pk), actor.day)
    waits = status in {None, ReportStatus.DRAFT}
    look, late = look_of(status, summary=place.summary), late_look(days, waits=waits)
    match status:
        case ReportStatus.SUBMITTED:
            return _submitted(actor, place, look, late)
        case ReportStatus.ACCEPTED:
            return Hold(look=look, late=late, note=_accepted(place))
    mine = actor.can(Right.REPORT_WRITE, place.unit)
    return Hold(
        look=look,
        late=late,
        mine=mine,
        holder=str(report.edited_by if report else place.unit),
        note=_to_type(sheet) if mine else "",
    )


def _submitted(actor: Actor, place: Place, look: Look, late: Look | None) -> Hold:
    report = place.report
    if report is None or report.submitted_at is None:
        raise AssertionError("a submitted report has its stamp")
    right, unit = Right.REPORT_REVIEW, report.superior or report.unit
    if report.superior is None:
        right = Right.DOCUMENT_SIGN
    seat = unit.kept_by or unit
    held = [person.name for person in holders(right, seat, actor.day)[:3]]
    names = ", ".join([*held, *delegates_for(right, seat, actor.day)])
    return Hold(
        look=look,
        late=late,
        mine=acts_for(actor, right, unit),
        holder=f"{names} ({seat})" if names else str(seat),
        since=timezone.localtime(report.submitted_at).date(),
        next=_("duyệt báo cáo, hoặc trả lại kèm lý do ở từng số liệu.")
        if place.summary
        else _("chấp nhận báo cáo, hoặc trả lại kèm lý do ở từng số liệu."),
        note=_("Rút lại được cho đến khi báo cáo được chấp nhận.")
        if actor.can(Right.REPORT_WRITE, place.unit)
        else "",
    )


def _accepted(place: Place) -> str:
    report = place.report
    if report is None or report.accepted_at is None:
        return ""
    moment = timezone.localtime(report.accepted_at)
    return _("%(who)s đồng ý lúc %(time)s ngày %(day)s. Số liệu không đổi nữa.") % {
        "who": report.accepted_by,
        "time": f"{moment:%H:%M}",
        "day": f"{moment:%d/%m/%Y}",
    }


def _to_type(sheet: Sheet) -> str:
    typed = sum(cell.kind == Kind.TYPED for cell in sheet.cells)
    return _("%(derived)s trong %(all)s dòng tự tính, bạn chỉ nhập %(typed)s dòng.") % {
        "derived": len(sheet.cells) - typed,
        "all": len(sheet.cells),
        "typed": typed,
    }
