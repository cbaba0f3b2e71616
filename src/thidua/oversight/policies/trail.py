"""Who reads the trail, takes it away, and looks at its seals."""

from django.utils.translation import gettext as _

from thidua.core.verdict import ALLOWED, Verdict
from thidua.org.actor import Actor
from thidua.org.rights import Right


def may_read(actor: Actor) -> Verdict:
    """Keepers, inspection, chairs: whoever has a post that reads the trail of some unit."""
    if not actor.holding(Right.AUDIT_READ):
        return Verdict(_("Chỉ người có quyền xem nhật ký của đơn vị mở được trang này."))
    return ALLOWED


def may_check(actor: Actor) -> Verdict:
    """The seals cover everything, so it takes a post at the very top."""
    if not actor.at_the_top(Right.AUDIT_READ):
        return Verdict(
            _("Chỉ người xem nhật ký ở đơn vị cao nhất kiểm tra được niêm phong của toàn hệ thống.")
        )
    return ALLOWED
