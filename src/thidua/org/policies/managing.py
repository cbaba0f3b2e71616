"""Who keeps a part of the organisation."""

from django.utils.translation import gettext as _

from thidua.core.verdict import ALLOWED, Verdict
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.org.rights import Right


def may_manage(actor: Actor, unit: Unit) -> Verdict:
    """A keeper of the unit or of one above it."""
    right = Right.UNIT_MANAGE
    if not (actor.can(right, unit) or actor.can_from_above(right, unit)):
        return Verdict(_("Chỉ người quản trị phần tổ chức này làm được việc này."))
    return ALLOWED
