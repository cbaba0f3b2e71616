"""The way of a report through the browser, from asking to closing."""

import re
from decimal import Decimal

import pytest

from factories import CHAIR, NOON, OFFICER, actor_as, user_as
from reports.asked import (
    DUE,
    accepted,
    form_data,
    fresh,
    issued_plan,
    opened,
    saved,
    submitted,
)
from thidua.reports import actions
from thidua.reports.models import Period, PhaseClosing, Report, ReportStatus


@pytest.fixture
def at_workplace(client, workplace):
    """The chair of the workplace, signed in."""
    user = user_as(CHAIR, workplace, "Đỗ Thị Hạnh")
    client.force_login(user)
    return user


@pytest.fixture
def at_province(client, province):
    """The officer of the province, signed in."""
    user = user_as(OFFICER, province, "Phạm Thu Hà")
    client.force_login(user)
    return user


def page_of(period, unit):
    return f"/reports/periods/{period.pk}/units/{unit.pk}/"


def test_a_superior_asks_for_the_reports_of_a_phase(client, province, workplace, at_province):
    plan = issued_plan(province)
    plan.duties.create(position=1, who="Các CĐCS", to="CĐGD tỉnh", when="sau mỗi đợt")

    shown = client.get(f"/reports/plans/{plan.pk}/open/")
    answer = client.post(
        f"/reports/plans/{plan.pk}/open/",
        {"phase": plan.phases.get(position=1).pk, "due": "5/4/24"},
    )

    period = Period.objects.get()
    assert "sau mỗi đợt" in shown.text
    assert (answer.status_code, answer["Location"]) == (302, f"/reports/periods/{period.pk}/")
    assert (period.name, period.due_on) == ("Báo cáo sơ kết đợt 1 năm 2024", DUE)


@pytest.mark.parametrize(
    ("due", "status", "sentence"),
    [
        ("", 422, "Hạn nộp"),
        ("1/3/24", 409, "Hạn nộp 01/03/2024 đã qua."),
        ("1/12/23", 409, "trước ngày bắt đầu kỳ 01/01/2024"),
    ],
)
def test_a_due_day_that_makes_no_sense_is_said_on_the_form(
    client, province, at_province, due, status, sentence
):
    plan = issued_plan(province)

    answer = client.post(
        f"/reports/plans/{plan.pk}/open/",
        {"phase": plan.phases.get(position=1).pk, "due": due},
    )

    assert answer.status_code == status
    assert sentence in answer.text
    assert not Period.objects.exists()


def test_the_unit_types_its_report_and_finds_it_again(client, workplace, at_workplace, period):
    first = client.get(page_of(period, workplace))
    answer = client.post(
        page_of(period, workplace), form_data(None, period, **{"IND-002b": " 30 "})
    )

    report = Report.objects.get()
    again = client.get(page_of(period, workplace))
    assert first.status_code == 200
    assert (answer.status_code, answer["Location"]) == (302, page_of(period, workplace))
    assert report.figures.get(indicator__code="IND-002b").own == Decimal(30)
    assert 'value="30"' in again.text


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("-3", "là số âm"),
        ("ba mươi", "Chưa đọc được số “ba mươi”"),
        ("1.23", "Chưa đọc được số “1.23”"),
        ("12,5", "không phải số nguyên"),
        ("9" * 14, "quá lớn"),
    ],
)
def test_what_is_no_figure_is_said_at_its_row_and_stays_on_the_page(
    client, workplace, at_workplace, period, typed, sentence
):
    answer = client.post(page_of(period, workplace), form_data(None, period, **{"IND-002b": typed}))

    assert answer.status_code == 422
    assert sentence in answer.text
    assert f'value="{typed}"' in answer.text
    assert not Report.objects.exists()


def test_submitting_with_an_error_keeps_what_was_typed_and_says_what_stops_it(
    client, workplace, at_workplace, period
):
    answer = client.post(
        page_of(period, workplace),
        form_data(None, period, **{"IND-002b": "51"}) | {"do": "submit"},
    )

    assert answer.status_code == 422
    assert "Chưa nộp được: còn 1 lỗi." in answer.text
    assert "51 người ở dòng này nhiều hơn 50 người ở dòng 1" in answer.text
    assert Report.objects.get().status == ReportStatus.DRAFT


def test_submitted_from_the_page_it_is_with_the_superior(client, workplace, at_workplace, period):
    answer = client.post(
        page_of(period, workplace), form_data(None, period) | {"do": "submit"}, follow=True
    )

    assert "Đã nộp Báo cáo sơ kết đợt 1 năm 2024 lúc" in answer.text
    assert "Chờ thẩm định" in answer.text
    assert Report.objects.get().status == ReportStatus.SUBMITTED


