"""Who enters for a unit that cannot do it itself, and who stops that."""

from django.utils.translation import gettext as _

from thidua.core.verdict import ALLOWED, Verdict, not_now
from thidua.org.actor import Actor
from thidua.org.models import Mandate, Unit
from thidua.org.rights import Right


def may_enter_for(actor: Actor, unit: Unit) -> Verdict:
    """Somebody above who may enter for others, for a unit that still lives."""
    if actor.user.person_id is None or not actor.can_from_above(Right.UNIT_ENTER_FOR, unit):
        return Verdict(_("Chỉ cán bộ cấp trên được giao nhập hộ mới nhập hộ được đơn vị này."))
    if unit.kept_by_id is not None:
        return not_now(_("%(unit)s đã kết thúc hoạt động nên không nhập hộ được.") % {"unit": unit})
    return ALLOWED


def may_stop_entering(actor: Actor, mandate: Mandate) -> Verdict:
    """Who enters stops by themselves; the unit may stop it, and so may whoever keeps its people."""
    own = mandate.person_id == actor.user.person_id
    if not own and not actor.can(Right.PEOPLE_KEEP, mandate.unit):
        return Verdict(_("Chỉ người nhập hộ hoặc cán bộ của đơn vị dừng được việc nhập hộ này."))
    if mandate.ends_on <= actor.day:
        return not_now(_("Việc nhập hộ này đã kết thúc."))
    return ALLOWED
