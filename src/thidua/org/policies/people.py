"""Who may keep the list of people of a unit."""

from django.utils.translation import gettext as _

from thidua.core.verdict import ALLOWED, Verdict, not_now
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.org.policies.managing import may_manage
from thidua.org.queries.unions import union_of
from thidua.org.rights import Right


def may_keep_people(actor: Actor, unit: Unit) -> Verdict:
    """Who keeps the list of the unit itself, or a keeper of it or of a unit above.

    A group lives with the union above it, and so does the list of the group.
    """
    if actor.can(Right.PEOPLE_KEEP, unit) or may_manage(actor, unit):
        return ALLOWED
    union = union_of(unit, actor.day)
    if union is not None and actor.can(Right.PEOPLE_KEEP, union):
        return ALLOWED
    return Verdict(
        _("Chỉ người quản lý đoàn viên của %(unit)s làm được việc này.") % {"unit": unit}
    )


def may_begin_for(actor: Actor, unit: Unit) -> Verdict:
    """Papers and machines for members: those of a unit that has ended are only closed."""
    allowed = may_keep_people(actor, unit)
    if allowed and unit.kept_by_id is not None:
        return not_now(
            _("%(unit)s đã kết thúc hoạt động: chỉ xem và đóng được việc cũ.") % {"unit": unit}
        )
    return allowed


def may_see_people(actor: Actor, unit: Unit) -> Verdict:
    """Who keeps them, or who keeps people above."""
    if may_keep_people(actor, unit) or actor.can_from_above(Right.PEOPLE_KEEP, unit):
        return ALLOWED
    return Verdict(
        _("Chỉ người quản lý đoàn viên của %(unit)s hoặc cấp trên xem được.") % {"unit": unit}
    )


def may_take_from(actor: Actor, unit: Unit) -> Verdict:
    """Members may come from a unit one keeps, and a superior who keeps people may move them."""
    if actor.can_from_above(Right.PEOPLE_KEEP, unit):
        return ALLOWED
    return may_keep_people(actor, unit)
