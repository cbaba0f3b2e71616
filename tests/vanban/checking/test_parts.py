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


def test_a_plan_for_something_else_is_no_emulation_plan():
    fair = Reading(doc_type="Kế hoạch", title="Tổ chức Ngày Sách", date=NEW, recipients=("A",))

    assert found("missing-part", fair) == []


PARTS_OF = {
    "Quyết định": (
        "Căn cứ Luật Công đoàn;\nĐiều 1. Tặng Giấy khen.\nĐiều 2. Có hiệu lực từ ngày ký.",
        {"recipients": ("Như Điều 2",)},
        {
            "Căn cứ Luật Công đoàn;": "căn cứ ban hành",
            "Điều 1.": "các điều",
            "Điều 2. Có hiệu lực từ ngày ký.": "hiệu lực hoặc trách nhiệm thi hành",
        },
    ),
    "Công văn": (
        "V/v báo cáo sơ kết\nKính gửi: Các công đoàn cơ sở",
        {"recipients": ("Như trên",)},
        {"V/v báo cáo sơ kết": "trích yếu (V/v)", "Kính gửi:": "Kính gửi"},
    ),
    "Báo cáo": (
        "Kết quả thực hiện: 100% đơn vị đăng ký. Phương hướng năm sau.",
        {"recipients": ("LĐLĐ tỉnh",)},
        {"Kết quả": "kết quả", "Phương hướng năm sau": "phương hướng, kiến nghị"},
    ),
    "Tờ trình": (
        "Kính gửi: Ban Thường vụ. Đề nghị phê duyệt kinh phí.",
        {"recipients": ("Như trên",)},
        {"Kính gửi:": "Kính gửi", "Đề nghị phê duyệt kinh phí.": "nội dung đề nghị"},
    ),
    "Biên bản": (
        (
            "Bắt đầu lúc 14 giờ, địa điểm: phòng họp. Thành phần: 20 người. Chủ tọa: bà An. "
            "Thư ký: ông Bình. Kết thúc lúc mười bảy giờ."
        ),
        {},
        {
            "Bắt đầu lúc 14 giờ, ": "thời gian",
            "địa điểm: phòng họp": "địa điểm",
            "Thành phần: 20 người": "thành phần, người có mặt",
            "Chủ tọa: bà An": "chủ tọa",
            "Thư ký: ông Bình": "thư ký",
            "Kết thúc lúc mười bảy giờ": "kết thúc",
        },
    ),
    "Giấy mời": (
        "Trân trọng kính mời ông, bà. Thời gian: 08 giờ. Địa điểm: hội trường.",
        {},
        {
            "Trân trọng kính mời ông, bà": "người được mời",
            "Thời gian: 08 giờ": "thời gian",
            "Địa điểm: hội trường": "địa điểm",
        },
    ),
}
LOST = [(kind, lost) for kind, (_text, _fields, losses) in PARTS_OF.items() for lost in losses]


@pytest.mark.parametrize("kind", PARTS_OF)
def test_a_whole_document_of_another_kind_lacks_nothing(kind):
    text, fields, _losses = PARTS_OF[kind]

    assert messages("missing-part", said(text, doc_type=kind, **fields)) == []


@pytest.mark.parametrize(("kind", "lost"), LOST)
def test_each_kind_has_parts_of_its_own(kind, lost):
    text, fields, losses = PARTS_OF[kind]
    (message,) = messages("missing-part", said(text.replace(lost, ""), doc_type=kind, **fields))

    assert message.startswith(f"Không thấy phần {losses[lost]} (")


def test_recipients_are_a_part_too():
    text, _fields, _losses = PARTS_OF["Báo cáo"]

    assert len(messages("missing-part", said(text, doc_type="Báo cáo"))) == 1


@pytest.mark.parametrize("rule", ["missing-number", "missing-date", "missing-letterhead"])
def test_a_speech_needs_no_frame(rule):
    signed = Signatory(None, "CHỦ TỊCH", "Vũ Văn An")

    assert found(rule, said("Kính thưa!", doc_type="Lời phát động", signatory=signed)) == []
    assert found(rule, said("Kính thưa!", doc_type="Kế hoạch", signatory=signed)) != []


def test_minutes_tell_their_day_in_the_text_not_above_it():
    """The model of minutes in the decree has a number and no line of place and date."""
    signed = Signatory(None, "CHỦ TỌA", "Vũ Văn An")

    assert (
        found("missing-date", said("Họp ngày 26/6.", doc_type="Biên bản", signatory=signed)) == []
    )


def test_minutes_may_lack_number_and_end_mark_but_no_name():
    reading = said("Kết thúc.\nTHƯ KÝ", doc_type="Biên bản", signatory=Signatory(None, "THƯ KÝ"))

    assert found("missing-number", reading) == found("missing-end-mark", reading) == []
    assert messages("missing-signature", reading) == ["Chưa ghi họ tên người ký."]


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
    assert found("missing-end-mark", said(text, doc_type="Kế hoạch")) == [(marked, fix)]


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
    assert found("missing-end-mark", said(text, doc_type="Kế hoạch")) == []


def test_the_letterhead_needs_motto_and_body():
    reading = said("Số: 01/KH-CĐGD\n\nKẾ HOẠCH", doc_type="Kế hoạch")

    assert messages("missing-letterhead", reading) == [
        "Phần đầu văn bản thiếu Quốc hiệu, Tiêu ngữ và tên cơ quan ban hành."
    ]


def test_a_letterhead_in_order():
    body = "CÔNG ĐOÀN GIÁO DỤC"
    text = f"{body}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"

    assert (
        found(
            "missing-letterhead",
            said(text, doc_type="Kế hoạch", spans={"issuing_body": (0, len(body))}),
        )
        == []
    )


def test_the_motto_in_running_text_is_none():
    text = "Quốc khánh nước Cộng hòa xã hội chủ nghĩa Việt Nam"

    assert found("missing-letterhead", said(text, doc_type="Kế hoạch")) != []


def test_a_piece_of_news_is_said_to_be_none_of_this():
    news = said("Sáng 12/5, công nhân nhà máy cùng nhau trồng cây trong khuôn viên. " * 5)

    assert len(messages("no-document", news)) == 1
    for rule in ("missing-number", "missing-date", "missing-letterhead", "missing-end-mark"):
        assert found(rule, news) == []


def test_a_line_or_two_are_no_document_and_nothing_is_said():
    assert found("no-document", said("Mua hai cân gạo.")) == []
