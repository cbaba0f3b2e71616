"""Things of the room `cascade` for the addresses that name one; its pages that name none."""

from collections.abc import Callable
from datetime import date

from access import things_progress
from access.secret import SECRET
from factories import NOON, UserFactory
from files.photographs import photograph
from thidua.cascade.models import Launch, Rollout
from thidua.documents.models import Direction, Document, DocumentStatus
from thidua.files.actions import keep
from thidua.files.models import Picture
from thidua.org.models import Unit
from thidua.plans.models import Phase, Plan

DAY = date(2024, 3, 15)


def plan(unit: Unit) -> Plan:
    """A superior's plan that the unit took in."""
    known = Plan.objects.filter(document__unit=unit, document__direction=Direction.IN).first()
    if known:
        return known
    paper = Document.objects.create(
        unit=unit,
        unit_path=unit.path_on(DAY),
        direction=Direction.IN,
        status=DocumentStatus.RECEIVED,
        type_name="Kế hoạch",
        title=SECRET,
        issuer_name=SECRET,
        drafted_by=UserFactory(),
        created_at=NOON,
        received_on=DAY,
    )
    return Plan.objects.create(
        document=paper,
        starts_on=date(2024, 1, 1),
        ends_on=date(2024, 12, 31),
        edited_by=paper.drafted_by,
        edited_at=NOON,
    )


def of_unit(unit: Unit) -> dict[str, int]:
    return {"pk": plan(unit).pk, "unit": unit.pk}


def rollout(unit: Unit) -> dict[str, int]:
    Rollout.objects.get_or_create(
        plan=plan(unit),
        unit=unit,
        defaults={
            "unit_path": unit.path_on(DAY),
            "acknowledged_at": NOON,
            "acknowledged_by": UserFactory(),
        },
    )
    return of_unit(unit)


def phase(unit: Unit) -> Phase:
    return Phase.objects.get_or_create(
        plan=plan(unit),
        position=0,
        defaults={"name": SECRET, "starts_on": DAY, "ends_on": date(2024, 12, 31)},
    )[0]


def picture() -> Picture:
    stored = keep(data=photograph(), media_type="image/jpeg", unit=None, at=NOON)
    return Picture.objects.create(
        original=stored,
        shown=stored,
        width=80,
        height=40,
        name=SECRET,
        kept_by=UserFactory(),
        kept_at=NOON,
    )


def launch(unit: Unit) -> Launch:
    known = Launch.objects.filter(phase=phase(unit), unit=unit).first()
    if known:
        return known
    return Launch.objects.create(
        phase=phase(unit),
        unit=unit,
        unit_path=unit.path_on(DAY),
        launched_on=DAY,
        note=SECRET,
        picture=picture(),
        entered_by=UserFactory(),
        entered_at=NOON,
    )


THINGS: dict[str, Callable[..., object]] = {
    "cascade:plan": plan,
    "cascade:timetable": things_progress.plan,
    "cascade:unit": of_unit,
    "cascade:acknowledge": of_unit,
    "cascade:take_back": rollout,
    "cascade:own_plan": rollout,
    "cascade:link": rollout,
    "cascade:unlink": rollout,
    "cascade:launch": lambda unit: {"pk": launch(unit).phase_id, "unit": unit.pk},
    "cascade:undo_launch": launch,
    "cascade:picture": launch,
}
LISTS: set[str] = set()
