"""Things of the room `awards` for the addresses that name one; its pages that name none."""

from collections.abc import Callable

from access.secret import SECRET
from factories import DAY, NOON, UserFactory
from thidua.awards.models import AwardList, Nomination, Praise
from thidua.documents.models import Direction, Document
from thidua.org.models import Unit
from thidua.plans.models import Phase, Plan
from thidua.rulebook.models import AwardKind


def phase(unit: Unit) -> Phase:
    known = Phase.objects.filter(plan__document__unit=unit, name=SECRET[:100]).first()
    if known:
        return known
    plan = Plan.objects.create(document=paper(unit), edited_by=UserFactory(), edited_at=NOON)
    return Phase.objects.create(plan=plan, position=1, name=SECRET, starts_on=DAY, ends_on=DAY)


def paper(unit: Unit) -> Document:
    return Document.objects.create(
        unit=unit,
        unit_path=unit.path_on(DAY),
        direction=Direction.OUT,
        type_name="Quyết định",
        title=SECRET,
        issuer_name=unit.name,
        drafted_by=UserFactory(),
        created_at=NOON,
    )


def kind() -> AwardKind:
    return AwardKind.objects.get_or_create(code="bi-mat", defaults={"name": SECRET})[0]


def nomination(unit: Unit) -> Nomination:
    return Nomination.objects.filter(unit=unit).first() or Nomination.objects.create(
        unit=unit,
        unit_path=unit.path_on(DAY),
        decided_by=unit,
        phase=phase(unit),
        kind=kind(),
        subject_unit=unit,
        subject_name=SECRET,
        merit=SECRET,
        achievements=SECRET,
        created_by=UserFactory(),
        created_at=NOON,
    )


def award_list(unit: Unit) -> AwardList:
    known = AwardList.objects.filter(document__unit=unit).first()
    return known or AwardList.objects.create(
        document=paper(unit), kind=kind(), occasion=SECRET, bases=SECRET, articles=SECRET
    )


def praise(unit: Unit) -> Praise:
    return unit.praises.first() or Praise.objects.create(
        unit=unit,
        unit_path=unit.path_on(DAY),
        phase=phase(unit),
        subject_unit=unit,
        subject_name=SECRET,
        merit=SECRET,
        praised_on=DAY,
        entered_by=UserFactory(),
        entered_at=NOON,
    )


OF_NOMINATIONS = (
    "nomination",
    "edit",
    "submit",
    "withdraw",
    "return",
    "decline",
    "take_back",
)
OF_DECISIONS = (
    "decision",
    "edit_decision",
    "preview",
    "submit_decision",
    "withdraw_decision",
    "return_decision",
    "drop_decision",
    "sign",
    "issue",
)
THINGS: dict[str, Callable[..., object]] = {
    **{f"awards:{name}": nomination for name in OF_NOMINATIONS},
    **{f"awards:{name}": award_list for name in OF_DECISIONS},
    "awards:withdraw_praise": praise,
}
LISTS: set[str] = {
    "awards:nominations",
    "awards:new",
    "awards:put",
    "awards:decisions",
    "awards:new_decision",
    "awards:book",
    "awards:praise",
}
