"""A plan that went out in January, and what the units below did with it on which day."""

from datetime import date, datetime, time

from django.utils import timezone

from factories import CHAIR, NOON, OFFICER, UnitFactory, actor_as
from reports.asked import issued_plan
from thidua.cascade import actions as cascade
from thidua.documents.models import Delivery, Recipient, RecipientKind
from thidua.documents.naming import set_folds
from thidua.org.models import User
from thidua.plans.models import Plan
from thidua.progress import actions
from thidua.progress.models import Step

SENT = date(2024, 1, 15)
DAYS = {
    "acknowledge_by": date(2024, 1, 25),
    "own_plan_by": date(2024, 2, 5),
    "launch_by": date(2024, 2, 20),
}


def moment(day):
    return timezone.make_aware(datetime.combine(day, time(9)))


def sent_to(plan, *units, on=SENT, opened=None):
    """The plan goes to these units; `opened` is the day on which they all open it."""
    line, _new = Recipient.objects.get_or_create(
        document=plan.document,
        position=1,
        defaults={"printed": "Các CĐCS trực thuộc", "kind": RecipientKind.UNITS},
    )
    for unit in units:
        row = Delivery(recipient=line, unit=unit, sent_at=moment(on))
        if opened:
            row.opened_at = moment(opened)
            row.opened_by = User.objects.create(username=f"reader-{unit.key}")
        row.save()


def plan_to(province, *units, days=DAYS, opened=None):
    plan = issued_plan(province)
    sent_to(plan, *units, opened=opened)
    if days:
        by = actor_as(OFFICER, province, "Phạm Thu Hà", SENT)
        cascade.set_timetable(plan=plan, by=by, at=moment(SENT), **days)
    return Plan.objects.select_related("document__unit__kind", "timetable").get(pk=plan.pk)


def renumbered(plan, number):
    """The same plan under another number, so that there may be several in one year."""
    plan.document.full_number = number
    set_folds(plan.document)
    plan.document.save()
    return plan


def acknowledged(plan, unit, on):
    by = actor_as(CHAIR, unit, "Đinh Thị Hoa", on)
    return cascade.acknowledge(plan=plan, unit=unit, by=by, at=moment(on))


def launched(plan, unit, on, phase=1):
    by = actor_as(CHAIR, unit, "Đinh Thị Hoa", on)
    return cascade.launch(
        phase=plan.phases.get(position=phase), unit=unit, launched_on=on, by=by, at=moment(on)
    )


def workplaces(province, count):
    return [UnitFactory(name=f"CĐCS số {number:03d}", under=province) for number in range(count)]


def reminded(plan, units, by, step=Step.ACKNOWLEDGED, at=NOON, **more):
    return actions.remind_units(
        plan=plan,
        step=step,
        unit_ids=[unit.pk for unit in units],
        words=more.pop("words", "Đề nghị đơn vị xác nhận đã nhận kế hoạch."),
        by=by,
        at=at,
        **more,
    )
