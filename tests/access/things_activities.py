"""Things of the room `activities` for the addresses that name one; its pages that name none."""

from collections.abc import Callable
from datetime import date

from access.secret import SECRET
from factories import NOON, UserFactory
from files.photographs import photograph
from thidua.activities.models import Activity, ActivityKind, Evidence
from thidua.documents.models import Direction, Document
from thidua.files.actions import keep
from thidua.files.models import Picture
from thidua.org.models import Unit
from thidua.plans.models import Phase, Plan

FIRST, LAST = date(2024, 1, 1), date(2024, 12, 31)


def phase(unit: Unit) -> Phase:
    paper, _created = Document.objects.get_or_create(
        unit=unit,
        title=f"{SECRET} có đợt",
        defaults={
            "unit_path": unit.path_on(FIRST),
            "direction": Direction.OUT,
            "type_name": "Kế hoạch",
            "issuer_name": unit.name,
            "drafted_by": UserFactory(),
            "created_at": NOON,
        },
    )
    plan, _created = Plan.objects.get_or_create(
        document=paper, defaults={"edited_by": paper.drafted_by, "edited_at": NOON}
    )
    return Phase.objects.get_or_create(
        plan=plan,
        position=1,
        defaults={"name": SECRET, "starts_on": FIRST, "ends_on": LAST},
    )[0]


def activity(unit: Unit) -> Activity:
    kind, _created = ActivityKind.objects.get_or_create(code="mot", defaults={"name": "Một loại"})
    return Activity.objects.get_or_create(
        unit=unit,
        title=SECRET,
        defaults={
            "unit_path": unit.path_on(FIRST),
            "phase": phase(unit),
            "kind": kind,
            "done_on": FIRST,
            "recorded_by": UserFactory(),
            "recorded_at": NOON,
        },
    )[0]


def picture(unit: Unit) -> dict[str, int]:
    stored = keep(data=photograph(), media_type="image/jpeg", unit=None, at=NOON)
    shown, _created = Picture.objects.get_or_create(
        name=SECRET,
        defaults={
            "original": stored,
            "shown": stored,
            "width": 80,
            "height": 40,
            "kept_by": UserFactory(),
            "kept_at": NOON,
        },
    )
    row, _created = Evidence.objects.get_or_create(activity=activity(unit), picture=shown)
    return {"pk": row.activity_id, "picture": row.picture_id}


THINGS: dict[str, Callable[..., object]] = {
    **{f"activities:{name}": activity for name in ("detail", "cancel", "pictures")},
    "activities:picture": picture,
}
LISTS: set[str] = {"activities:list", "activities:gallery", "activities:new"}
