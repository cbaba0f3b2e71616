"""Things of the room `reports` for the addresses that name one; its pages that name none."""

from collections.abc import Callable
from datetime import date

from access.secret import SECRET
from factories import NOON, UserFactory
from thidua.documents.models import Direction, Document, DocumentStatus
from thidua.org.models import Unit
from thidua.plans.models import Plan
from thidua.reports.models import Form, FormRow, Period, PeriodKind, Report
from thidua.rulebook.models import Indicator

DAY = date(2024, 3, 15)


def plan(unit: Unit) -> Plan:
    """An issued plan, which is what reports may be asked of."""
    known = Plan.objects.filter(document__unit=unit, document__title=f"{SECRET} đã ban hành")
    if known:
        return known[0]
    paper = Document.objects.create(
        unit=unit,
        unit_path=unit.path_on(DAY),
        direction=Direction.OUT,
        status=DocumentStatus.ISSUED,
        type_name="Kế hoạch",
        title=f"{SECRET} đã ban hành",
        issuer_name=unit.name,
        drafted_by=UserFactory(),
        created_at=NOON,
        issued_at=NOON,
    )
    return Plan.objects.create(document=paper, edited_by=paper.drafted_by, edited_at=NOON)


def period(unit: Unit) -> Period:
    form, added = Form.objects.get_or_create(
        code="bi-mat", defaults={"name": SECRET, "kind": PeriodKind.YEAR}
    )
    if added:
        row = Indicator.objects.create(code="IND-000", name=SECRET, unit_name="người")
        FormRow.objects.create(form=form, position=1, section=SECRET, indicator=row)
    return Period.objects.get_or_create(
        plan=plan(unit),
        kind=PeriodKind.YEAR,
        defaults={
            "form": form,
            "unit": unit,
            "unit_path": unit.path_on(DAY),
            "name": SECRET,
            "starts_on": date(2024, 1, 1),
            "ends_on": date(2024, 12, 31),
            "due_on": date(2024, 12, 31),
            "opened_at": NOON,
            "opened_by": UserFactory(),
        },
    )[0]


def report(unit: Unit) -> Report:
    return Report.objects.get_or_create(
        period=period(unit),
        unit=unit,
        defaults={
            "unit_path": unit.path_on(DAY),
            "unit_name": unit.name,
            "edited_at": NOON,
            "edited_by": UserFactory(),
        },
    )[0]


def place(unit: Unit) -> dict[str, int]:
    return {"pk": period(unit).pk, "unit": unit.pk}


def figure(unit: Unit) -> dict[str, object]:
    return {**place(unit), "code": "IND-000"}


ACTS = ("withdraw", "return", "accept", "close", "paper")
THINGS: dict[str, Callable[..., object]] = {
    "reports:open": plan,
    "reports:period": period,
    "reports:left_in": period,
    "reports:report": place,
    "reports:facts": figure,
    "reports:total": figure,
    **{f"reports:{name}": report for name in ACTS},
}
LISTS: set[str] = {"reports:list", "reports:left"}
