"""Issued decisions with the awards they gave, and certificates made for them."""

from factories import DAY, NOON, OFFICER, UserFactory, actor_as
from thidua.awards.models import Award, Nomination, NominationStatus
from thidua.certificates import actions
from thidua.certificates.models import Certificate
from thidua.documents.models import Direction, Document, DocumentStatus
from thidua.org.models import Person
from thidua.plans.models import Phase, Plan
from thidua.rulebook.models import AwardKind

NAMES = ("Vũ Thị Ngọc", "Trần Văn Minh")
MERIT = "Đã có thành tích xuất sắc trong phong trào thi đua đợt 1 năm 2024"
ISSUER = "Ban Thường vụ Công đoàn Giáo dục tỉnh Ninh Bình"


def decision_of(unit, names=NAMES, number="61/QĐ-CĐGD", status=DocumentStatus.ISSUED, **facts):
    """A decision of `unit` that awarded everybody named."""
    user = UserFactory()
    paper = Document.objects.create(
        unit=unit,
        unit_path=unit.path_on(DAY),
        direction=Direction.OUT,
        status=status,
        type_name="Quyết định",
        title="Tặng Giấy khen đợt 1 năm 2024",
        full_number=number,
        number_fold=number,
        place="Ninh Bình",
        dated=DAY,
        issuer_name=unit.name,
        signature=["TM. BAN THƯỜNG VỤ", "CHỦ TỊCH"],
        signer_name="Nguyễn Thị Hưng",
        drafted_by=user,
        created_at=NOON,
        issued_at=NOON,
    )
    for name in names:
        awarded(paper, name, **facts)
    return paper


def awarded(paper, name, **facts):
    """One more line of the award book by this decision."""
    unit, user = paper.unit, paper.drafted_by
    book = Award.objects.filter(unit=unit, book_year=DAY.year).count()
    nomination = Nomination.objects.create(
        unit=facts.pop("nominated_by", unit),
        unit_path=unit.path_on(DAY),
        decided_by=unit,
        phase=phase_of(unit),
        kind=kind(),
        person=Person.objects.create(name=name),
        subject_name=name,
        merit=MERIT,
        achievements="Ba sáng kiến được áp dụng.",
        status=NominationStatus.AWARDED,
        created_by=user,
        created_at=NOON,
    )
    told = {
        "issuer_name": ISSUER,
        "subject_name": name,
        "subject_post": "Tổ trưởng Tổ công đoàn Ngữ văn",
        "merit": MERIT,
    }
    return Award.objects.create(
        nomination=nomination,
        decision=paper,
        unit=unit,
        unit_path=unit.path_on(DAY),
        kind=kind(),
        decided_on=DAY,
        book_year=DAY.year,
        book_number=book + 1,
        **(told | facts),
    )


def kind(name="Giấy khen của công đoàn cấp trên trực tiếp cơ sở"):
    return AwardKind.objects.get_or_create(code=name[:30], defaults={"name": name})[0]


def phase_of(unit):
    known = Phase.objects.filter(plan__document__unit=unit).first()
    if known is not None:
        return known
    user = UserFactory()
    paper = Document.objects.create(
        unit=unit,
        unit_path=unit.path_on(DAY),
        direction=Direction.OUT,
        type_name="Kế hoạch",
        title="Phát động phong trào thi đua năm 2024",
        issuer_name=unit.name,
        drafted_by=user,
        created_at=NOON,
    )
    plan = Plan.objects.create(document=paper, edited_by=user, edited_at=NOON)
    return plan.phases.create(position=1, name="Đợt 1", starts_on=DAY, ends_on=DAY)


def made(unit, names=NAMES, **facts):
    """The certificates of a decision, in the order of the book."""
    paper = decision_of(unit, names, **facts)
    officer = actor_as(OFFICER, unit, "Phạm Thu Hà")
    actions.make_certificates(decision=paper, by=officer, at=NOON)
    return list(Certificate.objects.filter(award__decision=paper).order_by("award__book_number"))
