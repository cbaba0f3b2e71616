"""Who keeps the records of incidents with personal data."""

from django.utils.translation import gettext as _

from thidua.core.verdict import ALLOWED, Verdict, not_now
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.org.policies import may_manage
from thidua.org.rights import Right
from thidua.oversight.models import Breach


def may_keep_breaches(actor: Actor, unit: Unit) -> Verdict:
    """Who may open guarded facts there, or manages the unit or one above."""
    if actor.can(Right.PEOPLE_GUARDED, unit) or may_manage(actor, unit):
        return ALLOWED
    return Verdict(
        _("Chỉ người phụ trách dữ liệu cá nhân hoặc quản trị của %(unit)s ghi được sự cố.")
        % {"unit": unit}
    )


def may_work_on(actor: Actor, breach: Breach) -> Verdict:
    allowed = may_keep_breaches(actor, breach.unit)
    if allowed and breach.closed_at is not None:
        return not_now(_("Sự cố này đã đóng."))
    return allowed
