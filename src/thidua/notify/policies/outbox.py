"""The outbox of a unit: who sees it, who sends from it again."""

from django.utils.translation import gettext as _

from thidua.core.verdict import ALLOWED, Verdict, not_now
from thidua.notify.models import MailState, OutboxMail
from thidua.notify.queries.outbox import LEAVING
from thidua.org.actor import Actor
from thidua.org.rights import Right


def may_see_outbox(actor: Actor) -> Verdict:
    """Whoever sends papers for some unit."""
    if not actor.holding(Right.DOCUMENT_ISSUE):
        return Verdict(_("Chỉ người có quyền gửi văn bản của đơn vị mở được danh sách thư đã gửi."))
    return ALLOWED


def may_resend(actor: Actor, mail: OutboxMail) -> Verdict:
    """Whoever sends papers for the unit, as long as the mail has not left."""
    if not actor.can(Right.DOCUMENT_ISSUE, mail.unit):
        return Verdict(_("Chỉ người có quyền gửi văn bản của đơn vị gửi lại được thư này."))
    if mail.state == MailState.HELD:
        return not_now(_("Thư này đang chờ gộp; người nhận muốn nhận thư gộp."))
    if mail.state not in LEAVING:
        return not_now(_("Thư này đã được gửi, không cần gửi lại."))
    return ALLOWED


def may_send_again(actor: Actor, mail: OutboxMail) -> Verdict:
    """Whoever sends papers for the unit, once for each message that has left."""
    if not actor.can(Right.DOCUMENT_ISSUE, mail.unit):
        return Verdict(_("Chỉ người có quyền gửi văn bản của đơn vị gửi lại được thư này."))
    if mail.state != MailState.SENT:
        return not_now(_("Thư này chưa gửi xong nên chưa cần gửi thêm lần nữa."))
    if mail.sent_again_as_id is not None:
        return not_now(_("Thư này đã được gửi thêm một lần; hãy xem thư gửi lần sau."))
    return ALLOWED
