"""Which sheets there are, who may know of them, and what stands behind a code."""

from datetime import date, timedelta

from django.db.models import F, QuerySet

from thidua.cascade.queries import plans_lived_by
from thidua.core.in_any import in_any
from thidua.org.actor import Actor
from thidua.org.models import Placement, Unit
from thidua.org.queries import name_then, parent_of, units_within
from thidua.org.remembered import remembered
from thidua.org.rights import Right
from thidua.plans.models import Phase
from thidua.pledges.models import Pledge, PledgeState, Sheet, SheetCode, SignedList

SOON = timedelta(days=30)
"""So long before a plan begins its sheets may be prepared."""
SEEING = (Right.PLEDGE_KEEP, Right.CASCADE_WATCH, Right.DOCUMENT_READ)
"""Posts with one of these see the figures of their unit and of all below it."""


@remembered
def sheets_known_to(actor: Actor) -> QuerySet[Sheet]:
    """Those of their units and below; a group also sees the one its members sign above it."""
    below = Placement.objects.filter(actor.reach_by(SEEING, "")).values("unit")
    above = {
        key
        for post in actor.posts
        if Right.PLEDGE_KEEP in post.rights
        for key in post.path.strip("/").split("/")[-2:-1]
    }
    # Who stands at the top is asked about one part only: of several no database knows how many
    # rows they find, and then it sorts the sheets of a country.
    parts = [below, Unit.objects.filter(key__in=above).values("pk")][: 2 if above else 1]
    return Sheet.objects.filter(in_any(*parts, via="unit"))


@remembered
def sheets_visible_to(actor: Actor) -> QuerySet[Sheet]:
    """The same with what their pages name; `unit_then` is what the unit was called on opening."""
    sheets = sheets_known_to(actor).annotate(unit_then=name_then("opens_on"))
    return sheets.select_related("unit", "phase__plan__document", "opened_by__person")


def listed_sheets() -> QuerySet[Sheet]:
    """Sheets as a list names them."""
    return Sheet.objects.select_related("unit").annotate(unit_then=name_then("opens_on"))


def most_urgent_first(sheets: QuerySet[Sheet]) -> QuerySet[Sheet]:
    """Open ones by the day on which they have to be closed, then those closed last."""
    open_first = F("closed_at").desc(nulls_first=True)
    return sheets.order_by(open_first, "closes_on", "alphabetical", "pk")


def code_behind(token: str) -> SheetCode | None:
    """The code that somebody scanned or typed; revoked ones are found too, to be told so.

    With the unit: its page shows it, and the log names it for every signature. Hundreds sign in
    the same minute, and each row that is asked for by itself costs a tenth of a signature.
    """
    codes = SheetCode.objects.select_related("sheet__unit")
    try:
        return codes.get(token=token.lower())
    except SheetCode.DoesNotExist:
        return None


def unit_then(sheet: Sheet) -> str:
    """What the unit was called when the sheet opened; that is the name people sign under."""
    return sheet.unit.named_on(sheet.opens_on).name


def superior_then(sheet: Sheet) -> str:
    """The direct superior of that day by its name of that day; nothing for a root."""
    superior = parent_of(sheet.unit, sheet.opens_on)
    return superior.named_on(sheet.opens_on).name if superior else ""


def phase_of(sheet: Sheet) -> Phase:
    """The phase with its plan and the plan's paper, as the page of a sheet names them."""
    return Phase.objects.select_related("plan__document").get(pk=sheet.phase_id)


def pledge_behind(receipt: str) -> Pledge | None:
    """The pledge whose signer came back with the private link."""
    return (
        Pledge.objects.select_related("sheet__unit", "sheet__phase__plan__document", "person")
        .filter(receipt=receipt)
        .first()
    )


def current_code(sheet: Sheet) -> SheetCode | None:
    return sheet.codes.filter(revoked_at=None).first()


def lists_of(sheet: Sheet) -> QuerySet[SignedList]:
    """The lists signed on paper, the latest first."""
    return sheet.lists.select_related("recorded_by__person").order_by("-recorded_at", "-pk")


def is_workplace(unit: Unit, day: date) -> bool:
    """Members sign at the unit that keeps a register and has none below it that does.

    A superior would take everybody below for its own members; a group signs with its union.
    """
    if not unit.kind.keeps_register:
        return False
    below = units_within(unit, day).exclude(pk=unit.pk)
    return not below.filter(kind__keeps_register=True).exists()


def openable(unit: Unit, day: date) -> list[Phase]:
    """The phases it lives by that are not over and have no sheet yet."""
    phases = [phase for phase in living_phases(unit, day) if phase.ends_on >= day]
    taken = set(Sheet.objects.filter(unit=unit, phase__in=phases).values_list("phase", flat=True))
    return [phase for phase in phases if phase.pk not in taken]


def living_phases(unit: Unit, day: date) -> list[Phase]:
    """The phases of every plan by which the unit lives, or soon will: it may have launched a
    superior's phase before its own plan was issued, and there may be two plans in a year.
    """
    plans = [*plans_lived_by(unit, day), *plans_lived_by(unit, day + SOON)]
    phases = Phase.objects.filter(plan__in=plans)
    return list(phases.select_related("plan__document").order_by("starts_on", "pk"))


ALIVE = (PledgeState.COUNTED, PledgeState.WAITING)
"""Pledges that stand: their private link still leads to something."""
