"""Phases, dates and days as plans name them: months, quarters, semesters, rows, sentences."""

from datetime import date

import pytest

from vanban.language.dates import periods_in
from vanban.reading.read import read_text

HEAD = "Số: 05/KH-CĐCS\nHà Nội, ngày 5 tháng 1 năm 2024\n\nKẾ HOẠCH\nThi đua năm 2024\n\n"


def body(text: str):
    return read_text(HEAD + text)


def phases(text: str):
    return [(phase.name, phase.start, phase.end) for phase in body(text).phases]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("từ ngày 5 đến 28-9", (2022, 9, 5), (2022, 9, 28)),
        ("từ ngày 1 đến 30-6-2024", (2024, 6, 1), (2024, 6, 30)),
        ("Từ 11 đến 16/4", (2023, 4, 11), (2023, 4, 16)),
        ("tuần lễ 21 - 27/7", (2023, 7, 21), (2023, 7, 27)),
        ("từ nay đến ngày 31-10", (2023, 9, 2), (2023, 10, 31)),
        ("từ ngày ban hành đến hết tháng 02/2024", (2023, 9, 2), (2024, 2, 29)),
        ("từ tháng 9 đến hết học kỳ I", (2022, 9, 1), None),
        ("từ tháng 1/2023 đến hết năm học", (2023, 1, 1), None),
        ("Quý I: rà soát", (2023, 1, 1), (2023, 3, 31)),
        ("từ quý I đến hết quý III/2024", (2024, 1, 1), (2024, 9, 30)),
        ("6 tháng đầu năm 2024", (2024, 1, 1), (2024, 6, 30)),
        ("Tháng 02 và tháng 3", (2023, 2, 1), (2023, 3, 31)),
        ("từ tháng 4 tới tháng 6", (2023, 4, 1), (2023, 6, 30)),
        ("từ đầu năm đến ngày 15/5", (2023, 1, 1), (2023, 5, 15)),
        ("từ ngày 29/8 đến cuối năm", (2022, 8, 29), (2022, 12, 31)),
        (
            "bắt đầu từ ngày 12.9. 2023 và kết thúc vào ngày 20.10. 2023",
            (2023, 9, 12),
            (2023, 10, 20),
        ),
        ("từ ngày 20.11.2024 đến ngày 22.12.2024", (2024, 11, 20), (2024, 12, 22)),
    ],
)
def test_stretches_of_time(text, start, end):
    (period,) = periods_in(text, (2022, 2023), date(2023, 9, 2))

    assert period.start == (date(*start) if start else None)
    assert period.end == (date(*end) if end else None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "III. TIẾN ĐỘ\n- Tháng 02 và tháng 3: quán triệt.\n- Từ tháng 4 đến tháng 6: hội thi.",
            [
                ("Tháng 02 và tháng 3", date(2024, 2, 1), date(2024, 3, 31)),
                ("Từ tháng 4 đến tháng 6", date(2024, 4, 1), date(2024, 6, 30)),
            ],
        ),
        (
            "III. LỘ TRÌNH\n1. Quý I: rà soát.\n2. Quý II: kết nạp.",
            [
                ("Quý I", date(2024, 1, 1), date(2024, 3, 31)),
                ("Quý II", date(2024, 4, 1), date(2024, 6, 30)),
            ],
        ),
        (
            (
                "| Thời gian | Nội dung |\n|---|---|\n| Tháng 3/2024 | Phát động |\n"
                "| Từ 01/4 đến 30/6/2024 | Hội thi |"
            ),
            [
                ("Tháng 3/2024", date(2024, 3, 1), date(2024, 3, 31)),
                ("Từ 01/4 đến 30/6/2024", date(2024, 4, 1), date(2024, 6, 30)),
            ],
        ),
        (
            "| TT | Thời gian | Đợt |\n| 1 | 01/01 - 30/4 | Đợt 1 |\n| 2 | 01/5 - 31/12 | Đợt 2 |",
            [
                ("Đợt 1", date(2024, 1, 1), date(2024, 4, 30)),
                ("Đợt 2", date(2024, 5, 1), date(2024, 12, 31)),
            ],
        ),
        (
            (
                "Thời gian chia làm hai đợt, đợt một từ tháng 1 đến tháng 6 và"
                " đợt hai từ tháng 7 đến"
                " hết năm."
            ),
            [
                ("đợt một", date(2024, 1, 1), date(2024, 6, 30)),
                ("đợt hai", date(2024, 7, 1), date(2024, 12, 31)),
            ],
        ),
        (
            (
                "II. THỜI GIAN\n- Từ nay đến 30/4: đợt thi đua thứ nhất.\n"
                "- Từ 01/5 đến 31/12: đợt thi đua thứ hai."
            ),
            [
                ("đợt thi đua thứ nhất", date(2024, 1, 5), date(2024, 4, 30)),
                ("đợt thi đua thứ hai", date(2024, 5, 1), date(2024, 12, 31)),
            ],
        ),
        (
            "Đợt I: từ 01/01 đến 30/4.\nĐợt I1: từ 01/5 đến 31/8.\nĐợt ll1: từ 01/9 đến 31/12.",
            [
                ("Đợt I", date(2024, 1, 1), date(2024, 4, 30)),
                ("Đợt I1", date(2024, 5, 1), date(2024, 8, 31)),
                ("Đợt ll1", date(2024, 9, 1), date(2024, 12, 31)),
            ],
        ),
        (
            (
                "1. Giai đoạn 1 từ nay đến ngày 31-8.\n2. Giai đoạn 2, từ ngày 5 đến"
                " 28-9 với chủ đề A."
            ),
            [
                ("Giai đoạn 1", date(2024, 1, 5), date(2024, 8, 31)),
                ("Giai đoạn 2", date(2024, 9, 5), date(2024, 9, 28)),
            ],
        ),
        (
            (
                "Ban Chấp hành phát động đợt thi đua cao điểm 30 ngày đêm, từ ngày 10/9"
                " đến 10/10/2024."
            ),
            [("Đợt thi đua cao điểm", date(2024, 9, 10), date(2024, 10, 10))],
        ),
        (
            "Đợt thi đua diễn ra từ ngày 5/4 đến hết ngày 20/6/2024.",
            [("Đợt thi đua", date(2024, 4, 5), date(2024, 6, 20))],
        ),
        (
            "1. Nội dung\n- Dạy tốt.\n2. Thời gian: từ ngày 10/4 đến ngày 10/7/2024.",
            [("Thời gian", date(2024, 4, 10), date(2024, 7, 10))],
        ),
        (
            (
                "1. Giai đoạn 1 (Quý II/2024): phát động.\n2. Giai đoạn 2 (Quý III và"
                " Quý IV/2024): thi."
            ),
            [
                ("Giai đoạn 1", date(2024, 4, 1), date(2024, 6, 30)),
                ("Giai đoạn 2", date(2024, 7, 1), date(2024, 12, 31)),
            ],
        ),
        (
            (
                "II. THỜI GIAN\n- 6 tháng đầu năm: từ 01/01 - 30/6.\n- 6 tháng cuối năm:"
                " từ 01/7 - 31/12."
            ),
            [
                ("6 tháng đầu năm", date(2024, 1, 1), date(2024, 6, 30)),
                ("6 tháng cuối năm", date(2024, 7, 1), date(2024, 12, 31)),
            ],
        ),
        ("III. TIẾN ĐỘ\n- Trước 10/11: đăng ký.\n- Ngày 30/11: tổng kết.", []),
        ("Sau đợt 1, các đơn vị rút kinh nghiệm; trước đợt 2 phải họp.", []),
    ],
)
def test_phases_in_every_habit(text, expected):
    assert phases(text) == expected


