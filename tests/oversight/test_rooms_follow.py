"""What an act of reorganisation does in the rooms: what waits goes on, what is done stays."""

from datetime import date
from inspect import getmodule, getsource

import pytest
from django.utils import timezone

from awards.cases import listed, member_of, nominated, recommended, signed, submitted
from councils.meetings import council_of, session_of
from factories import CHAIR, CLERK, DAY, NOON, OFFICER, UnitFactory, actor_as, unit_kind
from oversight.following import (
    carried_out,
    ended,
    merged,
    moved,
    rooms_as_they_are,
    undo_all,
)
from pledges.sheets import counted, member, plan_of, sheet_of
from reports import asked
from thidua.awards.models import Nomination, NominationStatus
from thidua.councils.models import Council, Seat
from thidua.documents.actions import reserve_number
from thidua.documents.models import Delivery, Document, DocumentStatus, Recipient
from thidua.documents.queries import arrivals_for, documents_visible_to
from thidua.notify.models import MailState, OutboxMail
from thidua.oversight.reorganising.rooms import ROOMS, STOPPING, blocking, held_by
from thidua.reports.models import Period, Report
from thidua.reports.reference import load_reference
from thidua.rulebook import reference as rulebook

LAST_DAY = date(2024, 3, 14)


@pytest.fixture
def district(province):
    return UnitFactory(
        name="Liên đoàn Lao động huyện Gia Viễn",
        under=province,
        kind=unit_kind("ldld_huyen", "Liên đoàn Lao động huyện"),
    )


@pytest.fixture
def school(district):
    return UnitFactory(name="CĐCS Trường THPT Gia Viễn A", under=district)


@pytest.fixture
def other(district):
    return UnitFactory(name="CĐCS Trường THPT Gia Viễn B", under=district)


@pytest.fixture
def commune(province):
    return UnitFactory(
        name="Công đoàn xã Gia Viễn", under=province, kind=unit_kind("cdx", "Công đoàn xã")
    )


@pytest.fixture
def forms(db):
    rulebook.load_reference()
    load_reference()


def fresh(row):
    return type(row).objects.get(pk=row.pk)


def sent(issuer, *units, title="Kế hoạch năm 2024"):
    paper = Document.objects.create(
        unit=issuer,
        unit_path=issuer.path_on(DAY),
        direction="out",
        status=DocumentStatus.ISSUED,
        type_name="Công văn",
        title=title,
        issuer_name=issuer.name,
        drafted_by=actor_as(OFFICER, issuer).user,
        created_at=NOON,
        issued_at=NOON,
    )
    line = Recipient.objects.create(document=paper, position=1, printed="Các đơn vị", kind="units")
    return [line.deliveries.create(unit=unit, sent_at=NOON) for unit in units]


def draft_to(issuer, *units):
    rows = sent(issuer, *units)
    Document.objects.filter(pk=rows[0].recipient.document_id).update(
        status=DocumentStatus.DRAFT, issued_at=None
    )
    Delivery.objects.filter(pk__in=[row.pk for row in rows]).update(sent_at=None)
    return rows


def test_what_nobody_opened_reaches_the_keeper_once_and_stays_on_record(
    province, district, school, commune
):
    outsider = UnitFactory(name="Liên đoàn Lao động huyện Nho Quan", under=province)
    first, second = sent(outsider, district, school)

    carried_out(province, ended(district, commune, ends_below=True))

    assert (fresh(first).unit, fresh(second).unit) == (district, school)
    made = Delivery.objects.get(unit=commune)
    assert (made.recipient, made.sent_at, made.opened_at) == (first.recipient, NOON, None)
    assert list(arrivals_for(actor_as(CHAIR, commune))) == [made]


def test_a_keeper_is_not_sent_its_own_paper(province, district):
    sent(province, district)

    carried_out(province, ended(district))

    assert Delivery.objects.count() == 1


def test_what_is_addressed_and_not_sent_is_addressed_to_the_keeper(
    province, district, school, commune
):
    outsider = UnitFactory(name="Liên đoàn Lao động huyện Nho Quan", under=province)
    first, second = draft_to(outsider, district, school)

    carried_out(province, ended(district, commune, ends_below=True))

    assert {fresh(first).unit, fresh(second).unit} == {commune, school}


