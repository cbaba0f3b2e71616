"""Who may carry a plan on, and when. First who, then when, then what is missing."""

from datetime import date

from django.utils.translation import gettext as _

from thidua.cascade import queries
from thidua.cascade.models import Launch, Rollout
from thidua.core.templatetags.vn import vn_date
from thidua.core.verdict import ALLOWED, Verdict, not_now
from thidua.documents.models import Direction, DocumentStatus
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.org.rights import Right
from thidua.plans import policies as plans
from thidua.plans.models import Phase, Plan


def may_handle(actor: Actor, unit: Unit) -> Verdict:
    """Whoever acknowledges and launches for the unit."""
    if not actor.can(Right.CASCADE_HANDLE, unit):
        return Verdict(
            _("Chỉ người được giao triển khai kế hoạch của %(unit)s làm được việc này.")
            % {"unit": unit}
        )
    return ALLOWED


def may_acknowledge(actor: Actor, plan: Plan, unit: Unit, rollout: Rollout | None) -> Verdict:
    """Once, for a superior's plan that has reached the unit."""
    allowed = may_handle(actor, unit)
    if not allowed:
        return allowed
    if not queries.is_receiver(plan, unit, actor.day):
        return not_now(
            _("%(plan)s không gửi đến %(unit)s nên không có gì để xác nhận.")
            % {"plan": plan, "unit": unit}
        )
    if rollout is not None and rollout.acknowledged_at is not None:
        return not_now(
            _("%(who)s đã xác nhận đã nhận kế hoạch này ngày %(day)s.")
            % {"who": rollout.acknowledged_by, "day": vn_date(rollout.acknowledged_at)}
        )
    return ALLOWED


def may_take_back(actor: Actor, rollout: Rollout) -> Verdict:
    """Undo an acknowledgement from which nothing has followed."""
    allowed = may_handle(actor, rollout.unit)
    if not allowed:
        return allowed
    if rollout.acknowledged_at is None:
        return not_now(_("Đơn vị chưa xác nhận nên không có gì để hoàn tác."))
    if queries.living_plan(rollout) is not None:
        return not_now(_("Đơn vị đã lập kế hoạch riêng từ kế hoạch này nên không hoàn tác được."))
    if Launch.objects.filter(unit=rollout.unit, phase__plan=rollout.plan).exists():
        return not_now(_("Đơn vị đã phát động theo kế hoạch này nên không hoàn tác được."))
    return ALLOWED


def may_begin_own_plan(actor: Actor, rollout: Rollout) -> Verdict:
    """Write a plan of one's own from the superior's: by those who draft, after acknowledging."""
    allowed = plans.may_draft_for(actor, rollout.unit)
    if not allowed:
        return allowed
    if rollout.acknowledged_at is None:
        return not_now(_("Đơn vị chưa xác nhận đã nhận kế hoạch của cấp trên. Hãy xác nhận trước."))
    own = queries.living_plan(rollout)
    if own is not None:
        return not_now(_("Đơn vị đã có kế hoạch riêng: %(plan)s.") % {"plan": own})
    return ALLOWED


def may_change_choices(actor: Actor, rollout: Rollout) -> Verdict:
    """Choose anew for each content, as long as the unit's own plan is a draft."""
    own = queries.living_plan(rollout)
    if own is None:
        return not_now(_("Đơn vị chưa lập kế hoạch riêng từ kế hoạch này."))
    return plans.may_edit(actor, own)


def may_link(actor: Actor, rollout: Rollout, own: Plan) -> Verdict:
    """Say that a plan the unit has already written carries out the superior's."""
    allowed = may_begin_own_plan(actor, rollout)
    if not allowed:
        return allowed
    paper = own.document
    if paper.unit_id != rollout.unit_id or paper.direction != Direction.OUT:
        return Verdict(_("Chỉ liên kết được kế hoạch do chính đơn vị lập."))
    if paper.status == DocumentStatus.DISCARDED:
        return not_now(_("Bản thảo này đã bỏ; hãy lấy lại trước khi liên kết."))
    if hasattr(own, "rollout"):
        return not_now(
            _("%(own)s đã liên kết với %(plan)s.") % {"own": own, "plan": own.rollout.plan}
        )
    return ALLOWED


def may_unlink(actor: Actor, rollout: Rollout) -> Verdict:
    """Part the two plans again, as long as nothing was launched by the unit's own."""
    allowed = plans.may_draft_for(actor, rollout.unit)
    if not allowed:
        return allowed
    own = queries.living_plan(rollout)
    if own is None:
        return not_now(_("Đơn vị chưa có kế hoạch riêng liên kết với kế hoạch này."))
    if Launch.objects.filter(unit=rollout.unit, phase__plan=own).exists():
        return not_now(
            _("Đơn vị đã phát động theo %(plan)s nên không bỏ liên kết được.") % {"plan": own}
        )
    return ALLOWED


def may_set_timetable(actor: Actor, plan: Plan) -> Verdict:
    """The issuing unit sets the days for those below; a plan that went out to them."""
    unit = plan.document.unit
    if not actor.can(Right.CASCADE_WATCH, unit):
        return Verdict(
            _("Chỉ người theo dõi triển khai của %(unit)s đặt được hạn.") % {"unit": unit}
        )
    if plan.document.status != DocumentStatus.ISSUED:
        return not_now(_("Kế hoạch chưa ban hành nên chưa đặt hạn cho cấp dưới được."))
    return ALLOWED


def may_launch(actor: Actor, phase: Phase, unit: Unit) -> Verdict:
    """Enter the launch of a phase by which the unit lives; each phase once."""
    allowed = may_handle(actor, unit)
    if not allowed:
        return allowed
    launched = Launch.objects.filter(phase=phase, unit=unit).first()
    if launched is not None:
        return not_now(
            _("%(unit)s đã phát động %(phase)s ngày %(day)s.")
            % {"unit": unit, "phase": phase, "day": vn_date(launched.launched_on)}
        )
    return _may_live_by(phase.plan, unit, actor.day)


def _may_live_by(plan: Plan, unit: Unit, day: date) -> Verdict:
    """A plan issued by the unit, or a superior's that it acknowledged and made no own plan of."""
    if plan.document.unit_id == unit.pk and plan.document.direction == Direction.OUT:
        if plan.document.status == DocumentStatus.ISSUED:
            return ALLOWED
        return not_now(_("Kế hoạch của đơn vị chưa ban hành nên chưa phát động được."))
    if not queries.is_receiver(plan, unit, day):
        return not_now(
            _("%(plan)s không gửi đến %(unit)s nên đơn vị không phát động theo kế hoạch này.")
            % {"plan": plan, "unit": unit}
        )
    return _may_live_by_superiors(Rollout.objects.filter(plan=plan, unit=unit).first())


def _may_live_by_superiors(rollout: Rollout | None) -> Verdict:
    if rollout is None or rollout.acknowledged_at is None:
        return not_now(_("Đơn vị chưa xác nhận đã nhận kế hoạch của cấp trên. Hãy xác nhận trước."))
    own = queries.living_plan(rollout)
    if own is None:
        return ALLOWED
    if own.document.status == DocumentStatus.ISSUED:
        return not_now(
            _("Đơn vị đã ban hành kế hoạch riêng; hãy phát động theo %(plan)s.") % {"plan": own}
        )
    return not_now(_("Kế hoạch riêng của đơn vị chưa ban hành. Hãy ban hành rồi phát động."))


def may_undo_launch(actor: Actor, launch: Launch) -> Verdict:
    """Take out a launch that was entered by mistake; the log keeps what it said."""
    return may_handle(actor, launch.unit)
