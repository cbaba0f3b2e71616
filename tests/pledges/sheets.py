"""Sheets and members for tests of this room and of those that read its figures."""

from datetime import date

from django.utils.crypto import get_random_string

from factories import DAY, LONG_AGO, NOON, UserFactory
from thidua.documents.models import Direction, Document, DocumentStatus
from thidua.org.models import Membership, Person, Unit
from thidua.plans.models import Phase, Plan
from thidua.pledges.actions import sign
from thidua.pledges.models import Pledge, PledgeState, Sheet, SheetCode, Way
from thidua.pledges.roll import Given

CLOSES = date(2024, 3, 29)


def member(unit: Unit, name: str, code: str = "", phone: str = "") -> Person:
    person = Person.objects.create(name=name, code=code, phone=phone)
    Membership.objects.create(person=person, unit=unit, starts_on=LONG_AGO)
    return person


def plan_of(unit: Unit, number: str = "03/KH-CĐCS", starts_on: date = date(2024, 1, 1)) -> Plan:
    """An issued plan of the year with two phases and two contents."""
    paper = Document.objects.create(
        unit=unit,
        unit_path=unit.path_on(DAY),
        direction=Direction.OUT,
        status=DocumentStatus.ISSUED,
        type_name="Kế hoạch",
        full_number=number,
        title="Phát động phong trào thi đua năm 2024",
        issuer_name=unit.name,
        issuer=unit,
        dated=date(2024, 3, 1),
        drafted_by=UserFactory(),
        created_at=NOON,
        signed_at=NOON,
        issued_at=NOON,
    )
    plan = Plan.objects.create(
        document=paper,
        year_label="2024",
        starts_on=starts_on,
        ends_on=date(2024, 12, 31),
        edited_by=paper.drafted_by,
        edited_at=NOON,
    )
    plan.phases.create(position=1, name="Đợt 1", starts_on=starts_on, ends_on=date(2024, 7, 31))
    plan.phases.create(
        position=2, name="Đợt 2", starts_on=date(2024, 8, 1), ends_on=date(2024, 12, 31)
    )
    contents = (
        "Thi đua “Dạy tốt, học tốt”; mỗi tổ có một đổi mới.",
        "Chăm lo đời sống đoàn viên. Thăm hỏi kịp thời.",
    )
    for position, text in enumerate(contents, 1):
        plan.clauses.create(position=position, depth=2, text=text, content=True)
    plan.targets.create(position=1, text="Vận động 100% đoàn viên ký giao ước thi đua")
    return plan


def sheet_of(unit: Unit, phase: Phase, **given: object) -> Sheet:
    """Open since the sample day, with a code."""
    days = {"opens_on": DAY, "closes_on": CLOSES}
    words = {
        "title": "Giao ước thi đua, đợt 1 năm 2024",
        "words": "Dạy tốt, học tốt.\nChăm lo đồng nghiệp.",
        "purpose": "Tính tỷ lệ đoàn viên ký.",
        "contact": "Trần Văn Lâm, 0912 000 111",
    }
    sheet = Sheet.objects.create(
        unit=unit,
        unit_path=unit.path_on(DAY),
        phase=phase,
        opened_by=UserFactory(),
        opened_at=NOON,
        **(days | words | given),
    )
    SheetCode.objects.create(sheet=sheet, token=get_random_string(10).lower(), made_at=NOON)
    return sheet


def code_of(sheet: Sheet) -> SheetCode:
    return sheet.codes.select_related("sheet__unit", "sheet__phase").get(revoked_at=None)


def signed(sheet: Sheet, who: str, tail: str = "", once: str = "", deed: str = "") -> Pledge:
    """What becomes of it when somebody signs on a phone."""
    return sign(code=code_of(sheet), given=Given(who, tail), deed=deed, once=once, at=NOON)


def counted(sheet: Sheet, person: Person, way: Way = Way.SELF) -> Pledge:
    return Pledge.objects.create(
        sheet=sheet,
        person=person,
        way=way,
        state=PledgeState.COUNTED,
        given=person.name,
        given_fold=person.name,
        signed_at=NOON,
        receipt=get_random_string(32),
    )
