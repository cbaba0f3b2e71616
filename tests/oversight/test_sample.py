"""The sample year is built by the real intake; here a visitor finds it alive."""

from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from thidua.activities.models import Activity
from thidua.audit.models import AuditEvent
from thidua.awards.models import Nomination, NominationStatus, Praise
from thidua.cascade.queries import clause_coverage
from thidua.certificates.models import Certificate
from thidua.core import clock
from thidua.councils.models import Session, SessionStatus
from thidua.documents.models import Book, Document, DocumentStatus
from thidua.org.models import Headcount, Unit, User
from thidua.org.queries import members_of
from thidua.plans.models import Plan
from thidua.pledges.models import Pledge, PledgeState, Sheet, Way
from thidua.pledges.queries import figures_of
from thidua.progress.models import Reminder, Step
from thidua.progress.queries.matrix import matrix_of
from thidua.reports.models import Figure, Period, Report, ReportStatus, ReturnPoint
from thidua.reports.queries import states_of, totals_below
from thidua.rulebook.models import Indicator
from thidua.stories.models import Story

pytestmark = pytest.mark.django_db

SPRING, AUTUMN, LAST = clock.SAMPLE_DAYS[1], clock.SAMPLE_DAYS[2], clock.SAMPLE_DAYS[0]
NINH_BINH = "Công đoàn Giáo dục tỉnh Ninh Bình"
LAI_CHAU = "Công đoàn cơ sở Trường Chính trị tỉnh Lai Châu"
DAYS = {
    "Công đoàn Giáo dục Hòa Bình": SPRING,
    LAI_CHAU: SPRING,
    "Công đoàn Viên chức tỉnh Bình Định": SPRING,
    "Liên đoàn Lao động huyện Hóc Môn": AUTUMN,
    NINH_BINH: LAST,
}
"""The issuers of the five plans, and the day on which each is looked at."""


@pytest.fixture(scope="module")
def sample(django_db_setup, django_db_blocker):
    """Built once for the module, taken away at the end."""
    with django_db_blocker.unblock():
        call_command("sample")
        yield
        call_command("flush", interactive=False)


@pytest.fixture(autouse=True)
def built(sample, settings):
    """Every test of this module looks at the sample year."""


@pytest.fixture(params=DAYS)
def plan(request):
    """Each of the five plans."""
    return issued_by(request.param)


def issued_by(unit):
    of_five = Plan.objects.filter(rollout=None, document__status=DocumentStatus.ISSUED)
    return of_five.get(document__unit__name=unit)


def day_of(plan):
    return DAYS[plan.document.unit.name]


def test_the_five_plans_stand_under_what_they_bear():
    of_five = Plan.objects.filter(document__status=DocumentStatus.ISSUED, rollout=None)
    issued = Document.objects.filter(plan__in=of_five).order_by("dated")

    assert [(paper.full_number, paper.dated.year) for paper in issued] == [
        ("01/KH-CĐGD", 2022),
        ("01-CĐCS", 2022),
        ("", 2022),
        ("", 2023),
        ("05/KH-CĐGD", 2024),
    ]


def test_phases_are_those_of_the_texts():
    plan = Plan.objects.get(document__full_number="05/KH-CĐGD")

    assert [(phase.starts_on, phase.ends_on) for phase in plan.phases.all()] == [
        (date(2024, 1, 1), date(2024, 7, 31)),
        (date(2024, 8, 1), date(2024, 12, 31)),
    ]


def test_a_school_year_plan_without_phases_has_one_for_its_whole_period():
    plan = Plan.objects.get(document__unit__name__contains="Hóc Môn")

    assert [(phase.whole, phase.starts_on, phase.ends_on) for phase in plan.phases.all()] == [
        (True, date(2023, 9, 1), date(2024, 5, 31))
    ]


def test_numbers_given_on_paper_are_in_the_book_of_their_year():
    entries = {
        (book.year, entry.number) for book in Book.objects.all() for entry in book.entries.all()
    }

    assert {(2024, 5), (2022, 1)} <= entries


