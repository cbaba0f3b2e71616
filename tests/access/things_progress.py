"""Things of the room `progress`, and the notices under a bell, for the addresses that name one."""

from collections.abc import Callable
from datetime import date

from access.secret import SECRET
from factories import NOON, UserFactory
from thidua.documents.models import Direction, Document, DocumentStatus
from thidua.notify.models import Notice
from thidua.org.models import Unit
from thidua.plans.models import Plan
from thidua.progress.models import Reminder, Step


def plan(unit: Unit) -> Plan:
    """An issued plan of the unit, about which a reminder was sent."""
    known = Plan.objects.filter(document__title=SECRET, document__full_number="09/KH").first()
    if known:
        return known
    paper = Document.objects.create(
        unit=unit,
        unit_path=unit.path_on(date(2024, 3, 15)),
        direction=Direction.OUT,
        status=DocumentStatus.ISSUED,
        type_name="Kế hoạch",
        full_number="09/KH",
        title=SECRET,
        issuer_name=SECRET,
        dated=date(2024, 1, 2),
        drafted_by=UserFactory(),
        created_at=NOON,
        issued_at=NOON,
    )
    made = Plan.objects.create(document=paper, edited_by=paper.drafted_by, edited_at=NOON)
    Reminder.objects.create(
        plan=made,
        unit=unit,
        step=Step.LAUNCHED,
        words=SECRET,
        sent_at=NOON,
        sent_by=paper.drafted_by,
    )
    return made


def notice(_unit: Unit) -> Notice:
    return Notice.objects.create(
        user=UserFactory(), key="bí mật", text=SECRET, url="/", created_at=NOON
    )


THINGS: dict[str, Callable[..., object]] = {
    "progress:plan": plan,
    "progress:remind": plan,
    "progress:letter": plan,
    "progress:reminders": plan,
    "progress:totals": lambda unit: unit,
    "progress:totals_lines": lambda unit: {"pk": unit.pk, "what": "units"},
    "notify:open": notice,
}
LISTS: set[str] = {"progress:list", "notify:notices", "notify:read_all"}
