"""Who may take papers in and who may write plans, and when. What concerns signing, numbers and
sending is asked in the room of documents.
"""

from django.utils.translation import gettext as _

from thidua.core.verdict import ALLOWED, Verdict, not_now
from thidua.documents import policies as papers
from thidua.documents.models import Direction, DocumentStatus, Reading, ReadingStatus
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.org.rights import Right
from thidua.plans.models import FollowUp, Plan


def may_take_in(actor: Actor, unit: Unit) -> Verdict:
    """Whoever takes papers in for the unit."""
    if not actor.can(Right.DOCUMENT_INTAKE, unit):
        return Verdict(
            _("Chỉ người được giao đọc tệp, vào sổ văn bản của đơn vị làm được việc này.")
        )
    return ALLOWED


def may_handle(actor: Actor, reading: Reading) -> Verdict:
    """Fix, correct, accept or drop: while the reading waits."""
    who = may_take_in(actor, reading.unit)
    if not who:
        return who
    if reading.status == ReadingStatus.ACCEPTED:
        return not_now(_("Kết quả đọc này đã được nhận thành văn bản nên không sửa được nữa."))
    if reading.status == ReadingStatus.DROPPED:
        return not_now(_("Kết quả đọc này đã bỏ. Hãy chọn lại tệp nếu cần đọc lại."))
    return ALLOWED


def may_pick_up(actor: Actor, reading: Reading) -> Verdict:
    """Take a dropped reading up again."""
    who = may_take_in(actor, reading.unit)
    if who and reading.status != ReadingStatus.DROPPED:
        return not_now(_("Kết quả đọc này chưa bỏ nên không có gì để lấy lại."))
    return who


def may_draft_for(actor: Actor, unit: Unit) -> Verdict:
    """Whoever writes plans for the unit."""
    if not actor.can(Right.PLAN_DRAFT, unit):
        return Verdict(_("Chỉ người được giao soạn kế hoạch của đơn vị làm được việc này."))
    return ALLOWED


def may_move(actor: Actor, plan: Plan) -> Verdict:
    """Begin next year's plan from one that our unit wrote."""
    who = may_draft_for(actor, plan.document.unit)
    if who and plan.document.direction != Direction.OUT:
        return not_now(
            _("Chỉ chuyển sang năm sau được kế hoạch của đơn vị, không phải của cấp trên.")
        )
    return who


def may_bear(actor: Actor, plan: Plan) -> Verdict:
    """Begin a paper that goes with a plan: one that has been issued or received."""
    who = may_draft_for(actor, plan.document.unit)
    if who and not plan.document.frozen:
        return not_now(
            _("Kế hoạch chưa ban hành nên chưa lập được văn bản kèm theo. Hãy ban hành trước.")
        )
    return who


def may_edit_follow_up(actor: Actor, follow_up: FollowUp) -> Verdict:
    """The words of a draft that goes with a plan."""
    return papers.may_edit(actor, follow_up.document)


def may_submit(actor: Actor, plan: Plan) -> Verdict:
    """What every paper needs, and words between its head and its foot."""
    allowed = papers.may_submit(actor, plan.document)
    if allowed and not plan.clauses.exclude(text="").exists():
        return not_now(_("Kế hoạch chưa có đoạn nào nên chưa trình ký được. Hãy viết nội dung."))
    return allowed


def may_edit(actor: Actor, plan: Plan) -> Verdict:
    """The words of a draft, by those who write plans for the unit; issued means frozen."""
    who = may_draft_for(actor, plan.document.unit)
    if not who:
        return who
    reason = _WHY_NOT.get(DocumentStatus(plan.document.status))
    return not_now(str(reason())) if reason else ALLOWED


def may_see_making(actor: Actor, plan: Plan) -> Verdict:
    """The log, the findings and what it was drafted from: its unit and those who watch over it."""
    unit = plan.document.unit
    if actor.can(Right.DOCUMENT_READ, unit) or actor.can_from_above(Right.DOCUMENT_READ, unit):
        return ALLOWED
    return Verdict(_("Nhật ký của kế hoạch chỉ đơn vị ban hành và công đoàn cấp trên xem được."))


_WHY_NOT = {
    DocumentStatus.SUBMITTED: lambda: _(
        "Kế hoạch đang chờ duyệt ký nên không sửa được; hãy rút lại trước khi sửa."
    ),
    DocumentStatus.SIGNED: lambda: _(
        "Kế hoạch đã duyệt ký nên không sửa được; người duyệt ký có thể trả lại để sửa."
    ),
    DocumentStatus.ISSUED: lambda: _(
        "Kế hoạch đã ban hành nên không sửa được; cần đổi thì lập văn bản sửa đổi."
    ),
    DocumentStatus.RECEIVED: lambda: _("Văn bản của nơi khác gửi đến không sửa được."),
    DocumentStatus.DISCARDED: lambda: _("Bản thảo này đã bỏ; hãy lấy lại trước khi sửa."),
}