def test_every_workplace_has_as_many_members_as_were_counted():
    unit = Unit.objects.get(name="Công đoàn cơ sở Trường THPT Hoa Phong")

    assert members_of(unit, clock.today()).count() == Headcount.objects.get(unit=unit).members


@pytest.mark.parametrize(
    ("day", "username", "shown"),
    [
        (clock.SAMPLE_DAYS[0], "nb.01.chutich", "Duyệt ký"),
        (clock.SAMPLE_DAYS[0], "ninhbinh.chutich", "Duyệt ký Quyết định"),
        (clock.SAMPLE_DAYS[0], "ninhbinh.canbo", "Thẩm định báo cáo"),
        (clock.SAMPLE_DAYS[0], "nb.01.to1.totruong", "Sửa và gửi lại đề nghị"),
        (clock.SAMPLE_DAYS[1], "hb.05.chutich", "Mở và xem"),
        (clock.SAMPLE_DAYS[1], "hoabinh.chutich", "Xem và duyệt"),
        (clock.SAMPLE_DAYS[1], "laichau.phochutich", "Soạn tiếp"),
        (clock.SAMPLE_DAYS[2], "hm.13.chutich", "Mở và xem"),
    ],
)
def test_somebody_has_something_to_do_on_every_sample_day(
    client, whole_frame, day, username, shown
):
    clock.set_sample_day(day)
    client.force_login(User.objects.get(username=username))

    assert shown in client.get(reverse("home:desk")).text


def test_the_accounts_at_sign_in_are_from_every_plan_and_level(client):
    shown = client.get(reverse("org:login")).text

    for username in (
        "ninhbinh.canbo",
        "nb.01.to1.totruong",
        "ldldninhbinh.canbo",
        "hb.01.chutich",
        "bd.01.chutich",
        "hm.01.chutich",
        "laichau.toxaydungdang",
    ):
        assert username in shown


def test_nothing_happens_after_the_sample_day_of_a_plan(plan):
    events = AuditEvent.objects.filter(unit_path__startswith=plan.document.unit_path)

    assert events.latest("at").at.date() < day_of(plan)
    assert not Activity.objects.filter(phase__plan=plan, done_on__gte=day_of(plan)).exists()


def test_units_stand_at_every_step_and_some_are_silent(plan):
    rows = matrix_of(plan, day_of(plan)).rows

    own = [row.way.own_plan.document.status for row in rows if row.way.own_plan]
    assert 2 <= own.count(DocumentStatus.ISSUED) <= 3
    assert own.count(DocumentStatus.SUBMITTED) == 1
    assert any(row.way.acknowledged_on is None for row in rows)
    assert any(row.way.launched_on and not row.late for row in rows)
    assert any(Step.LAUNCHED in row.late for row in rows)
    assert any(row.silent for row in rows)


def test_contents_from_above_were_kept_adapted_left_out_and_added():
    rows = clause_coverage(issued_by(NINH_BINH))
    added = Plan.objects.get(document__unit__name="Công đoàn cơ sở Trường THPT Kênh Gà")

    assert all(row.kept for row in rows if row.content.clause.marker == "2.1.")
    assert any(row.adapted for row in rows)
    assert {unit.name for row in rows for unit, _reason in row.left_out} == {
        "Công đoàn cơ sở Trường THPT Kênh Gà",
        "Công đoàn cơ sở Trường THPT Tam Cốc",
    }
    assert added.clauses.filter(content=True, chosen_from=None).count() == 1


def test_members_signed_by_themselves_on_paper_and_some_wait(plan):
    path = plan.document.unit_path
    pledges = Pledge.objects.filter(sheet__unit_path__startswith=path)

    assert pledges.filter(way=Way.SELF, state=PledgeState.COUNTED).exists()
    assert pledges.filter(way=Way.RECORDED, signed_list__picture__isnull=False).exists()
    assert pledges.filter(state=PledgeState.WAITING).exists()


def test_the_same_people_sign_on_every_machine():
    sheet = Sheet.objects.get(unit__name="Công đoàn cơ sở Trường THPT Hoa Phong")
    signed = sheet.pledges.filter(way=Way.SELF, person__isnull=False)
    first = signed.select_related("person").order_by("signed_at", "pk").first()

    figures = figures_of(sheet, LAST)
    assert (figures.itself, figures.recorded, figures.waiting) == (71, 24, 2)
    assert first.person.code == "NB-GD-01-021"


