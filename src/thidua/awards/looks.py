"""How nominations are drawn in lists, and who holds one: the line on top of its page."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.awards.models import AwardList, Nomination, NominationStatus
from thidua.documents.looks import look_of as paper_look
from thidua.documents.models import DocumentStatus
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.org.queries.keeping_work import who_can
from thidua.org.rights import Right

CODES = {
    NominationStatus.DRAFT: "draft",
    NominationStatus.SUBMITTED: "wait",
    NominationStatus.RETURNED: "fix",
    NominationStatus.COUNCIL: "run",
    NominationStatus.RECOMMENDED: "ok",
    NominationStatus.AWARDED: "honour",
    NominationStatus.DECLINED: "none",
}


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


def code_of(nomination: Nomination) -> str:
    return CODES[NominationStatus(nomination.status)]


def hold_of(nomination: Nomination, actor: Actor) -> Hold:
    """The state, the holder since when, and the next step."""
    code, word = code_of(nomination), nomination.get_status_display()
    note = _("Lý do: %(reason)s") % {"reason": nomination.reason} if nomination.reason else ""
    match nomination.status:
        case NominationStatus.DRAFT | NominationStatus.RETURNED:
            return Hold(
                code=code,
                word=word,
                holder=str(nomination.created_by),
                mine=nomination.created_by_id == actor.user.pk,
                since=_day(nomination.created_at),
                next=_("bổ sung rồi gửi lại.") if nomination.reason else _("soát lại rồi gửi."),
                note=note,
            )
        case NominationStatus.SUBMITTED:
            step = _("thẩm định: đưa ra hội đồng, trả lại hoặc không đề nghị, kèm lý do.")
            return _reviewed(nomination, actor, nomination.submitted_at, step)
        case NominationStatus.COUNCIL:
            step = _("hội đồng biểu quyết, thư ký kết thúc phiên họp.")
            return Hold(code=code, word=word, next=step)
        case NominationStatus.RECOMMENDED:
            step = _("lập quyết định, trình ký và ban hành.")
            return _reviewed(nomination, actor, nomination.submitted_at, step)
    return Hold(code=code, word=word, note=note)


def list_hold(award_list: AwardList, actor: Actor) -> Hold:
    """The same for a decision on its way."""
    paper = award_list.document
    code, word = paper_look(paper)
    match paper.status:
        case DocumentStatus.SUBMITTED:
            step, since = _("duyệt ký, hoặc trả lại kèm lý do."), paper.submitted_at
            return _with(code, word, actor, paper.unit, Right.DOCUMENT_SIGN, since, step)
        case DocumentStatus.SIGNED:
            step, since = _("cấp số, ban hành và gửi đến nơi nhận."), paper.signed_at
            return _with(code, word, actor, paper.unit, Right.DOCUMENT_ISSUE, since, step)
        case DocumentStatus.DRAFT:
            return Hold(
                code=code,
                word=word,
                holder=str(paper.drafted_by),
                mine=paper.drafted_by_id == actor.user.pk,
                since=_day(paper.created_at),
                next=_("soát danh sách, căn cứ rồi trình ký."),
                note=_("Lý do trả lại: %(reason)s") % {"reason": paper.return_reason}
                if paper.return_reason
                else "",
            )
        case DocumentStatus.ISSUED:
            note = _("Đã ban hành nên không sửa được; cần đổi thì ban hành quyết định khác.")
            return Hold(code=code, word=word, note=note)
    return Hold(code=code, word=word)


def _reviewed(nomination: Nomination, actor: Actor, since: datetime | None, step: str) -> Hold:
    code, word = code_of(nomination), nomination.get_status_display()
    return _with(code, word, actor, nomination.decided_by, Right.AWARD_REVIEW, since, step)


def _with(
    code: str,
    word: str,
    actor: Actor,
    unit: Unit,
    right: Right,
    since: datetime | None,
    step: str,
) -> Hold:
    return Hold(
        code=code,
        word=word,
        holder=_(" hoặc ").join(who_can(right, unit, actor.day)) or _("Chưa có người"),
        mine=actor.can(right, unit),
        since=_day(since),
        next=step,
    )


def _day(moment: datetime | None) -> date | None:
    return timezone.localtime(moment).date() if moment else None
