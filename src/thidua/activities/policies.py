"""Who may record what a unit did, and who may take it back."""

from django.utils.translation import gettext as _

from thidua.activities.models import Activity
from thidua.core.verdict import ALLOWED, Verdict, not_now
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.org.rights import Right


def may_record(actor: Actor, unit: Unit) -> Verdict:
    """Somebody of the unit itself; nobody above writes in its name."""
    if not actor.can(Right.ACTIVITY_RECORD, unit):
        return Verdict(
            _("Chỉ người ghi hoạt động của %(unit)s làm được việc này.") % {"unit": unit}
        )
    return ALLOWED


def may_change(actor: Actor, activity: Activity) -> Verdict:
    """Cancel it, or add pictures to it, as long as it counts."""
    allowed = may_record(actor, activity.unit)
    if allowed and activity.cancelled_at is not None:
        return not_now(_("Hoạt động này đã hủy nên không sửa được nữa. Hãy ghi lại hoạt động mới."))
    return allowed