def test_a_paper_that_waits_for_a_signature_is_a_draft_its_keeper_reads(district, province):
    paper = sent(district, province)[0].recipient.document
    Document.objects.filter(pk=paper.pk).update(
        status=DocumentStatus.SUBMITTED, submitted_at=NOON, issued_at=None
    )

    carried_out(province, ended(district))

    paper = documents_visible_to(actor_as(CHAIR, province)).get(pk=paper.pk)
    assert paper.status == DocumentStatus.DRAFT


def test_unsent_mails_are_looked_after_by_the_keeper(province, district):
    facts = {"to": "a@example.org", "subject": "Thư", "body": "…", "created_at": NOON}
    failed = OutboxMail.objects.create(unit=district, key="một", state=MailState.FAILED, **facts)
    gone = OutboxMail.objects.create(
        unit=district, key="hai", state=MailState.SENT, sent_at=NOON, **facts
    )

    carried_out(province, ended(district))

    assert (fresh(failed).unit, fresh(gone).unit) == (province, district)


def test_councils_and_their_seats_end_with_their_unit(province, district):
    council = council_of(district, starts_on=date(2024, 1, 5))

    carried_out(province, ended(district))

    assert fresh(council).ends_on == DAY
    assert set(Seat.objects.values_list("ends_on", flat=True)) == {DAY}
    assert Council.objects.count() == 1


def test_open_sheets_close_on_the_day_and_keep_what_was_signed(province, district, school):
    sheet = sheet_of(school, plan_of(school).phases.first())
    signed_by = counted(sheet, member(school, "Đinh Thị Lụa"))

    carried_out(province, merged(school, district))

    assert timezone.localtime(fresh(sheet).closed_at).isoformat() == "2024-03-15T00:00:00+07:00"
    assert fresh(signed_by).state == "counted"


def test_a_nomination_goes_to_the_new_superior_of_who_proposed(province, district, school, commune):
    one = submitted(school, district)

    carried_out(province, moved(school, commune), ended(district))

    one = fresh(one)
    assert (one.unit, one.decided_by, one.status) == (
        school,
        commune,
        NominationStatus.SUBMITTED,
    )


def test_who_stands_before_the_new_superior_already_is_not_put_forward_twice(
    province, district, school
):
    person = member_of(school)
    one = submitted(school, district, person)
    phase, kind = one.phase, one.kind
    held = Nomination.objects.create(
        unit=school,
        unit_path=school.path_on(DAY),
        decided_by=province,
        phase=phase,
        kind=kind,
        person=person,
        subject_name=person.name,
        merit="…",
        achievements="…",
        created_by=one.created_by,
        created_at=NOON,
    )

    carried_out(province, ended(district))

    assert (fresh(one).decided_by, fresh(held).decided_by) == (district, province)


def test_what_a_merged_union_proposed_is_its_successor_s_proposal(
    province, district, school, other
):
    one = nominated(school, district)
    done = recommended(other, district)[0]

    carried_out(province, merged(school, other))

    one = fresh(one)
    assert (one.unit, one.unit_path, one.decided_by) == (other, other.path_on(DAY), district)
    assert fresh(done).unit == other


def test_open_reports_of_a_running_period_go_to_who_stands_above_now(
    forms, province, district, school, other, commune
):
    period = asked.opened(province)
    draft = asked.saved(period, school)
    reviewer = actor_as(OFFICER, district, "Vũ Thị Mai")
    accepted = asked.accepted(period, other, reviewer)

    carried_out(province, moved(school, commune), moved(other, commune), ended(district))

    assert (draft.superior, fresh(draft).superior) == (district, commune)
    assert fresh(accepted).superior == district


