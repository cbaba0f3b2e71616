"""Other kinds, bodies, years and layouts than those of the five plans."""

from datetime import date

import pytest

from vanban.reading.model import Commemoration, Criterion, ReportingDuty, Signatory, Target
from vanban.reading.read import read_text

from .documents import reading


@pytest.mark.parametrize(
    ("name", "body", "parent", "number", "place", "day", "kind"),
    [
        (
            "decision",
            "CÔNG ĐOÀN PHƯỜNG SA ĐÉC",
            "LIÊN ĐOÀN LAO ĐỘNG TỈNH ĐỒNG THÁP",
            "12/QĐ-CĐP",
            "Sa Đéc",
            date(2026, 3, 9),
            "Quyết định",
        ),
        (
            "letter",
            "LIÊN ĐOÀN LAO ĐỘNG TỈNH CÀ MAU",
            "TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM",
            "208/LĐLĐ-CSPL",
            "Cà Mau",
            date(2025, 5, 20),
            "Công văn",
        ),
        (
            "report",
            "CÔNG ĐOÀN CƠ SỞ BỆNH VIỆN ĐA KHOA TỈNH",
            "CÔNG ĐOÀN NGÀNH Y TẾ HẢI DƯƠNG",
            "06b/BC-CĐCS",
            "Hải Dương",
            date(2023, 11, 28),
            "Báo cáo",
        ),
        (
            "school_year",
            "CĐCS TRƯỜNG THPT TÂN HƯNG",
            "CÔNG ĐOÀN GIÁO DỤC HUYỆN TÂN CHÂU",
            "03/KH-CĐCS",
            "Tân Hưng",
            date(2023, 9, 18),
            "Kế hoạch",
        ),
        (
            "table",
            "CĐCS CÔNG TY CỔ PHẦN GIẤY BÌNH AN",
            "CÔNG ĐOÀN CÁC KHU CÔNG NGHIỆP TỈNH LONG AN",
            "07/KH-CĐCS",
            "Long An",
            date(2025, 1, 2),
            "Kế hoạch",
        ),
        (
            "ward_2026",
            "CÔNG ĐOÀN PHƯỜNG LÊ CHÂN",
            "LIÊN ĐOÀN LAO ĐỘNG THÀNH PHỐ HẢI PHÒNG",
            "04/KH-CĐP",
            "Hải Phòng",
            date(2026, 2, 5),
            "Kế hoạch",
        ),
    ],
)
def test_letterhead_in_columns_lines_or_cells(name, body, parent, number, place, day, kind):
    read = reading(name)

    assert (read.issuing_body, read.parent_body) == (body, parent)
    assert (read.full_number, read.place, read.date) == (number, place, day)
    assert read.doc_type == kind


@pytest.mark.parametrize(
    ("name", "title"),
    [
        (
            "decision",
            (
                "Về việc khen thưởng tập thể, cá nhân có thành tích xuất sắc trong"
                " phong trào thi đua năm 2025"
            ),
        ),
        (
            "letter",
            (
                "báo cáo kết quả Tháng Công nhân và Tháng hành động về an toàn, vệ sinh lao động"
                " năm 2025"
            ),
        ),
        ("report", "Kết quả phong trào thi đua và hoạt động công đoàn năm 2023"),
        (
            "school_year",
            "Tổ chức phong trào thi đua trong cán bộ, giáo viên, nhân viên năm học 2023 – 2024",
        ),
        (
            "ward_2026",
            (
                "Phát động phong trào thi đua trong đoàn viên, người lao động trên địa bàn phường"
                " Lê Chân năm 2026"
            ),
        ),
    ],
)
def test_title_ends_where_the_first_sentence_begins(name, title):
    assert reading(name).title == title


