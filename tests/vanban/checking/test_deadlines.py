"""Deadlines, days of the week, years left over, places left open."""

import dataclasses
import datetime as dt

import pytest

from checking.findings import found, said
from vanban.reading.model import Block, Signatory

DAY = dt.date(2024, 2, 5)


def plan(text, **fields):
    return said(text, year="2024", date=DAY, **{"doc_type": "Kế hoạch"} | fields)


@pytest.mark.parametrize(
    "text",
    [
        "gửi báo cáo trước ngày 15/6/2023",
        "nộp hồ sơ chậm nhất ngày 31/01/2024",
        "hoàn thành đăng ký, xong trước ngày 04 tháng 02 năm 2024",
    ],
)
def test_a_deadline_that_had_passed_when_the_plan_was_signed(text):
    assert len(found("deadline-past", plan(text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "gửi báo cáo trước ngày 15/6/2024",
        "gửi báo cáo trước ngày 15/6",
        "đã gửi báo cáo trước ngày 15/6/2023",
        "đoàn viên được tuyển dụng trước ngày 01/01/2020",
        "Quy định ban hành trước ngày 01/7/2023",
        "Theo Kế hoạch số 05/KH-LĐLĐ, các đơn vị gửi báo cáo trước ngày 20/01/2024",
    ],
)
def test_days_before_the_date_that_are_no_deadlines(text):
    assert found("deadline-past", plan(text)) == []


def test_who_reports_or_reminds_looks_back():
    text = "gửi báo cáo trước ngày 15/6/2023"

    assert found("deadline-past", plan(text, doc_type="Báo cáo")) == []
    reminder = plan(text, doc_type="Công văn", title="V/v đôn đốc gửi báo cáo")
    assert found("deadline-past", reminder) == []


@pytest.mark.parametrize(
    ("text", "marked", "fix"),
    [
        ("08 giờ, thứ Ba, ngày 05/02/2024", "thứ Ba", "thứ Hai"),
        ("Thứ 3, ngày 05 tháng 02 năm 2024", "Thứ 3", "Thứ Hai"),
        ("ngày 05/02/2024 (chủ nhật)", "chủ nhật", "thứ Hai"),
        ("Chủ nhật 05/02/2024", "Chủ nhật", "Thứ Hai"),
        ("sáng thứ Sáu, ngày 20/5", "thứ Sáu", None),
    ],
)
def test_another_day_of_the_week(text, marked, fix):
    assert found("weekday-date", plan(text)) == [(marked, fix)]


@pytest.mark.parametrize(
    "text",
    [
        "thứ Hai, ngày 05/02/2024",
        "thứ 2, ngày 5/2/2024",
        "sáng thứ Hai, ngày 20/5",
        "lần thứ hai, ngày 06/02/2024",
        "thứ bảy hằng tuần; ngày 06/02/2024",
        "thứ Bảy, ngày 31/02/2024",
    ],
)
def test_days_of_the_week_that_agree_or_are_none(text):
    assert found("weekday-date", plan(text)) == []


def test_the_tet_before_may_be_compared_with():
    assert found("can-chi-plan", said("tăng so với Tết Quý Mão", year="2024")) == []
    assert len(found("can-chi-plan", said("chăm lo Tết Quý Mão", year="2024"))) == 1


def test_the_closing_sentence_and_headings_keep_to_the_year():
    text = "Trên đây là Kế hoạch thi đua năm 2023"
    heading = "NỘI DUNG NĂM 2023"

    assert found("year-of-model", plan(text)) == [("2023", "2024")]
    block = Block(1, "I.", heading, heading=True, span=(0, len(heading)))
    reading = dataclasses.replace(plan(heading), blocks=(block,))
    assert found("year-of-model", reading) == [("2023", "2024")]


@pytest.mark.parametrize(
    "heading", ["KẾT QUẢ NĂM 2023", "GIAI ĐOẠN TỪ NĂM 2023", "NỘI DUNG NĂM 2024", "NĂM 2021"]
)
def test_headings_that_look_back(heading):
    block = Block(1, "I.", heading, heading=True, span=(0, len(heading)))
    reading = dataclasses.replace(plan(heading), blocks=(block,))

    assert found("year-of-model", reading) == []


def test_a_plan_for_a_year_that_is_over():
    assert len(found("year-before-date", said("", "2023", date=DAY, doc_type="Kế hoạch"))) == 1
    for year, kind in (("2024", "Kế hoạch"), ("2023 - 2024", "Kế hoạch"), ("2023", "Báo cáo")):
        assert found("year-before-date", said("", year, date=DAY, doc_type=kind)) == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("theo Kế hoạch số ……/KH-LĐLĐ của", "……"),
        ("thưởng .... đồng", "...."),
        ("tặng XXX suất quà", "XXX"),
        ("Công đoàn [tên đơn vị] phát động", "[tên đơn vị]"),
        ("thăm ?? gia đình", "??"),
    ],
)
def test_places_left_open(text, marked):
    assert found("placeholder", plan(f"Dòng đầu. {text}")) == [(marked, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Số: ……/KH-LĐLĐ",
        "Ninh Bình, ngày …… tháng …… năm 2024",
        "Họ và tên: ........",
        "Kính gửi: ..............................",
        "tìm hiểu, thảo luận…",
        "điện thoại 0204 xxx 456",
        "| Số: 05/KH | ______ |",
    ],
)
def test_lines_to_write_on_and_other_signs(text):
    assert found("placeholder", plan(text)) == []


def test_what_stands_behind_the_signature_is_a_form():
    text = "Kết thúc.\nVũ Văn An\nTập thể XXX đăng ký"
    start = text.index("Vũ")
    reading = plan(text, signatory=Signatory(None, None, "Vũ Văn An"))

    spans = {"signatory.name": (start, start + 9)}
    assert found("placeholder", dataclasses.replace(reading, spans=spans)) == []
