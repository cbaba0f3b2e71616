"""When a decision may be carried out or undone from these pages."""

from django.utils.translation import gettext as _

from thidua.core.verdict import ALLOWED, Verdict, not_now
from thidua.org.actor import Actor
from thidua.org.models import Reorganisation
from thidua.org.policies import may_carry_out, may_draft, may_undo
from thidua.oversight.models import GOING, Run


def may_start(actor: Actor, reorganisation: Reorganisation) -> Verdict:
    """Carry it out, unless that is under way."""
    return may_carry_out(actor, reorganisation) and _nobody_at_it(reorganisation)


def may_edit(actor: Actor, reorganisation: Reorganisation) -> Verdict:
    """Change the draft, unless it is being carried out."""
    return may_draft(actor, reorganisation) and _nobody_at_it(reorganisation)


def may_take_back(actor: Actor, reorganisation: Reorganisation) -> Verdict:
    """Undo it, unless that is under way."""
    return may_undo(actor, reorganisation) and _nobody_at_it(reorganisation)


def _nobody_at_it(reorganisation: Reorganisation) -> Verdict:
    if Run.objects.filter(reorganisation=reorganisation, state__in=GOING).exists():
        return not_now(
            _("Hệ thống đang thực hiện quyết định này, có thể do một cán bộ khác vừa bấm.")
        )
    return ALLOWED
