"""Who may make, hand over, revoke and replace certificates, and when."""

from django.utils.translation import gettext as _

from thidua.certificates import queries
from thidua.certificates.models import Certificate
from thidua.core.templatetags.vn import vn_date
from thidua.core.verdict import ALLOWED, Verdict, not_now
from thidua.documents.models import Document, DocumentStatus
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.org.queries import acts_for
from thidua.org.rights import Right


def may_keep(actor: Actor, unit: Unit) -> Verdict:
    """The officer of the deciding unit itself; a superior only reads.

    Of an ended unit the officer of whoever keeps its award book: certificates outlive their issuer.
    """
    if not acts_for(actor, Right.AWARD_REVIEW, unit):
        return Verdict(
            _("Chỉ người được cấp giấy khen của %(unit)s làm được việc này.") % {"unit": unit}
        )
    return ALLOWED


def may_make(actor: Actor, decision: Document) -> Verdict:
    """For everybody on an issued decision; pressing again makes nothing twice."""
    allowed = may_keep(actor, decision.unit)
    if allowed and decision.status != DocumentStatus.ISSUED:
        return not_now(_("Quyết định chưa ban hành nên chưa làm giấy khen được."))
    return allowed


def may_hand_over(actor: Actor, certificate: Certificate) -> Verdict:
    allowed = may_keep(actor, certificate.award.unit)
    return allowed and _still_valid(certificate)


def may_take_back(actor: Actor, certificate: Certificate) -> Verdict:
    """Undo a hand-over that was noted by mistake."""
    allowed = may_hand_over(actor, certificate)
    if allowed and certificate.handed_on is None:
        return not_now(_("Giấy khen này chưa ghi là đã trao."))
    return allowed


def may_revoke(actor: Actor, certificate: Certificate) -> Verdict:
    allowed = may_keep(actor, certificate.award.unit)
    return allowed and _still_valid(certificate)


def may_replace(actor: Actor, certificate: Certificate) -> Verdict:
    """A lost, damaged or revoked one, as long as no other is valid for the same award."""
    allowed = may_keep(actor, certificate.award.unit)
    if not allowed or certificate.revoked_at is None:
        return allowed
    if queries.certificates_for(certificate.award).filter(queries.VALID).exists():
        return not_now(_("Giấy khen này đã được cấp lại bằng một tờ khác còn hiệu lực."))
    return ALLOWED


def _still_valid(certificate: Certificate) -> Verdict:
    if certificate.revoked_at is not None:
        return not_now(
            _("Giấy khen này đã bị thu hồi ngày %(day)s.")
            % {"day": vn_date(certificate.revoked_at)}
        )
    return ALLOWED
