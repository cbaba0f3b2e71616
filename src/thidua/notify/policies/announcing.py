"""Who tells many, and until when what is told can be changed."""

from django.utils.translation import gettext as _

from thidua.core.verdict import ALLOWED, Verdict, not_now
from thidua.notify.models import Announcement, AnnouncementState
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.org.rights import Right


def may_announce(actor: Actor, unit: Unit) -> Verdict:
    """Whoever watches over the units below."""
    if not actor.can(Right.CASCADE_WATCH, unit):
        return Verdict(
            _("Chỉ người theo dõi đơn vị cấp dưới của %(unit)s gửi được thông báo.")
            % {"unit": unit}
        )
    return ALLOWED


def may_handle(actor: Actor, announcement: Announcement) -> Verdict:
    """Change, send or drop it, as long as it is a draft."""
    allowed = may_announce(actor, announcement.unit)
    if allowed and announcement.state != AnnouncementState.DRAFT:
        return not_now(_("Thông báo này đã được gửi nên không sửa, không gửi lại được."))
    return allowed
