"""Reports on request: some days inside a phase, before it is over. Nothing ends with them."""

from datetime import date
from functools import partial

import pytest

from factories import CHAIR, NOON, OFFICER, UnitFactory, actor_as, unit_kind, user_as
from reports.asked import DUE, LAST, accepted, issued_plan, opened, submitted
from thidua.audit.models import AuditEvent
from thidua.core.errors import Denied, DomainError
from thidua.reports import actions, queries
from thidua.reports.models import Period, PeriodKind, PhaseClosing, ReportStatus
from thidua.reports.stretch import Stretch

NAME = "Báo cáo nhanh việc phát động thi đua"
TET = Stretch(name=NAME, first=date(2024, 1, 1), last=date(2024, 2, 29))


def ask(plan, by, stretch=TET, due=DUE):
    return actions.open_request(
        plan=plan, stretch=stretch, due=actions.Due(reports=due), by=by, at=NOON
    )


def stretch(first, last, name=NAME):
    return Stretch(name=name, first=first, last=last)


@pytest.fixture
def plan(province):
    return issued_plan(province)


@pytest.fixture
def request_(plan, reviewer, workplace):
    """The fixture `request` belongs to pytest."""
    return ask(plan, reviewer)


def test_units_below_report_some_days_of_a_phase(request_, plan, workplace, reviewer):
    report = accepted(request_, workplace, reviewer)

    assert (request_.kind, request_.phase.name) == (PeriodKind.REQUEST, "Đợt 1")
    assert (request_.starts_on, request_.ends_on, request_.due_on) == (TET.first, TET.last, DUE)
    assert queries.states_of(plan, DUE)[workplace.pk].report_id == report.pk


def test_a_request_asks_for_less_than_the_review_of_a_phase(request_, province, reviewer):
    whole = opened(province, by=reviewer)

    assert request_.form.rows.count() < whole.form.rows.count()
    assert request_.form.parts.filter(required=True).exists()


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (stretch(date(2024, 3, 1), date(2024, 4, 10)), "không nằm trọn trong một đợt"),
        (stretch(date(2023, 12, 1), date(2024, 1, 10)), "không nằm trọn trong một đợt"),
        (stretch(date(2024, 2, 29), date(2024, 2, 1)), "trước ngày đầu"),
        (stretch(date(2024, 1, 1), LAST, name="  "), "Chưa ghi tên kỳ báo cáo"),
    ],
)
def test_days_and_name_must_make_sense(plan, reviewer, asked, told):
    with pytest.raises(DomainError, match=told):
        ask(plan, reviewer, asked)

    assert not Period.objects.exists()


def test_a_due_day_that_is_over_is_refused(plan, reviewer):
    with pytest.raises(DomainError, match="đã qua"):
        ask(plan, reviewer, due=date(2024, 3, 1))


def test_only_who_reviews_reports_asks(plan, writer):
    with pytest.raises(Denied, match="mở được kỳ báo cáo"):
        ask(plan, writer)


def test_two_presses_ask_once_and_other_words_are_another_request(plan, reviewer, chair):
    first = ask(plan, reviewer)

    assert ask(plan, reviewer) == first
    with pytest.raises(DomainError, match="đã được mở"):
        ask(plan, chair, due=date(2024, 4, 9))
    assert ask(plan, reviewer, stretch(TET.first, TET.last, "Báo cáo nhanh ngày 8/3")) != first


def test_the_review_of_the_phase_is_still_to_be_asked_for(client, request_, plan, province):
    client.force_login(user_as(OFFICER, province))

    page = client.get(f"/reports/plans/{plan.pk}/open/")
    opened(province)

    assert "Đợt 1: 01/01/2024" in page.text
    assert set(plan.periods.values_list("kind", flat=True)) == {"request", "phase"}


def test_its_accepted_summary_closes_nothing(
    request_, province, workplace, second, reviewer, chair
):
    accepted(request_, workplace, reviewer)
    summary = submitted(request_, province, reviewer)
    consent = actions.Consent(despite_missing=True, next_due=date(2024, 12, 31))

    closed = actions.close_with_summary(report=summary, consent=consent, by=chair, at=NOON)

    event = AuditEvent.objects.get(type="period.summed_up")
    assert closed.status == ReportStatus.ACCEPTED
    assert event.data["missing"] == ["CĐCS Trường THPT Kênh Gà"]
    assert not PhaseClosing.objects.exists()
    assert Period.objects.count() == 1


def test_missing_reports_stop_the_summary_once(request_, province, workplace, reviewer, chair):
    summary = submitted(request_, province, reviewer)

    with pytest.raises(DomainError, match="Còn 1 đơn vị"):
        actions.close_with_summary(report=summary, consent=actions.Consent(), by=chair, at=NOON)


def test_the_page_of_acceptance_says_that_the_phase_goes_on(client, request_, province, reviewer):
    summary = submitted(request_, province, reviewer)
    client.force_login(user_as(CHAIR, province))

    page = client.get(f"/reports/{summary.pk}/close/")

    assert "đợt thi đua vẫn tiếp tục" in page.text
    assert "Hạn nộp báo cáo của đợt sau" not in page.text


def test_a_request_is_asked_on_the_page(client, plan, province):
    client.force_login(user_as(OFFICER, province))
    url = f"/reports/plans/{plan.pk}/open/"
    data = {"phase": "yeu-cau", "name": NAME, "first": "1/1/2024", "last": "29/2/2024"}

    lacking = client.post(url, {"phase": "yeu-cau", "due": "5/4/2024"})
    outside = client.post(url, data | {"last": "1/5/2024", "due": "5/5/2024"})
    asked = client.post(url, data | {"due": "5/4/2024"})

    assert lacking.status_code == 422
    assert "Chưa ghi tên báo cáo theo yêu cầu" in lacking.text
    assert outside.status_code == 409
    assert "không nằm trọn trong một đợt" in outside.text
    assert asked.url == Period.objects.get(name=NAME).get_absolute_url()


def test_asked_by_two_at_once_it_is_one_request(at_once, shared_database):
    province = UnitFactory(name="CĐGD tỉnh", kind=unit_kind("cdgd", "Công đoàn Giáo dục tỉnh"))
    plan = issued_plan(province)
    people = [actor_as(OFFICER, province, name) for name in ("Phạm Thu Hà", "Lê Thị Mai")]

    outcome = at_once(*[partial(ask, plan, by) for by in people])

    assert sum(isinstance(answer, DomainError) for answer in outcome) == 1
    assert Period.objects.count() == 1