@pytest.mark.parametrize("unit", [unit for unit in DAYS if unit != LAI_CHAU])
def test_reports_are_accepted_submitted_sent_back_begun_and_missing(unit):
    plan = issued_by(unit)
    states = states_of(plan, DAYS[unit]).values()

    assert {state.status for state in states} == {
        ReportStatus.ACCEPTED,
        ReportStatus.SUBMITTED,
        ReportStatus.RETURNED,
        ReportStatus.DRAFT,
        None,
    }


def test_some_reports_are_overdue_and_others_due_soon():
    late = {
        unit: max((state.late for state in states_of(issued_by(unit), day).values()), default=0)
        for unit, day in DAYS.items()
    }

    assert late[NINH_BINH] == 7
    assert late["Công đoàn Viên chức tỉnh Bình Định"] == 0


def test_a_returned_report_says_why_at_each_figure_and_part():
    points = ReturnPoint.objects.filter(of__report__unit__name__contains="Hoa Phong")

    assert {point.indicator.code if point.indicator else point.part.code for point in points} == {
        "IND-034",
        "ket-qua",
    }


def test_a_union_without_reporters_below_sums_up_itself():
    reports = Report.objects.filter(unit__name=LAI_CHAU).order_by("pk")

    assert [report.status for report in reports] == [ReportStatus.ACCEPTED, ReportStatus.DRAFT]


def test_totals_are_those_of_the_accepted_reports():
    period = Period.objects.get(unit__name=NINH_BINH)
    signed = Indicator.objects.get(code="IND-012")
    parts = Figure.objects.filter(report__status=ReportStatus.ACCEPTED, report__period=period)

    assert totals_below(period, period.unit)[signed.pk] == sum(
        part.own for part in parts.filter(indicator=signed)
    )
    assert parts.filter(indicator=signed).count() == 12


def test_units_that_were_behind_have_been_reminded(plan):
    reminders = Reminder.objects.filter(plan=plan)

    assert reminders.exists()
    assert all(reminder.notices and reminder.mails for reminder in reminders)


def test_nominations_are_in_every_state():
    states = Nomination.objects.filter(decided_by__name=NINH_BINH).values_list("status", flat=True)

    assert set(states) == set(NominationStatus)


def test_a_decision_rewarded_people_and_anybody_can_verify_their_certificates(client, plan):
    clock.set_sample_day(day_of(plan))
    certificates = Certificate.objects.filter(award__unit=plan.document.unit)

    assert certificates.count() >= 2
    for certificate in certificates:
        assert certificate.handed_on < day_of(plan)
        shown = client.get(reverse("public:verify", args=[certificate.code]))
        assert certificate.award.subject_name in shown.text


def test_the_council_met_with_minutes_and_meets_again():
    sessions = Session.objects.filter(council__unit__name=NINH_BINH).order_by("held_on")

    assert [session.status for session in sessions] == [SessionStatus.CLOSED, SessionStatus.OPEN]
    assert sessions[0].minutes is not None
    assert [item.hands for item in sessions[0].items.all()] == [5] * 6


def test_a_story_with_consent_is_public_and_one_without_is_not(client, plan):
    clock.set_sample_day(day_of(plan))
    published, draft = Story.objects.filter(unit=plan.document.unit).order_by("pk")

    assert published.title in client.get(reverse("public:story", args=[published.pk])).text
    assert draft.consent_on is None
    assert client.get(reverse("public:story", args=[draft.pk])).status_code == 404


def test_praise_stands_beside_the_decisions(plan):
    assert Praise.objects.filter(unit_path__startswith=plan.document.unit_path).exists()


def test_most_kinds_of_activities_were_recorded_some_with_pictures():
    kinds = set(Activity.objects.values_list("kind__code", flat=True))

    assert len(kinds) >= 11
    assert Activity.objects.filter(evidence__isnull=False).exists()


def test_the_sample_is_not_built_over_data():
    with pytest.raises(CommandError, match="đã có dữ liệu"):
        call_command("sample")
