"""What the simulator writes looks like what the actions write, and the actions go on from it."""

from datetime import UTC, datetime

import pytest
from django.core.management import call_command
from django.urls import reverse

from thidua.activities import actions as activities
from thidua.activities.models import Activity, ActivityKind
from thidua.audit.models import AuditEvent
from thidua.cascade import actions as cascade
from thidua.cascade.models import Launch, Rollout
from thidua.core import clock
from thidua.documents.models import Delivery
from thidua.org.actor import Actor
from thidua.org.models import Unit, User
from thidua.oversight.simulate import build
from thidua.oversight.simulate.days import TODAY
from thidua.oversight.simulate.sizes import Size
from thidua.plans.models import Plan
from thidua.pledges import actions as pledges
from thidua.pledges.models import Pledge, Sheet, SheetCode
from thidua.pledges.roll import Given
from thidua.pledges.wording import Wording
from thidua.reports import actions as reports
from thidua.reports.models import Period, Report, ReportStatus

pytestmark = pytest.mark.django_db
NOW = datetime(TODAY.year, TODAY.month, TODAY.day, 3, tzinfo=UTC)


@pytest.fixture(scope="module")
def simulated(django_db_setup, django_db_blocker):
    """Built once for the module, taken away at the end."""
    with django_db_blocker.unblock():
        build.simulate(size=Size(150, 1_900), seed=7, say=lambda _line: None)
        yield
        call_command("flush", interactive=False, verbosity=0)


@pytest.fixture(autouse=True)
def built(simulated, settings, tmp_path):
    """Every test of this module goes on from the same year, on its day."""
    clock.set_sample_day(TODAY)


def filled(row):
    """The columns of a row that hold something."""
    return {
        field.attname
        for field in row._meta.concrete_fields
        if getattr(row, field.attname) not in (None, "", [], {})
    }


def chair_of(unit):
    held = unit.posts.get(kind__code="chair", ends_on=None)
    return Actor.of(User.objects.get(person=held.person_id), TODAY)


def silent_way():
    """A union that has not answered, and the plan that lies on its desk."""
    delivery = Delivery.objects.filter(
        unit__kind__code="cdcs", opened_at=None, sent_at__isnull=False
    ).first()
    return Plan.objects.get(document=delivery.recipient.document_id), delivery.unit


def answered_way():
    rollout = Rollout.objects.filter(unit__kind__code="cdcs", own_plan=None).first()
    return rollout.plan, rollout.unit


def test_an_acknowledgement(settings):
    plan, unit = silent_way()
    simulated = Rollout.objects.filter(unit__kind__code="cdcs", own_plan=None).first()

    row = cascade.acknowledge(plan=plan, unit=unit, by=chair_of(unit), at=NOW)

    assert filled(row) == filled(simulated)


def test_the_delivery_opened_with_it():
    plan, unit = silent_way()
    simulated = Delivery.objects.filter(unit__kind__code="cdcs", opened_at__isnull=False).first()

    cascade.acknowledge(plan=plan, unit=unit, by=chair_of(unit), at=NOW)

    row = Delivery.objects.get(recipient__document=plan.document_id, unit=unit)
    assert filled(row) == filled(simulated)


def test_a_launch():
    plan, unit = silent_way()
    simulated = Launch.objects.first()
    by = chair_of(unit)
    cascade.acknowledge(plan=plan, unit=unit, by=by, at=NOW)

    row = cascade.launch(
        phase=plan.phases.last(), unit=unit, launched_on=TODAY, place="Hội trường", by=by, at=NOW
    )

    assert filled(row) == filled(simulated)
    event = AuditEvent.objects.filter(type="launch.entered").latest("pk")
    other = AuditEvent.objects.filter(type="launch.entered").earliest("pk")
    assert set(other.data) <= set(event.data)


def test_a_sheet_with_its_code_and_a_pledge():
    plan, unit = silent_way()
    sheet, code, pledge = Sheet.objects.first(), SheetCode.objects.first(), Pledge.objects.first()
    by = chair_of(unit)
    phase = plan.phases.last()

    row = pledges.open_sheet(
        unit=unit,
        phase=phase,
        wording=Wording(title=sheet.title, words="Một.", purpose="Để đếm.", contact="Chủ tịch"),
        opens_on=TODAY,
        closes_on=phase.ends_on,
        by=by,
        at=NOW,
    )
    member = unit.memberships.filter(ends_on=None).first().person
    signed = pledges.sign(code=row.codes.get(), given=Given(member.code), deed="", once="", at=NOW)

    assert filled(row) == filled(sheet)
    assert filled(row.codes.get()) == filled(code)
    assert filled(signed) == filled(pledge)
    assert (signed.state, signed.given_fold) == (pledge.state, member.code)


def test_an_activity_with_its_counts():
    plan, unit = answered_way()
    simulated = Activity.objects.filter(kind__code="tuyen_truyen").first()
    kind = ActivityKind.objects.get(code="tuyen_truyen")
    entry = activities.Entry(
        kind=kind,
        title="Tuyên truyền",
        done_on=TODAY,
        counts={kind.measures.get(code="buoi"): 1},
        clause=plan.clauses.filter(content=True).first(),
        place="Hội trường",
    )

    row = activities.record_activity(unit=unit, entry=entry, by=chair_of(unit), at=NOW)

    assert filled(row) == filled(simulated)
    assert filled(row.counts.get()) == filled(simulated.counts.first())


def test_a_report_is_accepted_like_those_before_it():
    waiting = Report.objects.filter(status=ReportStatus.SUBMITTED).first()
    simulated = Report.objects.filter(status=ReportStatus.ACCEPTED, period__kind="phase").first()
    officer = User.objects.get(pk=waiting.period.opened_by_id)

    row = reports.accept_report(report=waiting, by=Actor.of(officer, TODAY), at=NOW)

    assert filled(row) == filled(simulated)


def test_a_draft_goes_on_being_written():
    draft = Report.objects.filter(status=ReportStatus.DRAFT).first()
    words = {draft.narratives.first().part_id: "Đơn vị đã phát động đúng ngày."}
    typed = reports.Typed(figures={}, words=words)

    row = reports.save_report(
        period=draft.period,
        unit=draft.unit,
        version=draft.version,
        typed=typed,
        by=chair_of(draft.unit),
        at=NOW,
    )

    assert row.version == draft.version + 1


@pytest.mark.parametrize("who", ["ninhbinh.chutich", "ninhbinh.h01.chutich", "tld.chutich"])
@pytest.mark.parametrize(
    "page",
    [
        "home:desk",
        "plans:list",
        "documents:register_out",
        "pledges:list",
        "activities:list",
        "reports:list",
        "awards:nominations",
        "awards:decisions",
        "notify:outbox",
    ],
)
def test_pages_open_on_simulated_rows(client, whole_frame, who, page):
    client.force_login(User.objects.get(username=who))

    assert client.get(reverse(page)).status_code == 200


def test_what_belongs_to_a_plan_opens(client):
    district = Unit.objects.filter(kind__code="ldld_huyen").first()
    client.force_login(chair_of(district).user)
    plan = Plan.objects.get(document__unit=district)
    period = Period.objects.filter(unit=district).latest("pk")

    for address in (
        plan.get_absolute_url(),
        plan.document.get_absolute_url(),
        reverse("progress:plan", args=[plan.pk]),
        reverse("cascade:plan", args=[plan.pk]),
        period.get_absolute_url(),
        reverse("reports:report", args=[period.pk, district.pk]),
    ):
        assert client.get(address).status_code == 200