def test_years_that_are_not_printed_follow_from_the_order():
    text = (
        "Hội thi thợ giỏi của công đoàn ngành\n\nHội thi gồm giai đoạn 1 từ nay đến"
        " 31-10, giai đoạn 2 từ"
        " ngày 1 đến 30-11, giai đoạn 3 từ ngày 5 đến 20-1-2024, theo Ban tổ chức hội thi cho biết"
        " tại buổi họp với các công đoàn cơ sở trực thuộc.\n"
    )

    assert [(phase.start, phase.end) for phase in read_text(text).phases] == [
        (None, date(2023, 10, 31)),
        (date(2023, 11, 1), date(2023, 11, 30)),
        (date(2024, 1, 5), date(2024, 1, 20)),
    ]


def test_a_phase_called_something_has_it_for_its_theme():
    read = body(
        "1. Đợt 1: từ 01/01 đến 30/4, mang tên “Mừng Đảng, mừng Xuân”.\n"
        "2. Đợt 2: từ 01/5 đến 31/8, lấy tên “Nhớ ơn Bác”."
    )

    assert [phase.theme for phase in read.phases] == ["Mừng Đảng, mừng Xuân", "Nhớ ơn Bác"]


@pytest.mark.parametrize(
    ("text", "name", "ordinal"),
    [
        (
            "kỷ niệm 91 năm, ngày thành lập Công đoàn Việt Nam",
            "ngày thành lập Công đoàn Việt Nam",
            91,
        ),
        ("chào mừng 70 năm ngày Nhà báo thu hút sự tham gia của đoàn viên", "ngày Nhà báo", 70),
        (
            "chào mừng 90 năm Ngày thành lập Công đoàn Việt Nam năm 2019",
            "Ngày thành lập Công đoàn Việt Nam",
            90,
        ),
        (
            "kỷ niệm 71 năm Ngày truyền thống ngành Giao thông vận tải, các đơn vị thi đua",
            "Ngày truyền thống ngành Giao thông vận tải",
            71,
        ),
    ],
)
def test_names_of_days_end_where_they_end(text, name, ordinal):
    (day,) = body(f"Lập thành tích {text}.").commemorations

    assert (day.name, day.ordinal) == (name, ordinal)


