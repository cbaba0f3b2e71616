"""When a decision may be carried out or undone from these pages."""

from datetime import datetime

from django.utils.translation import gettext as _

from thidua.core.verdict import ALLOWED, Verdict, not_now
from thidua.org.actor import Actor
from thidua.org.models import Reorganisation
from thidua.org.policies import may_carry_out, may_draft, may_undo
from thidua.oversight.models import GOING, Run, Work


def may_start(actor: Actor, reorganisation: Reorganisation) -> Verdict:
    """Carry it out, unless that is under way."""
    return may_carry_out(actor, reorganisation) and _nobody_at_it(reorganisation)


def may_edit(actor: Actor, reorganisation: Reorganisation) -> Verdict:
    """Change the draft, unless it is being carried out."""
    return may_draft(actor, reorganisation) and _nobody_at_it(reorganisation)


def may_take_back(actor: Actor, reorganisation: Reorganisation) -> Verdict:
    """Undo it, unless that is under way."""
    return may_undo(actor, reorganisation) and _nobody_at_it(reorganisation)


def may_begin_again(actor: Actor, run: Run, now: datetime) -> Verdict:
    """Have a run done whose worker is silent: for who might have asked for it."""
    may = may_carry_out if run.work == Work.CARRY_OUT else may_undo
    allowed = may(actor, run.reorganisation)
    if not allowed or run.is_lost(now):
        return allowed
    return not_now(_("Việc này đang chạy hoặc đã xong, không phải làm lại."))


def _nobody_at_it(reorganisation: Reorganisation) -> Verdict:
    if Run.objects.filter(reorganisation=reorganisation, state__in=GOING).exists():
        return not_now(
            _("Hệ thống đang thực hiện quyết định này, có thể do một cán bộ khác vừa bấm.")
        )
    return ALLOWED
