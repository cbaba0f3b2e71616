"""Who may take back what was done to a list of members."""

from django.utils.translation import gettext as _

from thidua.core.verdict import ALLOWED, Verdict, not_now
from thidua.org.actor import Actor
from thidua.org.models import RollAct, Unit
from thidua.org.policies.people import may_keep_people, may_take_from

MEMBERSHIP = "org.membership"


def may_undo_roll(actor: Actor, act: RollAct) -> Verdict:
    """Whoever might have done it, for every unit whose list it changed."""
    keys = [key for step in act.noted if step["model"] == MEMBERSHIP for key in step["rows"]]
    units = Unit.objects.filter(memberships__in=keys).exclude(pk=act.target_id or 0)
    judge = may_take_from if act.target_id else may_keep_people
    for unit in units.select_related("kind").distinct():
        if not (allowed := judge(actor, unit)):
            return allowed
    if act.undone_at is not None:
        return not_now(_("Lần ghi này đã được hoàn tác."))
    return ALLOWED