def test_a_doubted_figure_is_confirmed_and_not_asked_about_again(
    client, workplace, writer, reviewer, at_workplace, province
):
    plan = issued_plan(province)
    one = opened(province, 1, by=reviewer, plan=plan)
    accepted(one, workplace, reviewer, {"IND-026": 4})
    Period.objects.update(starts_on="2023-10-01", ends_on="2023-12-31")
    plan.phases.filter(position=2).update(starts_on="2024-01-01")
    two = opened(province, 2, by=reviewer, plan=plan)
    url = page_of(two, workplace)

    asked = client.post(url, form_data(None, two, **{"IND-026": "400"}) | {"do": "submit"})
    report = Report.objects.get(period=two)
    kept = client.post(url, form_data(report, two, **{"IND-026": "400"}) | {"do": "keep:IND-026"})
    sent = client.post(url, form_data(fresh(report), two, **{"IND-026": "400"}) | {"do": "submit"})

    assert "Kỳ này 400 lượt người, kỳ trước 4." in asked.text
    assert (kept.status_code, sent.status_code) == (302, 302)
    assert fresh(report).status == ReportStatus.SUBMITTED


def test_two_people_on_one_report_lose_nothing(client, workplace, period, at_workplace):
    colleague = actor_as(OFFICER, workplace, "Vũ Văn Nam")
    page = client.get(page_of(period, workplace))
    was = dict(_hidden(page.text))
    saved(period, workplace, colleague, {"IND-026": 7, "IND-002b": 20}, {"danh-gia": "Tốt."})

    answer = client.post(
        page_of(period, workplace),
        form_data(None, period, **{"IND-002b": "30", "danh-gia": ""}) | was,
    )

    assert answer.status_code == 409
    assert "Vũ Văn Nam đã sửa báo cáo này" in answer.text
    assert 'name="so-IND-002b" value="30"' in answer.text
    assert 'name="so-IND-026" value="7"' in answer.text
    assert "Tốt." in answer.text
    assert Report.objects.get().figures.get(indicator__code="IND-002b").own == Decimal(20)


def _hidden(text):
    """The digests of what the page showed."""
    return re.findall(r'name="(was-[^"]+)" value="([^"]*)"', text)


def test_a_reviewer_returns_all_reasons_at_once_and_the_author_sees_each_at_its_row(
    client, workplace, period, at_province
):
    report = submitted(period, workplace)

    client.post(
        f"/reports/{report.pk}/return/",
        {
            "version": report.version,
            "ly-so-IND-020b": "Thiếu quyết định công nhận",
            "ly-phan-ket-qua": "Nêu việc làm cụ thể",
        },
    )
    client.force_login(report.submitted_by)
    page = client.get(page_of(period, workplace))

    assert fresh(report).status == ReportStatus.RETURNED
    row = page.text.index('id="d-IND-020b"')
    assert row < page.text.index("Thiếu quyết định công nhận") < page.text.index('id="d-IND-026"')
    assert "Nêu việc làm cụ thể" in page.text


def test_a_return_without_any_reason_is_refused(client, workplace, period, at_province):
    report = submitted(period, workplace)

    answer = client.post(f"/reports/{report.pk}/return/", {"ly-reason": " "})

    assert answer.status_code == 422
    assert "Chưa ghi lý do ở dòng nào." in answer.text
    assert fresh(report).status == ReportStatus.SUBMITTED


def test_accepting_what_was_taken_back_says_so(client, workplace, writer, period, at_province):
    report = submitted(period, workplace, writer)
    client.force_login(writer.user)
    client.post(f"/reports/{report.pk}/withdraw/")
    client.force_login(at_province)

    answer = client.post(f"/reports/{report.pk}/accept/")

    assert answer.status_code == 409
    assert "Báo cáo đã được Đỗ Thị Hạnh rút lại" in answer.text
    assert fresh(report).status == ReportStatus.DRAFT


@pytest.mark.parametrize("act", ["accept", "return"])
def test_nobody_decides_about_figures_that_were_not_on_their_page(
    client, workplace, writer, period, at_province, act
):
    report = submitted(period, workplace, writer, {"IND-026": 3})
    page = client.get(page_of(period, workplace))
    actions.withdraw_report(report=report, by=writer, at=NOON)
    later = saved(period, workplace, writer, {"IND-026": 300}, version=fresh(report).version)
    actions.submit_report(report=later, version=later.version, by=writer, at=NOON)

    typed = {"version": report.version, "ly-reason": "Thiếu minh chứng"}
    answer = client.post(f"/reports/{report.pk}/{act}/", typed)

    assert f'name="version" value="{report.version}"' in page.text
    assert answer.status_code == 409
    assert "đã được sửa rồi nộp lại sau khi bạn mở trang" in answer.text
    assert fresh(report).status == ReportStatus.SUBMITTED


