"""Who may do what with papers, and when. First who, then when, then what is missing."""

from datetime import date

from django.utils.translation import gettext as _

from thidua.core.verdict import ALLOWED, Verdict, not_now
from thidua.documents import queries
from thidua.documents.models import (
    BookEntry,
    Delivery,
    Direction,
    Document,
    DocumentStatus,
    EntryState,
    FileRole,
    Recipient,
)
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.org.queries.signers import signing_source
from thidua.org.rights import Right


def may_draft(actor: Actor, unit: Unit) -> Verdict:
    if not actor.can(Right.PLAN_DRAFT, unit):
        return Verdict(
            _("Chỉ người được soạn văn bản của %(unit)s mới lập, sửa, trình ký được văn bản.")
            % {"unit": unit}
        )
    return ALLOWED


def may_take_in(actor: Actor, unit: Unit) -> Verdict:
    """Enter what came from elsewhere, and what we issued before the system was there."""
    if not actor.can(Right.DOCUMENT_INTAKE, unit):
        return Verdict(
            _("Chỉ người được vào sổ văn bản của %(unit)s làm được việc này.") % {"unit": unit}
        )
    return ALLOWED


def may_number(actor: Actor, unit: Unit) -> Verdict:
    """Keep the book: reserve and cancel numbers."""
    if not actor.can(Right.DOCUMENT_ISSUE, unit):
        return Verdict(_("Chỉ người được cấp số của %(unit)s làm được việc này.") % {"unit": unit})
    return ALLOWED


def may_read_registers(actor: Actor) -> Verdict:
    if not actor.holding(Right.DOCUMENT_READ):
        return Verdict(_("Chỉ người được xem văn bản của đơn vị mở được sổ văn bản."))
    return ALLOWED


def may_keep_address_book(actor: Actor, unit: Unit) -> Verdict:
    if not (actor.can(Right.DOCUMENT_ISSUE, unit) or actor.can(Right.PLAN_DRAFT, unit)):
        return Verdict(
            _("Chỉ người soạn hoặc gửi văn bản của %(unit)s sửa được danh bạ.") % {"unit": unit}
        )
    return ALLOWED


def may_edit(actor: Actor, document: Document) -> Verdict:
    """Change the words of a draft: after submission nobody does, before it comes back."""
    allowed = may_draft(actor, document.unit)
    if not allowed:
        return allowed
    if document.status != DocumentStatus.DRAFT:
        return not_now(
            _("Văn bản đang ở trạng thái “%(state)s” nên không sửa được.")
            % {"state": document.get_status_display()}
        )
    return ALLOWED


def may_submit(actor: Actor, document: Document) -> Verdict:
    allowed = may_edit(actor, document)
    if not allowed:
        return allowed
    if not (document.title.strip() and document.issuer_name.strip()):
        return not_now(_("Văn bản chưa có trích yếu hoặc cơ quan ban hành nên chưa trình ký được."))
    if document.unit.kind.keeps_register and not document.symbol.strip():
        return not_now(_("Văn bản chưa có ký hiệu (ví dụ KH-CĐGD) nên chưa trình ký được."))
    return ALLOWED


def may_withdraw(actor: Actor, document: Document) -> Verdict:
    """Take a submission back until somebody has signed."""
    allowed = may_draft(actor, document.unit)
    if allowed and document.status != DocumentStatus.SUBMITTED:
        return not_now(_("Văn bản hiện không chờ duyệt ký nên không có gì để rút lại."))
    return allowed


def may_return(actor: Actor, document: Document) -> Verdict:
    """The signer sends it back; so may the clerk who checks the form before giving the number."""
    unit = document.unit
    signs = actor.can(Right.DOCUMENT_SIGN, unit)
    checks = actor.can(Right.DOCUMENT_ISSUE, unit) and document.status == DocumentStatus.SIGNED
    if not (signs or checks):
        return Verdict(_("Chỉ người duyệt ký của %(unit)s được trả lại văn bản.") % {"unit": unit})
    if document.status not in {DocumentStatus.SUBMITTED, DocumentStatus.SIGNED}:
        return not_now(_("Văn bản hiện không chờ duyệt ký hoặc cấp số nên không trả lại được."))
    return ALLOWED


