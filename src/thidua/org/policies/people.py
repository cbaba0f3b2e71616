"""Who may keep the list of people of a unit."""

from django.utils.translation import gettext as _

from thidua.core.verdict import ALLOWED, Verdict
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.org.policies.managing import may_manage
from thidua.org.rights import Right


def may_keep_people(actor: Actor, unit: Unit) -> Verdict:
    """Who keeps the list of the unit itself, or a keeper of it or of a unit above."""
    if actor.can(Right.PEOPLE_KEEP, unit) or may_manage(actor, unit):
        return ALLOWED
    return Verdict(
        _("Chỉ người quản lý đoàn viên của %(unit)s làm được việc này.") % {"unit": unit}
    )


def may_take_from(actor: Actor, unit: Unit) -> Verdict:
    """Members may come from a unit one keeps, and a superior who keeps people may move them."""
    if actor.can_from_above(Right.PEOPLE_KEEP, unit):
        return ALLOWED
    return may_keep_people(actor, unit)
