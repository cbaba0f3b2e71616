from decimal import Decimal

import pytest

from factories import CHAIR, NOON, actor_as
from pledges.sheets import counted, member, plan_of, sheet_of
from reports.asked import accepted, fresh, indicator, saved, submitted
from thidua.audit.models import AuditEvent
from thidua.core.errors import Denied, DomainError
from thidua.reports import actions
from thidua.reports.models import Figure, Report, ReportStatus


def submit(report, by):
    return actions.submit_report(report=report, version=report.version, by=by, at=NOON)


def test_a_report_is_submitted_stamped_recorded_and_told(
    period, workplace, writer, reviewer, mailoutbox
):
    report = submit(saved(period, workplace, writer), writer)

    report = fresh(report)
    assert (report.status, report.submitted_by, report.submitted_at) == (
        ReportStatus.SUBMITTED,
        writer.user,
        NOON,
    )
    assert AuditEvent.objects.filter(type="report.submitted").count() == 1
    assert reviewer.user.person.email in {to for mail in mailoutbox for to in mail.to}


def test_submitting_freezes_every_figure_but_ratios(period, workplace, writer):
    report = submit(saved(period, workplace, writer, {"IND-002b": 30}), writer)

    rows = period.form.rows.exclude(indicator__aggregation="ratio")
    assert report.figures.count() == rows.count()
    assert report.figures.get(indicator__code="IND-002b").own == Decimal(30)
    assert report.figures.get(indicator__code="IND-012").own == Decimal(0)


def test_what_is_stored_is_what_stands_in_the_tables_not_on_a_page_seen_before(
    client, period, workplace, writer
):
    client.force_login(writer.user)
    report = saved(period, workplace, writer)
    before = client.get(report.get_absolute_url()).context["sheet"].cell("IND-012").own
    sheet = sheet_of(workplace, plan_of(workplace).phases.get(position=1))
    counted(sheet, member(workplace, "Vũ Thị Ngọc"))

    actions.submit_report(report=report, version=report.version, by=writer, at=NOON)

    assert before == 0
    assert Figure.objects.get(report=report, indicator=indicator("IND-012")).own == 1


@pytest.mark.parametrize(
    ("figures", "words", "reason"),
    [
        ({"IND-002b": 51}, {}, "Chưa nộp được: còn 1 lỗi."),
        ({"IND-020b": None}, {}, "Chưa nộp được: còn 1 lỗi."),
        ({"IND-002": None}, {}, "Chưa nộp được: còn 1 lỗi."),
        ({}, {"ket-qua": " "}, "Chưa nộp được: còn 1 lỗi."),
        ({"IND-020b": 1}, {"ket-qua": ""}, "Chưa nộp được: còn 2 lỗi."),
    ],
    ids=["above its ceiling", "nothing typed", "no members", "no words", "two at once"],
)
def test_an_error_stops_submitting_and_leaves_the_draft_as_it_was(
    period, workplace, writer, figures, words, reason
):
    report = saved(period, workplace, writer, figures, words)

    with pytest.raises(DomainError) as refusal:
        submit(report, writer)

    assert str(refusal.value) == reason
    assert fresh(report).status == ReportStatus.DRAFT
    assert not AuditEvent.objects.filter(type="report.submitted").exists()


def test_only_the_unit_itself_submits(period, workplace, writer, reviewer):
    report = saved(period, workplace, writer)

    with pytest.raises(Denied, match="lập báo cáo của CĐCS Trường THPT Hoa Lư A"):
        submit(report, reviewer)


def test_a_submitted_report_is_taken_back_until_it_is_accepted(period, workplace, writer, reviewer):
    report = submitted(period, workplace, writer)

    actions.withdraw_report(report=report, by=writer, at=NOON)
    assert fresh(report).status == ReportStatus.DRAFT

    report = submit(fresh(report), writer)
    actions.accept_report(report=report, by=reviewer, at=NOON)
    with pytest.raises(DomainError, match="đã được Phạm Thu Hà chấp nhận ngày 15/03/2024"):
        actions.withdraw_report(report=report, by=writer, at=NOON)


def test_what_was_never_submitted_is_not_taken_back(period, workplace, writer):
    report = saved(period, workplace, writer)

    with pytest.raises(DomainError, match="chưa nộp"):
        actions.withdraw_report(report=report, by=writer, at=NOON)


def test_an_accepted_report_is_written_on_no_more(period, workplace, writer, reviewer):
    report = accepted(period, workplace, reviewer)

    with pytest.raises(DomainError, match="đã được Phạm Thu Hà chấp nhận"):
        saved(period, workplace, writer, version=report.version)

    assert Figure.objects.get(report=report, indicator=indicator("IND-020b")).own == Decimal(0)


def test_a_post_that_has_ended_submits_nothing(period, workplace, writer):
    report = saved(period, workplace, writer)
    writer.user.person.posts.update(ends_on=writer.day)
    ended = type(writer).of(writer.user, writer.day)

    with pytest.raises(Denied):
        submit(report, ended)

    assert Report.objects.get().status == ReportStatus.DRAFT


def test_the_chair_of_another_unit_cannot_touch_it(period, workplace, second, writer):
    report = saved(period, workplace, writer)
    stranger = actor_as(CHAIR, second, "Vũ Thị Lan")

    with pytest.raises(Denied):
        actions.withdraw_report(report=report, by=stranger, at=NOON)
    with pytest.raises(Denied):
        submit(report, stranger)


def test_the_trail_tells_what_a_figure_was_and_what_it_became(period, workplace, writer):
    report = saved(period, workplace, writer, {"IND-002b": 12})
    saved(period, workplace, writer, {"IND-002b": 21}, version=report.version)

    name = indicator("IND-002b").name
    first, second = AuditEvent.objects.filter(type="report.saved").order_by("pk")
    assert (first.changes[name], second.changes) == ([None, 12], {name: [12, 21]})
    assert second.thing == period.name
