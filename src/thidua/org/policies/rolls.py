"""Who may take back what was done to a list of members."""

from django.utils.translation import gettext as _

from thidua.core.verdict import Verdict, not_now
from thidua.org.actor import Actor
from thidua.org.models import RollAct
from thidua.org.policies.people import may_keep_people, may_take_from


def may_undo_roll(actor: Actor, act: RollAct) -> Verdict:
    """Whoever might have done it."""
    allowed = may_take_from(actor, act.unit) if act.target_id else may_keep_people(actor, act.unit)
    if allowed and act.undone_at is not None:
        return not_now(_("Lần ghi này đã được hoàn tác."))
    return allowed
