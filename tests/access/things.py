"""One real thing of a unit for every address that names one."""

from datetime import date

from access import (
    things_accounts,
    things_activities,
    things_acts,
    things_awards,
    things_born,
    things_cascade,
    things_certificates,
    things_councils,
    things_imports,
    things_notify,
    things_people,
    things_personal,
    things_pledges,
    things_progress,
    things_reports,
    things_rights,
    things_second_factor,
    things_stories,
    things_trail,
    things_units,
)
from access.secret import SECRET
from factories import NOON, UserFactory
from thidua.documents.models import (
    Delivery,
    Direction,
    Document,
    DocumentFile,
    FileRole,
    Reading,
    Recipient,
)
from thidua.files.actions import keep
from thidua.notify.models import OutboxMail
from thidua.org.models import Unit
from thidua.plans.models import Clause, Plan
from vanban.reading.as_json import as_json
from vanban.reading.model import Reading as Paper


def document(unit: Unit) -> Document:
    known = Document.objects.filter(unit=unit).first()
    return known or Document.objects.create(
        unit=unit,
        unit_path=unit.path_on(date(2024, 3, 15)),
        direction=Direction.OUT,
        type_name="Kế hoạch",
        title=SECRET,
        issuer_name=unit.name,
        drafted_by=UserFactory(),
        created_at=NOON,
    )


def document_file(unit: Unit) -> DocumentFile:
    stored = keep(data=SECRET.encode(), media_type="text/plain", unit=None, at=NOON)
    return DocumentFile.objects.get_or_create(
        document=document(unit),
        role=FileRole.ORIGINAL,
        defaults={"unit": unit, "file": stored, "name": f"{SECRET}.txt", "added_at": NOON},
    )[0]


def recipient(unit: Unit) -> Recipient:
    return Recipient.objects.get_or_create(
        document=document(unit), position=1, defaults={"printed": SECRET}
    )[0]


def delivery(unit: Unit) -> Delivery:
    return Delivery.objects.get_or_create(
        recipient=recipient(unit), unit=unit, defaults={"sent_at": NOON}
    )[0]


def reading(unit: Unit) -> Reading:
    return Reading.objects.get_or_create(
        unit=unit,
        filename=f"{SECRET}.txt",
        defaults={
            "file": keep(data=SECRET.encode(), media_type="text/plain", unit=None, at=NOON),
            "data": as_json(Paper(title=SECRET)),
            "read_by": UserFactory(),
            "read_at": NOON,
        },
    )[0]


def plan(unit: Unit) -> Plan:
    paper = document(unit)
    return Plan.objects.filter(document=paper).first() or Plan.objects.create(
        document=paper, edited_by=paper.drafted_by, edited_at=NOON
    )


def clause(unit: Unit) -> dict[str, int]:
    row, _created = Clause.objects.get_or_create(
        plan=plan(unit), position=1, defaults={"depth": 0, "text": SECRET}
    )
    return {"pk": row.plan_id, "clause": row.pk}


def mail(unit: Unit) -> OutboxMail:
    return OutboxMail.objects.get_or_create(
        key="bí mật",
        defaults={
            "unit": unit,
            "to": "ai@example.org",
            "subject": SECRET,
            "body": SECRET,
            "created_at": NOON,
        },
    )[0]


def part_of_a_plan(unit: Unit) -> dict[str, object]:
    return {"pk": plan(unit).pk, "part": "phases"}


READINGS = ("reading", "fix", "keep", "undo", "correct", "accept", "drop", "word", "confirm")
PLANS = ("detail", "edit", "check", "preview", "submit", "withdraw", "return", "sign", "issue")
PAPERS = ("detail", "attach", "recipients", "send", "publish")
THINGS = {
    **{f"plans:{name}": reading for name in (*READINGS, "forward_reading")},
    "plans:page": lambda unit: {"pk": reading(unit).pk, "number": 1},
    **{f"plans:{name}": plan for name in (*PLANS, "discard", "restore", "log")},
    "plans:clause": clause,
    "plans:add": part_of_a_plan,
    **{
        f"documents:{name}": document
        for name in ("detail", "attach", "recipients", "send", "publish")
    },
    "documents:file": document_file,
    "documents:recipient": recipient,
    "documents:open": delivery,
    "documents:register": delivery,
    "notify:resend": mail,
    "public:document": document,
    "public:file": document,
    "public:letter": lambda _unit: {"token": "khong-co-thu-nay"},
    "public:letter_file": lambda _unit: {"token": "khong-co-thu-nay"},
}
LISTS = {
    "plans:list",
    "plans:read",
    "plans:new",
    "documents:register_out",
    "documents:register_in",
    "documents:numbers",
    "documents:reserve",
    "documents:cancel",
    "documents:address_book",
    "notify:outbox",
}
"""Pages that name no thing: they show and change only what belongs to the units of one's posts."""

for room in (
    things_accounts,
    things_activities,
    things_acts,
    things_awards,
    things_born,
    things_cascade,
    things_certificates,
    things_councils,
    things_imports,
    things_notify,
    things_people,
    things_personal,
    things_pledges,
    things_progress,
    things_reports,
    things_rights,
    things_second_factor,
    things_stories,
    things_trail,
    things_units,
):
    THINGS |= room.THINGS
    LISTS |= room.LISTS


def thing_for(name: str, parameters: tuple[str, ...], unit: Unit) -> dict[str, object]:
    """The parameters of the address `name` for a thing of `unit`."""
    if not parameters:
        return {}
    thing = THINGS[name](unit)
    return thing if isinstance(thing, dict) else {"pk": thing.pk}
