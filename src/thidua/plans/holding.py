"""Who holds a plan and what comes next: the line on top of its page."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.documents.looks import look_of
from thidua.documents.models import DocumentStatus
from thidua.org.actor import Actor
from thidua.org.queries.keeping_work import who_can
from thidua.org.rights import Right
from thidua.plans.models import Phase, Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """What ``ui/hold.html`` draws."""

    code: str
    word: str
    holder: str = ""
    mine: bool = False
    since: date | None = None
    next: str = ""
    note: str = ""


def hold_of(plan: Plan, actor: Actor) -> Hold:
    """The state, the holder since when, the next step, and what cannot be undone."""
    paper = plan.document
    if paper.status == DocumentStatus.SUBMITTED:
        step = _("duyệt ký, hoặc trả lại kèm lý do.")
        return _waiting(plan, actor, Right.DOCUMENT_SIGN, paper.submitted_at, step)
    if paper.status == DocumentStatus.SIGNED:
        numbered = paper.unit.kind.keeps_register
        given = _("cấp số, ban hành và gửi đến nơi nhận.")
        step = given if numbered else _("ban hành và gửi đến nơi nhận.")
        return _waiting(plan, actor, Right.DOCUMENT_ISSUE, paper.signed_at, step)
    if paper.frozen:
        return _running(plan, actor.day)
    code, word = look_of(paper)
    if paper.status == DocumentStatus.DISCARDED:
        return Hold(code=code, word=word)
    return Hold(
        code=code,
        word=word,
        holder=str(plan.edited_by),
        mine=plan.edited_by_id == actor.user.pk,
        since=_day(plan.edited_at),
        next=_("soát lại rồi trình ký.") if paper.status == DocumentStatus.DRAFT else "",
        note=_("Lý do trả lại: %(reason)s") % {"reason": paper.return_reason}
        if paper.return_reason
        else "",
    )


def _waiting(plan: Plan, actor: Actor, right: Right, since: datetime | None, step: str) -> Hold:
    unit = plan.document.unit
    code, word = look_of(plan.document)
    return Hold(
        code=code,
        word=word,
        holder=_(" hoặc ").join(who_can(right, unit, actor.day)) or _("Chưa có người"),
        mine=actor.can(right, unit),
        since=_day(since),
        next=step,
    )


def _running(plan: Plan, day: date) -> Hold:
    """An issued plan is lived by: the phase of today, or the first that is to come."""
    ours = plan.document.status == DocumentStatus.ISSUED
    note = (
        _("Đã ban hành nên không sửa được; cần đổi thì lập văn bản sửa đổi.")
        if ours
        else _("Văn bản của cấp trên, giữ nguyên như khi đến.")
    )
    phases = list(plan.phases.all())
    running = next((phase for phase in phases if phase.starts_on <= day <= phase.ends_on), None)
    coming = next((phase for phase in phases if day < phase.starts_on), None)
    if running:
        word = _("Đang thực hiện %(phase)s") % {"phase": _lower(running)}
        step = _("hết ngày %(day)s thì kết thúc.") % {"day": f"{running.ends_on:%d/%m/%Y}"}
        return Hold(code="run", word=word, next=step, note=note)
    if coming:
        step = _("%(phase)s bắt đầu ngày %(day)s.") % {
            "phase": coming.name,
            "day": f"{coming.starts_on:%d/%m/%Y}",
        }
        return Hold(code="ok", word=plan.document.get_status_display(), next=step, note=note)
    return Hold(code="ok", word=_("Đã qua hết các đợt"), note=note)


def _lower(phase: Phase) -> str:
    return phase.name[:1].lower() + phase.name[1:]


def _day(moment: datetime | None) -> date | None:
    return timezone.localtime(moment).date() if moment else None
