"""Nominations and decisions in each state, made by the actions of the room."""

from datetime import date

from councils.meetings import attended, closed, council_of, counted, session_of
from factories import CHAIR, CLERK, DAY, LONG_AGO, NOON, OFFICER, UserFactory, actor_as
from thidua.awards import actions
from thidua.awards.models import Nomination
from thidua.awards.subjects import Subject
from thidua.documents import actions as documents
from thidua.documents.models import Direction, Document, DocumentStatus, Recipient
from thidua.org.models import Membership, Person
from thidua.plans.models import Phase, Plan
from thidua.rulebook.models import AwardKind, Confidence

WORDING = actions.Wording(
    title="Về việc tặng Giấy khen cho tập thể, cá nhân có thành tích xuất sắc",
    symbol="QĐ-CĐGD",
    place="Ninh Bình",
    occasion="đã có thành tích xuất sắc trong phong trào thi đua đợt 1 năm 2024",
    bases="Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;\nXét đề nghị của Hội đồng.",
    articles="Tiền thưởng theo quy định.\nCác đơn vị chịu trách nhiệm thi hành Quyết định này.",
)


def certificate(*codes, **more):
    """A *Giấy khen* that units of these kinds may give."""
    facts = {
        "name": "Giấy khen của công đoàn",
        "issuers": list(codes),
        "subjects": ["person", "unit"],
        "confidence": Confidence.SEEN,
    }
    code = more.pop("code", "gk")
    return AwardKind.objects.get_or_create(code=code, defaults=facts | more)[0]


def phase_of(unit, below=(), position=1):
    """The first phase of the plan the unit has issued, sent to units below."""
    paper = Document.objects.filter(unit=unit, plan__isnull=False).first()
    if paper is None:
        paper = Document.objects.create(
            unit=unit,
            unit_path=unit.path_on(DAY),
            direction=Direction.OUT,
            status=DocumentStatus.ISSUED,
            issuer=unit,
            type_name="Kế hoạch",
            title="Phát động phong trào thi đua năm 2024",
            full_number="05/KH-CĐGD",
            dated=date(2024, 1, 15),
            issuer_name=unit.name,
            drafted_by=UserFactory(),
            created_at=NOON,
            issued_at=NOON,
        )
        plan = Plan.objects.create(
            document=paper,
            edited_by=paper.drafted_by,
            edited_at=NOON,
            starts_on=date(2024, 1, 1),
            ends_on=date(2024, 12, 31),
        )
        for place, (first, last) in enumerate(((1, 7), (8, 12)), 1):
            Phase.objects.create(
                plan=plan,
                position=place,
                name=f"Đợt {place}",
                starts_on=date(2024, first, 1),
                ends_on=date(2024, last, 31),
            )
        line = Recipient.objects.create(document=paper, position=1, printed="Các CĐCS")
        for one in below:
            line.deliveries.create(unit=one, sent_at=NOON)
    return paper.plan.phases.get(position=position)


def member_of(unit, name="Nguyễn Thị Thu", code=""):
    person = Person.objects.create(name=name, code=code)
    Membership.objects.create(person=person, unit=unit, starts_on=LONG_AGO)
    return person


def wanted(decider, subject, **more):
    facts = {
        "decided_by": decider,
        "phase": phase_of(decider),
        "kind": certificate(decider.kind.code),
        "subject": subject if isinstance(subject, Subject) else Subject(person=subject),
        "merit": "Có thành tích xuất sắc trong phong trào thi đua đợt 1",
        "achievements": "Hai sáng kiến được công nhận, vận động 22 đoàn viên ký giao ước.",
    }
    return actions.Wanted(**(facts | more))


def nominated(unit, decider, subject=None, *, by=None, once="", **more):
    """A draft by the chair of the unit."""
    subject = subject or member_of(unit)
    by = by or actor_as(CHAIR, unit, "Vũ Văn An")
    return actions.start_nomination(
        unit=unit, wanted=wanted(decider, subject, **more), once=once, by=by, at=NOON
    )


def submitted(unit, decider, subject=None, **more):
    one = nominated(unit, decider, subject, **more)
    return actions.submit_nomination(nomination=one, by=actor_as(CHAIR, unit), at=NOON)


def put(nominations, session=None):
    decider = nominations[0].decided_by
    return actions.put_before_council(
        nominations=nominations,
        session=session or session_of(council_of(decider)),
        by=actor_as(OFFICER, decider, "Phạm Thu Hà"),
        at=NOON,
    )


def voted(nominations, agree=5, disagree=0):
    """The council of five has met about them and closed its session."""
    session = put(nominations)[0].item.session
    attended(session)
    for item in session.items.all():
        counted(item, agree, disagree)
    closed(session)
    return list(Nomination.objects.filter(item__session=session).order_by("pk"))


def recommended(unit, decider, *names):
    """One recommended nomination for each name."""
    made = [submitted(unit, decider, member_of(unit, name)) for name in names or ("Lê Quang Huy",)]
    return voted(made)


def listed(decider, nominations, **more):
    officer = actor_as(OFFICER, decider, "Phạm Thu Hà")
    return actions.start_list(
        unit=decider, nominations=nominations, wording=WORDING, by=officer, at=NOON, **more
    )


def signed(award_list):
    unit = award_list.document.unit
    actions.submit_list(award_list=award_list, by=actor_as(OFFICER, unit), at=NOON)
    documents.sign_document(
        document=award_list.document, by=actor_as(CHAIR, unit, "Nguyễn Thị Hưng"), at=NOON
    )
    return award_list


def issued(award_list, dated=DAY):
    clerk = actor_as(CLERK, award_list.document.unit, "Lê Văn Thư")
    return actions.issue_list(award_list=award_list, dated=dated, reserved=None, by=clerk, at=NOON)