def test_accepted_reports_climb_and_a_total_opens_its_parts(
    client, workplace, second, reviewer, period, at_province, province
):
    accepted(period, workplace, reviewer, {"IND-026": 3})

    page = client.get(f"/reports/periods/{period.pk}/")
    parts = client.get(f"{page_of(period, province)}totals/IND-026/")

    assert "1 trong 2 đã chấp nhận" in page.text
    assert "CĐCS Trường THPT Hoa Lư A" in parts.text
    assert "Chưa gồm 1 đơn vị" in parts.text
    assert "CĐCS Trường THPT Kênh Gà" in parts.text


def test_a_total_over_no_unit_and_a_unit_without_children_say_so(
    client, workplace, province, period, at_province
):
    nothing = client.get(f"{page_of(period, province)}totals/IND-026/")
    client.force_login(user_as(CHAIR, workplace, "Lê Thị Tư"))
    alone = client.get(f"{page_of(period, workplace)}totals/IND-026/")
    matrix = client.get(f"/reports/periods/{period.pk}/")

    assert "Tổng gồm 0 đơn vị" in nothing.text
    assert "Không có công đoàn cấp dưới nộp báo cáo" in alone.text
    assert "không có công đoàn cấp dưới lập báo cáo riêng" in matrix.text


def test_the_signer_is_told_who_is_missing_before_closing(
    client, province, second, workplace, reviewer, chair, period
):
    accepted(period, workplace, reviewer)
    summary = submitted(period, province, reviewer)
    client.force_login(chair.user)
    url = f"/reports/{summary.pk}/close/"

    shown = client.get(url)
    typed = {"version": summary.version, "next_due": "31/12/24"}
    stopped = client.post(url, typed)
    closed = client.post(url, typed | {"despite_missing": "on"})

    assert "Còn 1 đơn vị chưa có trong số liệu" in shown.text
    assert stopped.status_code == 409
    assert "CĐCS Trường THPT Kênh Gà" in stopped.text
    assert closed.status_code == 302
    assert PhaseClosing.objects.get().missing == ["CĐCS Trường THPT Kênh Gà"]


def test_a_report_before_its_period_begins_is_refused_with_the_day(
    client, workplace, province, at_workplace
):
    later = opened(province, 2)

    page = client.get(page_of(later, workplace))
    answer = client.post(page_of(later, workplace), form_data(None, later))

    assert "lấy số liệu từ ngày 01/04/2024" in page.text
    assert answer.status_code == 409
    assert not Report.objects.exists()


def test_nobody_writes_the_figures_of_another_unit(client, workplace, second, period):
    client.force_login(user_as(CHAIR, second))

    answer = client.post(page_of(period, workplace), form_data(None, period))

    assert answer.status_code == 404
    assert not Report.objects.exists()


def test_the_superior_reads_but_does_not_write(client, workplace, period, at_province):
    report = submitted(period, workplace)

    page = client.get(page_of(period, workplace))
    answer = client.post(page_of(period, workplace), form_data(report, period))

    assert page.status_code == 200
    assert answer.status_code == 403


def test_a_draft_is_not_shown_to_the_superior(client, workplace, period, at_province):
    saved(period, workplace)

    assert client.get(page_of(period, workplace)).status_code == 404


def test_the_report_comes_as_word_and_as_pdf(client, workplace, at_workplace, period):
    report = submitted(period, workplace)

    pdf = client.get(f"/reports/{report.pk}/paper/")
    word = client.get(f"/reports/{report.pk}/paper/?dang=word")

    assert pdf.content[:5] == b"%PDF-"
    assert word.content[:2] == b"PK"
    assert "bao-cao.docx" in word["Content-Disposition"]


def test_a_derived_figure_opens_what_stands_behind_it(client, workplace, at_workplace, period):
    url = page_of(period, workplace)

    empty = client.get(f"{url}facts/IND-015/")
    typed = client.get(f"{url}facts/IND-026/")

    assert "Chưa ghi việc nào trong kỳ này" in empty.text
    assert typed.status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_as_often_for_one_period_as_for_three(
    client, province, workplace, at_workplace, count, django_assert_num_queries
):
    plan = issued_plan(province)
    for phase in [1, 2, None][:count]:
        opened(province, phase, plan=plan)
    client.get("/reports/")

    with django_assert_num_queries(LIST_QUERIES):
        client.get("/reports/")


LIST_QUERIES = 11
