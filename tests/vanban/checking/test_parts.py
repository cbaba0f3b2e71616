import datetime as dt

import pytest

from checking.findings import found, messages, said
from vanban.reading.model import Block, Criterion, Phase, Reading, Section, Signatory

PLAN = {
    "doc_type": "Kế hoạch",
    "sections": (
        Section("I", "MỤC ĐÍCH, YÊU CẦU"),
        Section("II", "NỘI DUNG THI ĐUA"),
        Section("III", "TỔ CHỨC THỰC HIỆN"),
    ),
    "participants": "cán bộ, nhà giáo, người lao động",
    "phases": (Phase("Đợt 1", None, None),),
    "recipients": ("LĐLĐ tỉnh",),
    "criteria": (Criterion("Hoàn thành nhiệm vụ"),),
}
OLD, NEW = dt.date(2022, 1, 4), dt.date(2024, 1, 15)


def plan(date=NEW, **changed):
    return Reading(date=date, **(PLAN | changed))


def test_a_whole_plan_lacks_nothing():
    assert found("missing-part", plan()) == []


@pytest.mark.parametrize(
    ("changed", "name"),
    [
        ({"sections": PLAN["sections"][1:]}, "mục đích, yêu cầu"),
        ({"participants": None}, "phạm vi, đối tượng"),
        ({"sections": PLAN["sections"][::2]}, "nội dung thi đua"),
        ({"criteria": ()}, "tiêu chí thi đua"),
        ({"sections": PLAN["sections"][:2]}, "biện pháp, tổ chức thực hiện"),
        ({"recipients": ()}, "nơi nhận"),
    ],
)
def test_each_missing_part_is_one_finding(changed, name):
    assert messages("missing-part", plan(**changed)) == [
        f"Không thấy phần {name} (Luật 06/2022 Điều 17)."
    ]


def test_before_the_law_criteria_were_not_expected():
    assert found("missing-part", plan(OLD, criteria=())) == []


def test_before_the_law_the_rest_was_custom():
    assert messages("missing-part", plan(OLD, recipients=())) == [
        "Không thấy phần nơi nhận (theo lệ thường)."
    ]


def test_the_year_of_the_title_is_the_time_of_a_plan():
    assert found("missing-part", plan(phases=(), year_or_school_year="2024")) == []


def test_a_heading_at_any_depth_counts():
    blocks = (Block(3, "1.2.", "Tiêu chí thi đua", heading=True),)

    assert found("missing-part", plan(criteria=(), blocks=blocks)) == []


@pytest.mark.parametrize("kind", ["Báo cáo", "Công văn", "Quyết định"])
def test_other_documents_are_no_plans(kind):
    assert found("missing-part", Reading(doc_type=kind, date=NEW)) == []


@pytest.mark.parametrize(
    ("signatory", "message"),
    [
        (Signatory("TM. BAN THƯỜNG VỤ"), "Chưa ghi chức vụ và họ tên người ký."),
        (Signatory(None, "CHỦ TỊCH", None), "Chưa ghi họ tên người ký."),
        (Signatory(None, None, "Vũ Văn An"), "Chưa ghi chức vụ người ký."),
    ],
)
def test_post_and_name_of_the_signatory(signatory, message):
    assert messages("missing-signature", Reading(signatory=signatory)) == [message]


def test_a_signature_with_post_and_name():
    reading = Reading(signatory=Signatory("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "Bùi Đức Ngọc"))

    assert found("missing-signature", reading) == []


@pytest.mark.parametrize(
    ("text", "marked", "fix"),
    [
        ("của Công đoàn.\n\nNơi nhận:\n- Lưu.", ".", "./."),
        ("của Công đoàn\n\nNơi nhận:\n- Lưu.", "n", "./."),
        ("của Công đoàn./\n\nNơi nhận:", "./", "./."),
        ("của Công đoàn;\n\nTM. BAN THƯỜNG VỤ\n\nNơi nhận:", ";", "./."),
        ("nam hoc 2023 - 2024.\n\n* Noi nhin: , TM . BAN", ".", "./."),
    ],
)
def test_the_end_mark_is_put_behind_the_last_sentence(text, marked, fix):
    assert found("missing-end-mark", said(text)) == [(marked, fix)]


@pytest.mark.parametrize(
    "text",
    [
        "của Công đoàn./.\n\nNơi nhận:\n- Lưu.",
        "của Công đoàn. /.\n\nTM. BAN THƯỜNG VỤ",
        "của Công đoàn./.\n\n \n\tTM. BAN THƯỜNG VỤ\n\n\tNơi nhận:",
        "",
    ],
)
def test_an_end_mark_in_its_place(text):
    assert found("missing-end-mark", said(text)) == []


def test_the_letterhead_needs_motto_and_body():
    reading = said("Số: 01/KH-CĐGD\n\nKẾ HOẠCH")

    assert messages("missing-letterhead", reading) == [
        "Phần đầu văn bản thiếu Quốc hiệu, Tiêu ngữ và tên cơ quan ban hành."
    ]


def test_a_letterhead_in_order():
    body = "CÔNG ĐOÀN GIÁO DỤC"
    text = f"{body}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"

    assert found("missing-letterhead", said(text, spans={"issuing_body": (0, len(body))})) == []


def test_the_motto_in_running_text_is_none():
    text = "Quốc khánh nước Cộng hòa xã hội chủ nghĩa Việt Nam"

    assert found("missing-letterhead", said(text)) != []