def may_sign_as_read(*, sent_anew: bool) -> Verdict:
    """Sign only words that stood on the page where the button was pressed."""
    if sent_anew:
        return not_now(
            _(
                "Văn bản này đã được rút lại, sửa rồi trình lại sau khi bạn mở trang nên chưa ghi "
                "gì. Hãy mở lại văn bản, đọc bản mới rồi duyệt ký."
            )
        )
    return ALLOWED


def may_sign(actor: Actor, document: Document) -> Verdict:
    """A post in force that day in the unit itself, or a letter from who holds one (DOC-41)."""
    held = signing_source(actor, document.unit)
    if held is None:
        return Verdict(_why_not_sign(actor, document.unit))
    if document.status == DocumentStatus.SUBMITTED:
        return _may_sign_on(actor.day, document)
    if document.status in {DocumentStatus.SIGNED, DocumentStatus.ISSUED}:
        return not_now(
            _("Văn bản này đã được %(signer)s duyệt ký.") % {"signer": document.signer_name}
        )
    return not_now(_("Văn bản chưa được trình ký, hoặc đã được rút lại."))


def _may_sign_on(day: date, document: Document) -> Verdict:
    """Nobody signs what was not there yet: the day can be set back on a sample installation."""
    submitted = document.submitted_on
    if submitted is None or day >= submitted:
        return ALLOWED
    return not_now(
        _("Văn bản trình ký ngày %(submitted)s nên không duyệt ký vào ngày %(day)s được.")
        % {"submitted": f"{submitted:%d/%m/%Y}", "day": f"{day:%d/%m/%Y}"}
    )


def _why_not_sign(actor: Actor, unit: Unit) -> str:
    ended = queries.ended_signing_post(actor, unit)
    if ended is None or ended.ends_on is None:
        return _("Chỉ Chủ tịch, Phó Chủ tịch đương nhiệm của %(unit)s được duyệt ký.") % {
            "unit": unit
        }
    return _(
        "Bạn đã thôi giữ chức vụ %(post)s của %(unit)s từ ngày %(day)s nên không duyệt ký được nữa."
    ) % {"post": ended.kind.name, "unit": unit, "day": f"{ended.ends_on:%d/%m/%Y}"}


def may_issue(actor: Actor, document: Document) -> Verdict:
    """Give the number and issue, once it is signed."""
    allowed = may_number(actor, document.unit)
    if not allowed:
        return allowed
    if document.status == DocumentStatus.ISSUED:
        return not_now(_("Văn bản này đã được ban hành: %(paper)s.") % {"paper": document})
    if document.status != DocumentStatus.SIGNED:
        return not_now(_("Văn bản chưa được duyệt ký nên chưa cấp số được."))
    return ALLOWED


def may_discard(actor: Actor, document: Document) -> Verdict:
    allowed = may_draft(actor, document.unit)
    if allowed and document.status != DocumentStatus.DRAFT:
        return not_now(_("Chỉ bỏ được bản thảo đang soạn."))
    return allowed


def may_restore(actor: Actor, document: Document) -> Verdict:
    allowed = may_draft(actor, document.unit)
    if allowed and document.status != DocumentStatus.DISCARDED:
        return not_now(_("Văn bản này không nằm trong số bản thảo đã bỏ."))
    return allowed


def may_attach(actor: Actor, document: Document, role: str) -> Verdict:
    """Add a file that is not there yet; only the stamped original can be scanned anew."""
    unit = document.unit
    if not any(actor.can(right, unit) for right in KEEPING_RIGHTS):
        return Verdict(_("Chỉ người giữ văn bản của %(unit)s gắn được tệp.") % {"unit": unit})
    if role == FileRole.STAMPED:
        if document.direction != Direction.OUT or document.status != DocumentStatus.ISSUED:
            return not_now(_("Chỉ gắn bản quét có chữ ký, con dấu vào văn bản đã ban hành."))
        return ALLOWED
    if document.files.filter(role=role).exists():
        return not_now(_("Văn bản đã có tệp này và tệp đó không thay được."))
    return ALLOWED


