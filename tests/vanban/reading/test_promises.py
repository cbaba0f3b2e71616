"""Targets and duties in the words that documents use."""

import pytest

from vanban.reading.read import read_text

HEAD = "Số: 05/{}-CĐCS\nHà Nội, ngày 5 tháng 1 năm 2024\n\n{}\nThi đua năm 2024\n\n"


def body(text: str, symbol: str = "KH", kind: str = "KẾ HOẠCH"):
    return read_text(HEAD.format(symbol, kind) + text)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Mỗi tổ có ít nhất một mô hình hay.", 1, "mô hình"),
        ("Mỗi tổ làm ít nhất 01 việc làm tốt.", 1, "việc làm tốt"),
        ("Thăm hỏi ít nhất hai mươi lăm hộ khó khăn.", 25, "hộ"),
        ("Phấn đấu trong năm sửa mới 12 căn nhà cho đoàn viên nghèo.", 12, "căn nhà"),
        ("Phấn đấu toàn tỉnh có 3.200 sáng kiến được công nhận.", 3200, "sáng kiến"),
        ("Đủ một trăm phần trăm tổ công đoàn sinh hoạt đúng kỳ.", 100, "%"),
        ("Tám mươi phần trăm công đoàn cơ sở đạt vững mạnh.", 80, "%"),
        ("100 % đoàn viên ký giao ước.", 100, "%"),
        ("Phấn đấu 95 % trở lên hoàn thành nhiệm vụ.", 95, "%"),
        ("Ra mắt từ 02 nghiệp đoàn trở lên.", 2, "nghiệp đoàn"),
        ("II. CHỈ TIÊU\n1. Kết nạp mới 450 đoàn viên.\n2. Thi đua.", 450, "đoàn viên"),
        ("II. CHỈ TIÊU\n1. Toàn bộ khoa lâm sàng hoàn thành ký cam kết.\n2. Thi đua.", 100, "%"),
        ("II. CHỈ TIÊU\n1. Mọi đơn vị đều có tổ chức công đoàn.\n2. Thi đua.", 100, "%"),
    ],
)
def test_targets_in_figures_and_words(text, value, unit):
    (target,) = body(text).targets

    assert (target.value, target.unit) == (value, unit)


@pytest.mark.parametrize(
    ("symbol", "kind", "text"),
    [
        ("KH", "KẾ HOẠCH", "Từ 150 đoàn viên trở lên thì tổ chức đại hội đại biểu."),
        ("KH", "KẾ HOẠCH", "Doanh nghiệp có từ 100 lao động trở lên lập danh sách."),
        ("KH", "KẾ HOẠCH", "Năm qua đã đạt 96,4% dự toán."),
        ("TTr", "TỜ TRÌNH", "Chồng chị mất khoảng 60% sức lao động."),
        ("BB", "BIÊN BẢN", "100% nhất trí với danh sách."),
        ("CV", "CÔNG VĂN", "Đến nay mới đạt 52% số được giao."),
        ("BC", "BÁO CÁO", "Thu đoàn phí đạt 100%, nộp cấp trên đủ."),
        ("TB", "THÔNG BÁO", "Sản lượng tăng 12% so với cùng kỳ."),
    ],
)
def test_facts_votes_and_conditions_are_no_targets(symbol, kind, text):
    assert body(text, symbol, kind).targets == ()


def test_the_outlook_of_a_report_promises():
    text = (
        "I. KẾT QUẢ\n1. Phát triển mới 200 đoàn viên.\n\n"
        "II. NHIỆM VỤ 6 THÁNG CUỐI NĂM\n1. Phát triển mới 300 đoàn viên.\n"
        "2. Tất cả các tổ công đoàn sinh hoạt mỗi quý một lần.\n"
    )
    targets = body(text, "BC", "BÁO CÁO").targets

    assert [(target.value, target.unit) for target in targets] == [(300, "đoàn viên"), (100, "%")]


def test_a_heading_that_ends_with_a_year_word_keeps_its_points_apart():
    text = (
        "1. Kết quả\n1.1. Đạt 95% kế hoạch.\n2. Nhiệm vụ 6 tháng cuối năm\n"
        "2.1. Phấn đấu 90% đoàn viên đạt loại tốt.\n"
    )
    read = body(text, "BC", "BÁO CÁO")

    assert [section.heading for section in read.sections] == [
        "Kết quả",
        "Nhiệm vụ 6 tháng cuối năm",
    ]
    assert [target.value for target in read.targets] == [90]


