"""Who writes, carries out and undoes decisions about the organisation."""

from django.utils.translation import gettext as _

from thidua.core.verdict import ALLOWED, Verdict, not_now
from thidua.org.actor import Actor
from thidua.org.models import Reorganisation, State, Unit
from thidua.org.rights import Right


def may_reorganise(actor: Actor, unit: Unit) -> Verdict:
    """Somebody who reorganises for this unit or for one above it."""
    right = Right.UNIT_REORGANISE
    if not (actor.can(right, unit) or actor.can_from_above(right, unit)):
        return Verdict(
            _(
                "Chỉ người được giao thi hành quyết định sắp xếp tổ chức của %(unit)s làm "
                "được việc này."
            )
            % {"unit": unit}
        )
    return ALLOWED


def may_draft(actor: Actor, reorganisation: Reorganisation) -> Verdict:
    """Change the decision and its acts, until they are carried out."""
    allowed = may_reorganise(actor, reorganisation.unit)
    if not allowed:
        return allowed
    if reorganisation.state != State.DRAFT:
        return not_now(
            _("Quyết định này đã được thi hành. Có thay đổi thì lập quyết định sắp xếp mới.")
        )
    return ALLOWED


def may_carry_out(actor: Actor, reorganisation: Reorganisation) -> Verdict:
    """Once its day has come and it orders something."""
    allowed = may_reorganise(actor, reorganisation.unit)
    if not allowed:
        return allowed
    if reorganisation.state != State.DRAFT:
        return not_now(_("Quyết định này đã được thi hành, có thể do một cán bộ khác vừa bấm."))
    if reorganisation.on > actor.day:
        return not_now(
            _("Quyết định có hiệu lực từ ngày %(day)s. Đến ngày đó mới thi hành được.")
            % {"day": f"{reorganisation.on:%d/%m/%Y}"}
        )
    if not reorganisation.acts.exists():
        return not_now(_("Quyết định chưa ghi việc nào."))
    return ALLOWED


def may_undo(actor: Actor, reorganisation: Reorganisation) -> Verdict:
    """Once it has been carried out; what hangs on it is found out when it is tried."""
    allowed = may_reorganise(actor, reorganisation.unit)
    if not allowed:
        return allowed
    if reorganisation.state != State.DONE:
        return not_now(_("Quyết định này chưa thi hành, hoặc đã được hoàn tác."))
    return ALLOWED