def test_the_last_period_of_an_ended_superior_is_reviewed_and_summed_up_by_its_keeper(
    forms, province, district, school
):
    period = asked.opened(district)
    report = asked.submitted(period, school, figures={"IND-002": 50})

    carried_out(province, ended(district))

    period, report = Period.objects.get(pk=period.pk), fresh(report)
    assert (period.ends_on, report.superior) == (LAST_DAY, district)
    keeper = actor_as(OFFICER, province, "Phạm Thu Hà")
    asked.actions.accept_report(report=report, by=keeper, at=NOON)
    summary = asked.submitted(period, fresh(district), keeper)
    closed = asked.actions.close_with_summary(
        report=summary,
        consent=asked.actions.Consent(),
        by=actor_as(CHAIR, province, "Trần Văn Minh"),
        at=NOON,
    )
    members = closed.figures.get(indicator__code="IND-002")
    assert (closed.status, members.below) == ("accepted", 50)


def test_a_report_that_was_over_before_stays_with_the_superior_of_its_day(
    forms, province, district, school, commune
):
    period = asked.opened(province)
    Period.objects.filter(pk=period.pk).update(ends_on=date(2024, 2, 29))
    report = asked.saved(Period.objects.get(pk=period.pk), school)

    carried_out(province, moved(school, commune), ended(district))

    assert fresh(report).superior == district


def test_everything_is_as_before_when_the_decision_is_undone(
    forms, province, district, school, other, commune
):
    outsider = UnitFactory(name="Liên đoàn Lao động huyện Nho Quan", under=province)
    sent(outsider, district, school)
    draft_to(outsider, district)
    council_of(district, starts_on=date(2024, 1, 5))
    sheet_of(other, plan_of(other).phases.first())
    submitted(school, district)
    nominated(other, district)
    asked.saved(asked.opened(province), school)
    asked.submitted(asked.opened(district), other)
    before = rooms_as_they_are()

    one = carried_out(
        province, moved(school, commune), merged(other, school), ended(district, commune)
    )
    after = rooms_as_they_are()
    undo_all(one)

    changed = {name for name, rows in after.items() if rows != before[name]}
    assert changed == {
        "awards.Nomination",
        "councils.Council",
        "councils.Seat",
        "documents.Delivery",
        "pledges.Sheet",
        "reports.Period",
        "reports.Report",
    }
    assert rooms_as_they_are() == before


def test_nothing_blocks_a_unit_without_unfinished_business(province, district):
    assert blocking({district.pk}, DAY) == []
    assert held_by({district.pk}, DAY) == []


def test_numbers_kept_back_stop_the_end_of_a_unit(district):
    reserve_number(unit=district, reason="Quyết định", by=actor_as(CLERK, district), at=NOON)

    assert blocking({district.pk}, DAY) == [
        "Còn 1 số văn bản đang giữ trong sổ. Hãy cấp cho văn bản hoặc hủy số trước."
    ]


def test_an_open_session_stops_the_end_of_a_unit(district):
    session_of(council_of(district))

    assert blocking({district.pk}, DAY) == [
        "Còn 1 phiên họp hội đồng chưa lập biên bản. Hãy lập biên bản trước."
    ]


def test_a_decision_that_waits_for_its_number_stops_the_end_of_a_unit(district, school):
    signed(listed(district, recommended(school, district)))

    assert blocking({district.pk}, DAY) == [
        "Còn 1 văn bản đã duyệt ký chưa cấp số. Hãy cấp số, ban hành hoặc trả lại trước.",
        "Còn 1 quyết định khen thưởng chưa ban hành. Hãy ban hành hoặc bỏ bản thảo trước.",
    ]


def test_the_rooms_that_can_stop_a_unit_from_ending_are_the_ones_that_are_asked():
    saying = {room for room in ROOMS if "blocks" in getsource(getmodule(room))}

    assert saying == set(STOPPING)


@pytest.mark.parametrize("count", [1, 3])
def test_every_room_tells_what_hangs_on_units_in_as_few_questions(
    province, count, django_assert_num_queries
):
    units = {UnitFactory(under=province).pk for _ in range(count)}

    with django_assert_num_queries(HELD_QUERIES):
        assert [one for room in ROOMS for one in room(units, DAY)] == []


HELD_QUERIES = 22


def test_reports_and_papers_are_counted_with_what_is_open(forms, province, school):
    asked.saved(asked.opened(province), school)
    sent(province, school)

    told = {one.what: (one.count, one.open_) for one in held_by({school.pk}, DAY)}

    assert told == {"báo cáo": (1, 1), "văn bản đến chưa mở": (1, 1)}
    assert Report.objects.count() == 1
