"""The steps of one unit with a superior's plan, in the form that its page draws."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.cascade.models import Launch, Rollout, Timetable
from thidua.cascade.queries import deliveries_of, living_plan
from thidua.documents.looks import Look, look_of
from thidua.documents.models import DocumentStatus
from thidua.org.models import Unit
from thidua.plans.models import Phase, Plan


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what, how far, on which day, until when."""

    title: str
    look: Look
    day: date | None = None
    due: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """Everything the page of a unit shows of its way; `phases` are those it launches."""

    steps: list[Step]
    own_plan: Plan | None
    own_plan_issued: bool
    phases: list[tuple[Phase, Launch | None]]

    @property
    def launchable(self) -> bool:
        """A draft of one's own is issued first; without one the superior's plan is launched."""
        return self.own_plan_issued or self.own_plan is None


def way_of(plan: Plan, unit: Unit, rollout: Rollout | None, today: date) -> Way:
    """How far the unit is on `today`."""
    own = living_plan(rollout) if rollout else None
    issued = own is not None and own.document.status == DocumentStatus.ISSUED
    lived_by = own if own and issued else plan
    launched = {
        row.phase_id: row
        for row in Launch.objects.filter(unit=unit, phase__plan__in=[plan, lived_by])
    }
    phases = [(phase, launched.get(phase.pk)) for phase in lived_by.phases.all()]
    first = min((row.launched_on for row in launched.values()), default=None)
    timetable: Timetable | None = getattr(plan, "timetable", None)
    steps = [
        *_arrival(plan, unit),
        _acknowledged(rollout, timetable.acknowledge_by if timetable else None, today),
        _made_own(own, timetable.own_plan_by if timetable else None, today),
        _step(_("Phát động"), first, timetable.launch_by if timetable else None, today),
    ]
    return Way(steps=steps, own_plan=own, own_plan_issued=issued, phases=phases)


def _arrival(plan: Plan, unit: Unit) -> list[Step]:
    """Sent and opened through the system, or taken in on paper."""
    rows = list(deliveries_of(plan, unit).values_list("sent_at", "opened_at"))
    if not rows:
        return [_step(_("Vào sổ văn bản đến"), plan.document.received_on, None, date.max)]
    opened = min((moment for _sent, moment in rows if moment), default=None)
    sent = [
        Step(_("Cấp trên gửi"), Look("ok", _("Đã gửi")), timezone.localtime(moment).date())
        for moment, _opened in rows[:1]
        if moment
    ]
    day = timezone.localtime(opened).date() if opened else None
    return [*sent, _step(_("Mở xem"), day, None, date.max)]


def _acknowledged(rollout: Rollout | None, due: date | None, today: date) -> Step:
    moment = rollout.acknowledged_at if rollout else None
    step = _step(
        _("Xác nhận đã nhận"), timezone.localtime(moment).date() if moment else None, due, today
    )
    who = str(rollout.acknowledged_by) if rollout and moment else ""
    return Step(step.title, step.look, step.day, step.due, who)


def _made_own(own: Plan | None, due: date | None, today: date) -> Step:
    title = _("Kế hoạch riêng")
    if own is None:
        return _step(title, None, due, today)
    issued = own.document.status == DocumentStatus.ISSUED
    note = str(own) if issued else ""
    return Step(title, look_of(own.document), own.document.dated, None if issued else due, note)


def _step(title: str, day: date | None, due: date | None, today: date) -> Step:
    """Done on a day, not yet, or late; the due day stays beside it until it is done."""
    if day is not None:
        return Step(title, Look("ok", _("Xong")), day)
    if due is not None and due < today:
        late = Look("late", _("Quá %(days)s ngày") % {"days": (today - due).days})
        return Step(title, late, None, due)
    return Step(title, Look("none", _("Chưa")), None, due)
