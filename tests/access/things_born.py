"""Things of the room `plans` around a plan: files read together, moved plans, papers born of it."""

from collections.abc import Callable

from access.secret import SECRET
from factories import NOON, UserFactory
from thidua.documents.models import Direction, Document
from thidua.files.actions import keep
from thidua.org.models import Unit
from thidua.plans.models import Batch, BatchFile, FollowUp, FollowUpKind, MoveNote, Plan


def batch(unit: Unit) -> Batch:
    known = Batch.objects.filter(unit=unit).first()
    if known:
        return known
    made = Batch.objects.create(unit=unit, started_by=UserFactory(), started_at=NOON)
    stored = keep(data=SECRET.encode(), media_type="text/plain", unit=None, at=NOON)
    BatchFile.objects.create(batch=made, position=0, name=f"{SECRET}.txt", file=stored)
    return made


def paper(unit: Unit, type_name: str) -> Document:
    return Document.objects.get_or_create(
        unit=unit,
        type_name=type_name,
        defaults={
            "unit_path": unit.placements.first().path,
            "direction": Direction.OUT,
            "title": SECRET,
            "issuer_name": unit.name,
            "drafted_by": UserFactory(),
            "created_at": NOON,
        },
    )[0]


def plan(unit: Unit) -> Plan:
    document = paper(unit, "Kế hoạch năm sau")
    return Plan.objects.get_or_create(
        document=document, defaults={"edited_by": document.drafted_by, "edited_at": NOON}
    )[0]


def note(unit: Unit) -> dict[str, int]:
    row, _created = MoveNote.objects.get_or_create(
        plan=plan(unit), position=0, defaults={"flag": True, "why": SECRET}
    )
    return {"pk": row.plan_id, "note": row.pk}


def follow_up(unit: Unit) -> FollowUp:
    document = paper(unit, "Giấy mời")
    return FollowUp.objects.get_or_create(
        document=document,
        defaults={
            "plan": plan(unit),
            "kind": FollowUpKind.INVITATION,
            "edited_by": document.drafted_by,
            "edited_at": NOON,
        },
    )[0]


PAPERS = ("follow_up", "follow_up_edit", "follow_up_preview", "follow_up_return", "follow_up_issue")
THINGS: dict[str, Callable[..., object]] = {
    **{f"plans:{name}": batch for name in ("batch", "batch_stop", "batch_go_on")},
    "plans:forward": plan,
    "plans:moved": plan,
    "plans:settle": note,
    "plans:follow_up_new": lambda unit: {"pk": plan(unit).pk, "kind": "guidance"},
    **{f"plans:{name}": follow_up for name in PAPERS},
    "plans:follow_up_do": lambda unit: {"pk": follow_up(unit).pk, "deed": "submit"},
}
LISTS = {"plans:batches"}
