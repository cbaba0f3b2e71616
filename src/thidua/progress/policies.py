from django.utils.translation import gettext as _

from thidua.core.verdict import ALLOWED, Verdict
from thidua.org.actor import Actor
from thidua.org.rights import Right
from thidua.plans.models import Plan


def may_follow(actor: Actor) -> Verdict:
    """Whoever watches for some unit what is done below."""
    if not actor.holding(Right.CASCADE_WATCH):
        return Verdict(
            _("Chỉ người theo dõi triển khai của một đơn vị có cấp dưới mở được trang này.")
        )
    return ALLOWED


def may_remind(actor: Actor, plan: Plan) -> Verdict:
    """Whoever watches for the unit that issued the plan."""
    unit = plan.document.unit
    if not actor.can(Right.CASCADE_WATCH, unit):
        return Verdict(
            _("Chỉ người theo dõi triển khai của %(unit)s nhắc được đơn vị cấp dưới.")
            % {"unit": unit}
        )
    return ALLOWED