@pytest.mark.parametrize(
    ("name", "signatory"),
    [
        (
            "decision",
            Signatory("TM. BAN THƯỜNG VỤ KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Thị Ngọc Hà", None),
        ),
        (
            "letter",
            Signatory(
                "TL. BAN THƯỜNG VỤ",
                "TRƯỞNG BAN CHÍNH SÁCH - PHÁP LUẬT",
                "Trần Minh Đức",
                "Đã ký",
            ),
        ),
        ("report", Signatory("TM. BAN CHẤP HÀNH", "CHỦ TỊCH", "Phạm Quang Huy", None)),
        ("school_year", Signatory("TM. BAN CHẤP HÀNH", "CHỦ TỊCH", "NGUYỄN HOÀNG PHÚC", None)),
        ("table", Signatory("TM.BCH CÔNG ĐOÀN", "PHÓ CHỦ TỊCH", "Đỗ Thị Kim Liên", None)),
        ("ward_2026", Signatory("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "Vũ Thị Thanh Mai", None)),
    ],
)
def test_signature_beside_or_below_the_recipients(name, signatory):
    assert reading(name).signatory == signatory


def test_recipients_of_a_two_column_tail():
    assert reading("ward_2026").recipients == (
        "LĐLĐ thành phố (để báo cáo)",
        "Đảng ủy phường",
        "Các CĐCS (để thực hiện)",
        "Lưu: VP",
    )


def test_articles_are_blocks_with_their_points_below_and_the_annex_comes_last():
    blocks = [(block.depth, block.marker) for block in reading("decision").blocks]

    assert blocks == [
        (0, ""),
        (0, ""),
        (0, ""),
        (0, ""),
        (0, ""),
        (1, "Điều 1."),
        (1, "Điều 2."),
        (2, "a)"),
        (2, "b)"),
        (1, "Điều 3."),
        (0, ""),
        (1, "1."),
        (1, "2."),
    ]


def test_a_law_is_cited_with_its_subject():
    law = reading("decision").citations[0]

    assert (law.kind, law.number, law.date) == ("Luật", "06/2022/QH15", date(2022, 6, 15))
    assert law.quote == "Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15 tháng 6 năm 2022"


def test_issuers_broken_by_the_margin_are_whole():
    issuers = [citation.issuer for citation in reading("ward_2026").citations]

    assert issuers == [
        "Tổng Liên đoàn Lao động Việt Nam",
        "Liên đoàn Lao động thành phố Hải Phòng",
    ]


def test_semesters_are_phases_of_a_school_year():
    first, second = reading("school_year").phases

    assert (first.name, first.start, first.end) == (
        "Học kỳ I",
        date(2023, 9, 5),
        date(2024, 1, 13),
    )
    assert (second.start, second.end, second.theme) == (
        date(2024, 1, 15),
        date(2024, 5, 25),
        "Về đích thắng lợi",
    )
    assert first.commemorations == (
        Commemoration("Ngày Nhà giáo Việt Nam", 20, 11),
        Commemoration("Ngày thành lập Quân đội nhân dân Việt Nam", 22, 12, 1944, 79),
    )


def test_rows_of_a_table_are_phases():
    phases = reading("table").phases

    assert [(phase.name, phase.start, phase.end) for phase in phases] == [
        ("Đợt 1", date(2025, 1, 2), date(2025, 4, 30)),
        ("Đợt 2", date(2025, 5, 1), date(2025, 7, 31)),
        ("Đợt 3", date(2025, 8, 1), date(2025, 12, 31)),
    ]
    assert phases[1].theme == "Tháng Công nhân"


def test_from_now_on_starts_on_the_day_of_the_document():
    first = reading("ward_2026").phases[0]

    assert (first.start, first.end) == (date(2026, 2, 5), date(2026, 4, 30))
    assert reading("ward_2026").confidence["phases[0].start"] == 0.5


def test_criteria_carry_their_points():
    assert reading("school_year").criteria == (
        Criterion("Hoàn thành nhiệm vụ chuyên môn", "điểm", 60),
        Criterion("Tham gia hoạt động công đoàn", "điểm", 40),
    )


def test_figures_of_a_report_are_no_promises_but_those_of_its_outlook_are():
    assert reading("report").targets == (
        Target("Phấn đấu 95% đoàn viên đạt danh hiệu Lao động tiên tiến", 95, "%"),
        Target("ít nhất 05 sáng kiến được công nhận cấp cơ sở", 5, "sáng kiến"),
    )


@pytest.mark.parametrize(
    ("name", "duty"),
    [
        (
            "letter",
            ReportingDuty(
                "các đơn vị", "Liên đoàn Lao động tỉnh", "trước ngày 10/6/2025", "gửi báo cáo"
            ),
        ),
        (
            "school_year",
            ReportingDuty(
                "Các tổ công đoàn",
                "Ban Chấp hành Công đoàn trường",
                "khi kết thúc mỗi học kỳ",
                "báo cáo kết quả",
            ),
        ),
        (
            "table",
            ReportingDuty("Các tổ công đoàn", "Ban Chấp hành", "định kỳ hằng tháng", "báo cáo"),
        ),
        (
            "ward_2026",
            ReportingDuty(
                "Các công đoàn cơ sở",
                "Công đoàn phường",
                "trước ngày 15 tháng cuối mỗi đợt",
                "báo cáo kết quả",
            ),
        ),
    ],
)
def test_who_reports_to_whom_and_when(name, duty):
    assert reading(name).reporting_duties == (duty,)


def test_an_unquoted_theme_after_a_colon():
    assert reading("school_year").theme == (
        "Kỷ cương, trách nhiệm, đổi mới, nâng cao chất lượng giáo dục toàn diện"
    )


def test_scope_names_the_place():
    assert reading("ward_2026").scope == "trên địa bàn phường Lê Chân"
    assert reading("table").scope == "trong toàn Công ty"


def test_a_text_that_is_no_document_has_no_values_but_its_blocks():
    read = reading("no_plan")

    assert read.spans == {}
    assert [block.depth for block in read.blocks] == [0, 0, 1, 1, 0]


def test_a_movement_is_nobody_who_has_to_do_something():
    """Without marks *Phong trào* begins like *Phòng*, a department."""
    head = "Số: 05/KH-CĐCS\nHà Nội, ngày 5 tháng 1 năm 2024\n\nKẾ HOẠCH\nThi đua năm 2024\n\n"
    items = (
        "II. NỘI DUNG THI ĐUA\n"
        "1. Phong trào thi đua “Giỏi việc nước, đảm việc nhà” trong nữ công chức.\n"
        "2. Phòng Tổ chức triển khai phong trào “Xanh - Sạch - Đẹp”.\n"
    )

    read = read_text(head + items)

    assert [item.audience for item in read.content_items] == [None, "Phòng Tổ chức"]
