"""Two people doing the same thing with one report at the same moment."""

from decimal import Decimal
from functools import partial

import pytest

from factories import CHAIR, DAY, NOON, OFFICER, UnitFactory, actor_as, unit_kind
from reports.asked import DUE, fresh, indicator, issued_plan, opened, saved, submitted
from thidua.audit.models import AuditEvent
from thidua.core.errors import DomainError
from thidua.reports import actions, queries
from thidua.reports.models import Period, PhaseClosing, Report, ReportStatus


@pytest.fixture
def world(shared_database):
    """A province with a workplace below it, and the first phase asked for."""
    province = UnitFactory(name="CĐGD tỉnh", kind=unit_kind("cdgd", "Công đoàn Giáo dục tỉnh"))
    workplace = UnitFactory(name="CĐCS Trường THPT Hoa Lư A", under=province)
    return province, workplace, opened(province)


def refusals(outcome):
    return [answer for answer in outcome if isinstance(answer, DomainError)]


def test_a_report_accepted_by_two_at_once_is_added_up_once(at_once, world):
    province, workplace, period = world
    report = submitted(period, workplace, figures={"IND-026": 3})
    reviewers = [actor_as(OFFICER, province, name) for name in ("Phạm Thu Hà", "Lê Thị Mai")]

    outcome = at_once(
        *[partial(actions.accept_report, report=report, by=by, at=NOON) for by in reviewers]
    )

    (refused,) = refusals(outcome)
    assert str(fresh(report).accepted_by) in str(refused)
    assert AuditEvent.objects.filter(type="report.accepted").count() == 1
    assert queries.totals_below(period, province)[indicator("IND-026").pk] == Decimal(3)


def test_a_report_taken_back_and_accepted_at_once_is_one_of_the_two(at_once, world):
    province, workplace, period = world
    writer, reviewer = actor_as(CHAIR, workplace), actor_as(OFFICER, province)
    report = submitted(period, workplace, writer)

    outcome = at_once(
        partial(actions.withdraw_report, report=report, by=writer, at=NOON),
        partial(actions.accept_report, report=report, by=reviewer, at=NOON),
    )

    assert len(refusals(outcome)) == 1
    assert fresh(report).status in {ReportStatus.DRAFT, ReportStatus.ACCEPTED}


def test_of_two_who_begin_a_report_at_once_one_hears_of_the_other(at_once, world):
    _province, workplace, period = world
    people = [actor_as(CHAIR, workplace, "Đỗ Thị Hạnh"), actor_as(OFFICER, workplace, "Vũ Nam")]

    outcome = at_once(*[partial(saved, period, workplace, by) for by in people])

    (refused,) = refusals(outcome)
    report = Report.objects.get()
    assert str(report.edited_by) in str(refused)
    assert report.version == 2


def test_a_report_submitted_by_two_at_once_is_submitted_once(at_once, world):
    _province, workplace, period = world
    by = actor_as(CHAIR, workplace)
    report = saved(period, workplace, by)
    deed = partial(actions.submit_report, report=report, version=report.version, by=by, at=NOON)

    outcome = at_once(deed, deed)

    assert len(refusals(outcome)) == 1
    assert AuditEvent.objects.filter(type="report.submitted").count() == 1


def test_a_phase_closed_by_two_at_once_is_closed_once(at_once, world):
    province, _workplace, period = world
    summary = submitted(period, province, actor_as(OFFICER, province))
    signers = [actor_as(CHAIR, province, name) for name in ("Trần Văn Minh", "Trần Văn Ba")]
    consent = actions.Consent(despite_missing=True, next_due=DUE.replace(year=2025))

    outcome = at_once(
        *[
            partial(actions.close_with_summary, report=summary, consent=consent, by=by, at=NOON)
            for by in signers
        ]
    )

    assert len(refusals(outcome)) == 1
    assert (PhaseClosing.objects.count(), Period.objects.count()) == (1, 2)


def test_a_period_asked_for_by_two_at_once_is_there_once(at_once, shared_database):
    province = UnitFactory(name="CĐGD tỉnh")
    plan = issued_plan(province)
    people = [actor_as(OFFICER, province, name) for name in ("Phạm Thu Hà", "Lê Thị Mai")]

    outcome = at_once(*[partial(opened, province, by=by, plan=plan) for by in people])

    (refused,) = refusals(outcome)
    assert "đã được mở, hạn nộp ngày 05/04/2024" in str(refused)
    assert Period.objects.count() == 1


def test_what_is_submitted_while_a_part_is_accepted_is_what_its_parts_add_up_to(at_once, world):
    province, workplace, period = world
    part = submitted(period, workplace, figures={"IND-026": 3})
    officer = actor_as(OFFICER, province, "Phạm Thu Hà")
    summary = saved(period, province, officer)

    at_once(
        partial(actions.accept_report, report=part, by=officer, at=NOON),
        partial(
            actions.submit_report, report=summary, version=summary.version, by=officer, at=NOON
        ),
    )

    sheet = queries.sheet_of(period, province, fresh(summary), DAY)
    below = sheet.cell("IND-026").below
    assert (below == Decimal(3)) is (not sheet.missing)
    assert queries.verify_totals(period) == []