@pytest.mark.parametrize(
    ("text", "who", "deed", "to", "when"),
    [
        (
            "Các tổ nữ công nộp phiếu chấm cho Ban Chấp hành vào ngày 28 hằng tháng.",
            "Các tổ nữ công",
            "nộp phiếu chấm",
            "Ban Chấp hành",
            "ngày 28 hằng tháng",
        ),
        (
            "Báo cáo kết quả của các cụm gửi về Công đoàn ngành trước ngày 5/6/2021.",
            "các cụm",
            "Báo cáo kết quả của các cụm",
            "Công đoàn ngành",
            "trước ngày 5/6/2021",
        ),
        (
            "Các tổ báo cáo kết quả về Ban Chấp hành Công đoàn cơ sở ngày 24/11/2022.",
            "Các tổ",
            "báo cáo kết quả",
            "Ban Chấp hành Công đoàn cơ sở",
            "ngày 24/11/2022",
        ),
        (
            (
                "Các đơn vị báo cáo tiến độ về LĐLĐ huyện (qua Ban Tổ chức) trước 16 giờ"
                " thứ Năm hằng tuần."
            ),
            "Các đơn vị",
            "báo cáo tiến độ",
            "LĐLĐ huyện",
            "trước 16 giờ thứ Năm hằng tuần",
        ),
        (
            "CĐCS báo cáo số liệu về Công đoàn ngành vào ngày 20 của tháng cuối quý.",
            "CĐCS",
            "báo cáo số liệu",
            "Công đoàn ngành",
            "ngày 20 của tháng cuối quý",
        ),
        (
            (
                "Ban Chấp hành tự chấm, họp rồi nộp hồ sơ. Các công đoàn cơ sở gửi báo"
                " cáo về LĐLĐ tỉnh"
                " chậm nhất là ngày 5/4/2022."
            ),
            "Các công đoàn cơ sở",
            "gửi báo cáo",
            "LĐLĐ tỉnh",
            "chậm nhất là ngày 5/4/2022",
        ),
        (
            "Các huyện tổng kết, báo cáo Liên đoàn Lao động tỉnh trước ngày 10/11/2024.",
            "Các huyện",
            "tổng kết, báo cáo",
            "Liên đoàn Lao động tỉnh",
            "trước ngày 10/11/2024",
        ),
        (
            "Sau khi kết thúc mỗi đợt, các tổ công đoàn báo cáo kết quả về Ban Chấp hành.",
            "các tổ công đoàn",
            "báo cáo kết quả",
            "Ban Chấp hành",
            "Sau khi kết thúc mỗi đợt",
        ),
        (
            "Đề nghị các CĐCS gửi báo cáo về Văn phòng trước ngày 25 của tháng cuối quý.",
            "các CĐCS",
            "gửi báo cáo",
            "Văn phòng",
            "trước ngày 25 của tháng cuối quý",
        ),
        (
            "Báo cáo kết quả gửi Liên đoàn Lao động huyện trước ngày 30/5/2022.",
            None,
            "Báo cáo kết quả",
            "Liên đoàn Lao động huyện",
            "trước ngày 30/5/2022",
        ),
        (
            (
                "1. Đối với các công đoàn cơ sở\nĐăng ký, báo cáo kết quả về LĐLĐ huyện"
                " trước ngày 5/6.\n"
                "2. Đối với đoàn viên\nThi đua."
            ),
            "các công đoàn cơ sở",
            "báo cáo kết quả",
            "LĐLĐ huyện",
            "trước ngày 5/6",
        ),
        (
            "Các tổ trưởng: đôn đốc, nộp báo cáo về Công đoàn trường trong vòng 05 ngày.",
            "Các tổ trưởng",
            "nộp báo cáo",
            "Công đoàn trường",
            "trong vòng 05 ngày",
        ),
    ],
)
def test_duties_with_actor_deed_addressee_and_time(text, who, deed, to, when):
    duties = body(f"I. TỔ CHỨC\n{text}").reporting_duties
    found = [duty for duty in duties if duty.to == to]

    assert [(d.who, d.deed, d.to, d.when) for d in found] == [(who, deed, to, when)]


def test_two_papers_are_two_duties():
    duties = body(
        "I. TỔ CHỨC\nCông đoàn cơ sở gửi kế hoạch trước ngày 18/4 và báo cáo kết quả trước 17 giờ"
        " ngày 02/6/2024."
    ).reporting_duties

    assert [(duty.deed, duty.when) for duty in duties] == [
        ("gửi kế hoạch", "trước ngày 18/4"),
        ("báo cáo kết quả", "trước 17 giờ ngày 02/6/2024"),
    ]


@pytest.mark.parametrize(
    ("symbol", "kind", "text"),
    [
        ("BC", "BÁO CÁO", "Các đơn vị báo cáo kết quả về LĐLĐ tỉnh trước ngày 5/6."),
        ("BB", "BIÊN BẢN", "Hiệu trưởng báo cáo kết quả với Ban Chấp hành ngày 5/6."),
        ("KH", "KẾ HOẠCH", "Văn phòng tổng hợp để báo cáo LĐLĐ tỉnh trước ngày 5/6."),
    ],
)
def test_reports_that_are_told_of_are_no_duties(symbol, kind, text):
    assert body(f"I. KẾT QUẢ\n{text}", symbol, kind).reporting_duties == ()
