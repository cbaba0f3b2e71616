"""Who may put people forward, review, list and praise, and when."""

from datetime import date

from django.utils.translation import gettext as _

from thidua.awards.eligibility import blocking, notes_on
from thidua.awards.models import AwardList, Nomination, NominationStatus, Praise
from thidua.core.verdict import ALLOWED, Verdict, not_now
from thidua.councils.models import Session, SessionStatus
from thidua.documents import policies as papers
from thidua.documents.models import DocumentStatus
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.org.policies.two_people import apart
from thidua.org.rights import Right

WRITTEN = frozenset({NominationStatus.DRAFT, NominationStatus.RETURNED})


def may_nominate(actor: Actor, unit: Unit) -> Verdict:
    """Put people and groups of the unit forward, or praise them."""
    if not actor.can(Right.AWARD_NOMINATE, unit):
        return Verdict(
            _("Chỉ người được giao đề nghị khen thưởng của %(unit)s làm được việc này.")
            % {"unit": unit}
        )
    return ALLOWED


def may_begin(actor: Actor, unit: Unit) -> Verdict:
    """Something new: nobody is put forward or praised by a unit that has ended (AWD-02)."""
    allowed = may_nominate(actor, unit)
    if allowed and unit.kept_by_id is not None:
        return not_now(
            _("%(unit)s đã kết thúc hoạt động nên không đề nghị, biểu dương thêm.") % {"unit": unit}
        )
    return allowed


def may_edit(actor: Actor, nomination: Nomination) -> Verdict:
    """The words of a nomination, until it is sent and again when it came back."""
    allowed = may_nominate(actor, nomination.unit)
    if allowed and nomination.status not in WRITTEN:
        return not_now(
            _("Đề nghị đang ở trạng thái “%(state)s” nên không sửa được.")
            % {"state": nomination.get_status_display()}
        )
    return allowed


def may_submit(actor: Actor, nomination: Nomination) -> Verdict:
    """Nothing confirmed speaks against it."""
    allowed = may_edit(actor, nomination)
    return allowed and _unblocked(nomination, actor.day)


def may_withdraw(actor: Actor, nomination: Nomination) -> Verdict:
    """Take it back until it is put before the council."""
    allowed = may_nominate(actor, nomination.unit)
    if not allowed or nomination.status == NominationStatus.SUBMITTED:
        return allowed
    if nomination.status == NominationStatus.COUNCIL:
        return not_now(
            _(
                "Đề nghị đã đưa ra hội đồng nên không rút được; "
                "hãy báo người thẩm định rút khỏi phiên họp."
            )
        )
    return not_now(_("Đề nghị hiện không chờ thẩm định nên không có gì để rút."))


def may_review(actor: Actor, nomination: Nomination) -> Verdict:
    """Return, decline or put before the council what was sent to the deciding unit."""
    unit = nomination.decided_by
    allowed = may_decide_for(actor, unit) and apart(actor, nomination.created_by_id, unit)
    if allowed and nomination.status != NominationStatus.SUBMITTED:
        return not_now(
            _("Đề nghị đang ở trạng thái “%(state)s” nên không thẩm định được.")
            % {"state": nomination.get_status_display()}
        )
    return allowed


def may_decide_for(actor: Actor, unit: Unit) -> Verdict:
    """Review what comes to the unit and draw up its decisions."""
    if not actor.can(Right.AWARD_REVIEW, unit):
        return Verdict(
            _("Chỉ người thẩm định khen thưởng của %(unit)s làm được việc này.") % {"unit": unit}
        )
    return ALLOWED


def may_put(actor: Actor, nomination: Nomination, session: Session) -> Verdict:
    """Before an open session of a council of the deciding unit."""
    allowed = may_review(actor, nomination)
    if not allowed:
        return allowed
    if session.council.unit_id != nomination.decided_by_id:
        return not_now(_("Hội đồng này không phải của đơn vị quyết định khen thưởng."))
    if session.status != SessionStatus.OPEN:
        return not_now(_("Phiên họp đã có biên bản nên không nhận thêm đề nghị."))
    return _unblocked(nomination, actor.day)


def may_take_back(actor: Actor, nomination: Nomination) -> Verdict:
    """Take it off the agenda before hands were raised."""
    allowed = may_decide_for(actor, nomination.decided_by)
    if not allowed:
        return allowed
    if nomination.status != NominationStatus.COUNCIL or nomination.item is None:
        return not_now(_("Đề nghị này không nằm trong phiên họp nào."))
    if nomination.item.counted:
        return not_now(_("Hội đồng đã biểu quyết đề nghị này nên không rút khỏi phiên họp được."))
    return ALLOWED


def may_list(actor: Actor, unit: Unit) -> Verdict:
    """Draw up a decision: the reviewer, who drafts papers for the unit."""
    return may_decide_for(actor, unit) and papers.may_draft(actor, unit)


def may_edit_list(actor: Actor, award_list: AwardList) -> Verdict:
    allowed = may_decide_for(actor, award_list.document.unit)
    return allowed and papers.may_edit(actor, award_list.document)


def may_submit_list(actor: Actor, award_list: AwardList) -> Verdict:
    """What every paper needs, and somebody on the list against whom nothing confirmed speaks."""
    allowed = may_edit_list(actor, award_list) and papers.may_submit(actor, award_list.document)
    return allowed and listed(award_list, actor.day)


def listed(award_list: AwardList, day: date) -> Verdict:
    """The list has somebody on it, and everybody on it may be commended on that day."""
    lines = list(award_list.lines.select_related("nomination__kind"))
    if not lines:
        return not_now(_("Danh sách chưa có ai nên chưa trình ký, ban hành được."))
    for line in lines:
        if not (verdict := _unblocked(line.nomination, day)):
            return verdict
    return ALLOWED


def may_issue_list(actor: Actor, award_list: AwardList) -> Verdict:
    allowed = papers.may_issue(actor, award_list.document)
    if not allowed or award_list.document.status != DocumentStatus.SIGNED:
        return allowed
    return listed(award_list, actor.day)


def may_withdraw_praise(actor: Actor, praise: Praise) -> Verdict:
    allowed = may_nominate(actor, praise.unit)
    if allowed and praise.withdrawn_at is not None:
        return not_now(_("Lời biểu dương này đã được rút lại."))
    return allowed


def _unblocked(nomination: Nomination, day: date) -> Verdict:
    note = blocking(notes_on(nomination, day))
    if note is None:
        return ALLOWED
    return not_now(
        _("%(who)s: %(reason)s Căn cứ: %(rule)s.")
        % {"who": nomination.subject_name, "reason": note.reason, "rule": note.rule}
    )