@pytest.mark.parametrize(
    "text",
    ["TỔNG KẾT 5 NĂM PHONG TRÀO THI ĐUA (2011-2015)", "sau 3 năm thực hiện Đề án (2021-2024)"],
)
def test_years_of_work_are_no_anniversary(text):
    assert body(text).commemorations == ()


@pytest.mark.parametrize(
    ("title", "preamble", "year"),
    [
        ("Thi đua năm học (2015-2016)", "", "2015-2016"),
        ("Thi đua năm học: 2020 – 2021", "", "2020-2021"),
        ("Thi đua giai đoạn 2021 - 2025", "", "2024"),
        ("Chuyển đổi số", "Quyết định phê duyệt Chương trình đến năm 2030, ", "2024"),
        ("Hỗ trợ nhà ở", "đoàn viên A, sinh năm 1986, ", "2024"),
        ("Kiện toàn", "Căn cứ Luật Công đoàn năm 2012, ", "2024"),
        ("Thi đua", "Thực hiện nhiệm vụ năm 2025, ", "2025"),
        ("Thi đua", "Căn cứ Quyết định số 08/QĐ-CĐCS ngày 02 tháng 3 năm 2023, ", "2024"),
    ],
)
def test_the_year_is_that_of_the_document(title, preamble, year):
    head = "Số: 05/KH-CĐCS\nHà Nội, ngày 5 tháng 1 năm 2024\n\nKẾ HOẠCH\n"
    read = read_text(f"{head}{title}\n\n{preamble}Ban Chấp hành triển khai như sau:\n\n1. Abc.")

    assert read.year_or_school_year == year