def may_address(actor: Actor, document: Document) -> Verdict:
    """Say who the recipients are, as long as papers of the unit are ours to send."""
    unit = document.unit
    if not any(actor.can(right, unit) for right in KEEPING_RIGHTS):
        return Verdict(_("Chỉ người giữ văn bản của %(unit)s chọn được nơi nhận.") % {"unit": unit})
    if document.direction != Direction.OUT or document.status == DocumentStatus.DISCARDED:
        return not_now(_("Chỉ chọn nơi nhận cho văn bản đi."))
    return ALLOWED


def may_choose_targets(actor: Actor, recipient: Recipient) -> Verdict:
    """Correct one line until something of it has been sent."""
    allowed = may_address(actor, recipient.document)
    if allowed and recipient.deliveries.filter(sent_at__isnull=False).exists():
        return not_now(_("Văn bản đã gửi theo dòng này nên không đổi nơi nhận được."))
    return allowed


def may_distribute(actor: Actor, document: Document) -> Verdict:
    if not actor.can(Right.DOCUMENT_ISSUE, document.unit):
        return Verdict(
            _("Chỉ người được gửi văn bản của %(unit)s làm được việc này.")
            % {"unit": document.unit}
        )
    if document.status != DocumentStatus.ISSUED:
        return not_now(_("Chỉ gửi được văn bản đã ban hành."))
    return ALLOWED


def may_publish(actor: Actor, document: Document) -> Verdict:
    """Put an issued paper of ours on the public page, or take it off."""
    if not actor.can(Right.DOCUMENT_ISSUE, document.unit):
        return Verdict(
            _("Chỉ người được gửi văn bản của %(unit)s mới đưa lên, gỡ khỏi trang công khai được.")
            % {"unit": document.unit}
        )
    if document.status != DocumentStatus.ISSUED:
        return not_now(_("Chỉ đưa lên trang công khai văn bản đã ban hành."))
    return ALLOWED


def may_open(actor: Actor, delivery: Delivery) -> Verdict:
    """The person addressed, or whoever reads papers in the unit addressed."""
    theirs = delivery.person_id is not None and delivery.person_id == actor.user.person_id
    ours = delivery.unit is not None and actor.can(Right.DOCUMENT_READ, delivery.unit)
    if not (theirs or ours):
        return Verdict(_("Văn bản này không gửi đến bạn hoặc đơn vị của bạn."))
    if delivery.sent_at is None:
        return not_now(_("Văn bản này chưa được gửi."))
    return ALLOWED


def may_register(actor: Actor, delivery: Delivery) -> Verdict:
    """Enter in the arrival book of the unit what reached it through the system."""
    if delivery.unit is None:
        return not_now(_("Văn bản gửi riêng cho một người không vào sổ của đơn vị."))
    allowed = may_take_in(actor, delivery.unit) and may_open(actor, delivery)
    if allowed and hasattr(delivery, "registered_as"):
        return not_now(_("Văn bản này đã vào sổ văn bản đến."))
    return allowed


def may_cancel(actor: Actor, unit: Unit, entry: BookEntry | None) -> Verdict:
    """A number nobody used: one kept back, or one the book does not know of."""
    allowed = may_number(actor, unit)
    if not allowed or entry is None or entry.state == EntryState.RESERVED:
        return allowed
    if entry.state == EntryState.CANCELLED:
        return not_now(_("Số %(number)02d đã được hủy rồi.") % {"number": entry.number})
    return not_now(
        _("Số %(number)02d đã cấp cho %(paper)s nên không hủy được.")
        % {"number": entry.number, "paper": entry.document}
    )


KEEPING_RIGHTS = (Right.DOCUMENT_ISSUE, Right.DOCUMENT_INTAKE, Right.PLAN_DRAFT)
"""Any of these makes somebody a keeper of the papers of their unit."""
