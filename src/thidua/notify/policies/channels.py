"""Who keeps the ways out beside e-mail."""

from django.utils.translation import gettext as _

from thidua.core.verdict import ALLOWED, Verdict
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.org.rights import Right


def may_keep_channels(actor: Actor, unit: Unit) -> Verdict:
    """A keeper of the unit itself: what it writes here holds for everything below."""
    if not actor.can(Right.UNIT_MANAGE, unit):
        return Verdict(_("Chỉ người quản trị của %(unit)s làm được việc này.") % {"unit": unit})
    return ALLOWED
