from datetime import date

import pytest

from factories import CHAIR, NOON, UnitFactory, UserFactory, actor_as
from reports.asked import LAST, accepted, fresh, issued_plan, opened, submitted
from thidua.audit.models import AuditEvent
from thidua.core.errors import Denied, DomainError
from thidua.pledges.actions import reopen_sheet
from thidua.pledges.models import Sheet
from thidua.reports import actions, queries
from thidua.reports.models import Period, PhaseClosing, Report, ReportStatus, YearClosing

NEXT = date(2024, 12, 31)


def close(report, by, *, despite=False, next_due=NEXT):
    consent = actions.Consent(despite_missing=despite, next_due=next_due)
    return actions.close_with_summary(report=report, consent=consent, by=by, at=NOON)


@pytest.fixture
def summary(period, workplace, province, reviewer):
    """The summary of the province with everything below accepted."""
    accepted(period, workplace, reviewer)
    return submitted(period, province, reviewer)


def test_the_accepted_summary_closes_the_phase_and_asks_for_the_next(summary, chair):
    close(summary, chair)

    closing = PhaseClosing.objects.get()
    following = Period.objects.exclude(pk=summary.period_id).get()
    assert (closing.phase, closing.missing) == (summary.period.phase, [])
    assert fresh(summary).status == ReportStatus.ACCEPTED
    assert (following.phase.name, following.due_on) == ("Đợt 2", NEXT)
    assert AuditEvent.objects.filter(type="phase.closed").count() == 1


def test_closing_the_phase_closes_its_pledge_sheets(summary, chair, workplace):
    sheet = Sheet.objects.create(
        unit=workplace,
        unit_path=workplace.path_on(LAST),
        phase=summary.period.phase,
        title="Giao ước thi đua đợt 1",
        words="Dạy tốt",
        purpose="Thi đua",
        contact="Công đoàn",
        opens_on=date(2024, 1, 2),
        closes_on=LAST,
        opened_by=UserFactory(),
        opened_at=NOON,
    )

    close(summary, chair)

    sheet.refresh_from_db()
    assert sheet.closed_at == NOON
    keeper = actor_as(CHAIR, workplace, "Vũ Văn An")
    with pytest.raises(DomainError, match="đã sơ kết nên không mở lại"):
        reopen_sheet(sheet=sheet, by=keeper, at=NOON)


def test_missing_reports_stop_it_once_and_their_names_stay_on_record(
    period, province, workplace, second, reviewer, chair
):
    accepted(period, workplace, reviewer)
    summary = submitted(period, province, reviewer)

    with pytest.raises(
        DomainError, match="Còn 1 đơn vị chưa có báo cáo được chấp nhận: CĐCS Trường THPT Kênh Gà"
    ):
        close(summary, chair)
    assert not PhaseClosing.objects.exists()
    assert fresh(summary).status == ReportStatus.SUBMITTED

    close(summary, chair, despite=True)
    assert PhaseClosing.objects.get().missing == ["CĐCS Trường THPT Kênh Gà"]


def test_only_who_signs_for_the_unit_closes(summary, reviewer, writer):
    for somebody in (reviewer, writer):
        with pytest.raises(Denied, match="Chủ tịch, Phó Chủ tịch"):
            close(summary, somebody)

    assert not PhaseClosing.objects.exists()


def test_a_second_acceptance_is_told_who_was_first(summary, chair):
    close(summary, chair)

    with pytest.raises(DomainError, match="đã được Trần Văn Minh chấp nhận"):
        close(summary, chair)

    assert PhaseClosing.objects.count() == 1


def test_the_report_of_a_unit_below_closes_nothing(period, workplace, writer):
    report = submitted(period, workplace, writer)

    with pytest.raises(DomainError, match="báo cáo tổng hợp của đơn vị"):
        close(report, writer)


def test_the_summary_is_not_accepted_like_a_report_from_below(summary, chair):
    with pytest.raises(DomainError, match="trang duyệt sơ kết"):
        actions.accept_report(report=summary, by=chair, at=NOON)


def test_a_next_period_that_is_there_already_is_left_as_it_is(summary, chair, reviewer, province):
    known = opened(province, 2, due=date(2025, 1, 5), by=reviewer)

    close(summary, chair, next_due=None)

    assert list(Period.objects.filter(phase__name="Đợt 2")) == [known]


def test_the_year_is_closed_with_the_list_of_what_is_open(
    province, workplace, second, reviewer, chair
):
    plan = issued_plan(province)
    year = opened(province, None, by=reviewer, plan=plan)
    accepted(year, workplace, reviewer)
    summary = submitted(year, province, reviewer)

    close(summary, chair, despite=True, next_due=None)

    with pytest.raises(DomainError, match="đã tổng kết năm"):
        opened(province, 1, by=reviewer, plan=plan)
    left = [thing["title"] for thing in YearClosing.objects.get().left_open]
    assert left == [
        "CĐCS Trường THPT Kênh Gà: Báo cáo tổng kết phong trào thi đua năm 2024",
        "Đợt 1",
        "Đợt 2",
    ]


def test_a_unit_without_units_below_closes_its_own_phase(outsider):
    chair = actor_as(CHAIR, outsider, "Lò Thị Én")
    period = opened(outsider, by=chair)
    summary = submitted(period, outsider, chair)

    close(summary, chair)

    assert PhaseClosing.objects.get().report == summary


def test_a_report_of_the_next_phase_is_not_late_before_it_begins(summary, chair, workplace):
    close(summary, chair)

    states = queries.states_of(summary.period.plan, date(2024, 3, 20))

    assert states[workplace.pk].period == summary.period
    assert states[workplace.pk].status == ReportStatus.ACCEPTED
    assert Report.objects.filter(period__phase__name="Đợt 2").count() == 0


def test_a_new_unit_below_is_missing_too(period, province, workplace, reviewer, chair):
    accepted(period, workplace, reviewer)
    UnitFactory(name="CĐCS Trường THPT Vân Long", under=province)
    summary = submitted(period, province, reviewer)

    with pytest.raises(DomainError, match="CĐCS Trường THPT Vân Long"):
        close(summary, chair)
