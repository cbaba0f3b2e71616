"""Letterheads as people really have them: lines, columns, cells, stamps, dust, missing parts."""

from datetime import date

import pytest

from vanban.reading.read import read_text

BODY = "\n\nThực hiện nhiệm vụ năm 2024, các đơn vị triển khai như sau:\n\n1. Nội dung thứ nhất.\n"
KIND = "\n\nKẾ HOẠCH\nPhát động thi đua năm 2024"


@pytest.mark.parametrize(
    ("line", "full_number", "symbol"),
    [
        ("Số: 05/2021/KH-LĐLĐ", "05/2021/KH-LĐLĐ", "2021/KH-LĐLĐ"),
        ("Số: …/2021/KH-LĐLĐ", None, "2021/KH-LĐLĐ"),
        ("SỐ: 12/KH-CĐCS", "12/KH-CĐCS", "KH-CĐCS"),
        ("Số : 12 - KH/CĐCS", "12-KH/CĐCS", "KH/CĐCS"),
        ("Số: 12 KH/CĐCS", "12KH/CĐCS", "KH/CĐCS"),
        ("Số: 07", "07", None),
        ("Số: 05/KH-CĐCS - Hà Nội, ngày 3 tháng 4 năm 2024", "05/KH-CĐCS", "KH-CĐCS"),
        ("CÔNG ĐOÀN CƠ SỞ Số: 05/KH-CĐCS", "05/KH-CĐCS", "KH-CĐCS"),
        ("| Số: 05/KHLT-LĐLĐ-SGD&ĐT | x |", "05/KHLT-LĐLĐ-SGD&ĐT", "KHLT-LĐLĐ-SGD&ĐT"),
        ("CỤM THI ĐUA SỐ 2 - KHỐI TRƯỜNG HỌC", None, None),
    ],
)
def test_numbers_in_every_habit(line, full_number, symbol):
    read = read_text(line + KIND + BODY)

    assert (read.full_number, read.symbol) == (full_number, symbol)


@pytest.mark.parametrize(
    ("line", "place", "day"),
    [
        ("Hà Nội, ngày 15 tháng 3 năm 2024", "Hà Nội", date(2024, 3, 15)),
        ("Hà Nội ngày 15 tháng 3 năm 2024", "Hà Nội", date(2024, 3, 15)),
        ("Hà Nội, ngày 15/3/2024", "Hà Nội", date(2024, 3, 15)),
        ("Hà Nội, 15-3-2024", "Hà Nội", date(2024, 3, 15)),
        ("TP. Hồ Chí Minh, ngày 15.3.2024", "TP. Hồ Chí Minh", date(2024, 3, 15)),
        ("Bà Rịa - Vũng Tàu, ngày 15 tháng 3\nnăm 2024", "Bà Rịa - Vũng Tàu", date(2024, 3, 15)),
        ("Ngày 15 tháng 3 năm 2024", None, date(2024, 3, 15)),
        ("Sa Đéc, ngày … tháng … năm 2024", "Sa Đéc", None),
        ("Sa Đéc, ngày     tháng 3 năm 2024", "Sa Đéc", None),
        ("Sa Đéc, ngày 15 tháng 3", "Sa Đéc", date(2024, 3, 15)),
        ("Sáng 15/3/2024, Công đoàn xã Kim Bôi họp mặt đoàn viên", None, None),
    ],
)
def test_places_and_dates_in_every_habit(line, place, day):
    read = read_text(f"Số: 05/KH-CĐCS\n{line}{KIND}{BODY}")

    assert (read.place, read.date) == (place, day)


def test_a_draft_without_a_day_still_has_its_year():
    text = "Số:    /KH-CĐP\nSa Đéc, ngày … tháng … năm 2025\n\nKẾ HOẠCH\nPhát động thi đua"

    assert read_text(text + BODY.replace("năm 2024", "được giao")).year_or_school_year == "2025"


@pytest.mark.parametrize(
    ("head", "issuing", "parent"),
    [
        (
            "LIÊN ĐOÀN LAO ĐỘNG\nTỈNH LẠNG SƠN\nCÔNG ĐOÀN CƠ SỞ\nTRƯỜNG THPT BẮC SƠN",
            "CÔNG ĐOÀN CƠ SỞ TRƯỜNG THPT BẮC SƠN",
            "LIÊN ĐOÀN LAO ĐỘNG TỈNH LẠNG SƠN",
        ),
        (
            "LIÊN ĐOÀN LAO ĐỘNG TỈNH LẠNG SƠN\nỦY BAN KIỂM TRA",
            "LIÊN ĐOÀN LAO ĐỘNG TỈNH LẠNG SƠN",
            None,
        ),
        (
            "CÔNG ĐOÀN GIÁO DỤC HUYỆN CÁI BÈ\nCỤM THI ĐUA SỐ 2",
            "CÔNG ĐOÀN GIÁO DỤC HUYỆN CÁI BÈ",
            None,
        ),
        ("CÔNG TY TNHH BÌNH AN\nCÔNG ĐOÀN CƠ SỞ", "CÔNG ĐOÀN CƠ SỞ CÔNG TY TNHH BÌNH AN", None),
        ("SỞ Y TẾ LẠNG SƠN\nCÔNG ĐOÀN NGÀNH Y TẾ", "CÔNG ĐOÀN NGÀNH Y TẾ", None),
        (
            "ỦY BAN MTTQ VIỆT NAM TỈNH GIA LAI\nLIÊN ĐOÀN LAO ĐỘNG TỈNH GIA LAI",
            "LIÊN ĐOÀN LAO ĐỘNG TỈNH GIA LAI",
            "ỦY BAN MTTQ VIỆT NAM TỈNH GIA LAI",
        ),
        (
            "ỦY BAN TRUNG ƯƠNG\nMẶT TRẬN TỔ QUỐC VIỆT NAM\nTỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM",
            "TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM",
            "ỦY BAN TRUNG ƯƠNG MẶT TRẬN TỔ QUỐC VIỆT NAM",
        ),
        (
            "BAN CHẤP HÀNH\nCÔNG ĐOÀN XÃ KIM BÔI\nHỎA TỐC",
            "CÔNG ĐOÀN XÃ KIM BÔI",
            None,
        ),
        (
            "LIÊN ĐOÀN LAO ĐỘNG HUYỆN LẠC SƠN\nCĐCS BỆNH VIỆN ĐA KHOA HUYỆN\nTỔ CÔNG ĐOÀN KHOA NHI",
            "TỔ CÔNG ĐOÀN KHOA NHI",
            "CĐCS BỆNH VIỆN ĐA KHOA HUYỆN",
        ),
    ],
)
def test_bodies_over_several_lines(head, issuing, parent):
    read = read_text(f"{head}\nSố: 05/KH-CĐ\nLạng Sơn, ngày 5 tháng 1 năm 2024{KIND}{BODY}")

    assert (read.issuing_body, read.parent_body) == (issuing, parent)


def test_two_bodies_that_issue_as_equals():
    head = "LIÊN ĐOÀN LAO ĐỘNG TỈNH NINH BÌNH -\nSỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH NINH BÌNH\n"
    read = read_text(
        head + "Số: 05/KHLT-LĐLĐ-SGDĐT\n\nKẾ HOẠCH LIÊN TỊCH\nPhát động thi đua" + BODY
    )

    assert read.doc_type == "Kế hoạch liên tịch"
    assert read.issuing_body == "LIÊN ĐOÀN LAO ĐỘNG TỈNH NINH BÌNH"
    assert read.co_issuers == ("SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH NINH BÌNH",)
    assert read.parent_body is None


@pytest.mark.parametrize(
    ("head", "kind", "title"),
    [
        (
            "BÁO CÁO TỔNG KẾT\nPhong trào thi đua năm 2023",
            "Báo cáo",
            "TỔNG KẾT Phong trào thi đua năm 2023",
        ),
        ("K Ế   H O Ạ C H\nPhát động thi đua", "Kế hoạch", "Phát động thi đua"),
        ("KẾ HOẠCH\nTổ chức ngày hội\n(8/3, 26/3)", "Kế hoạch", "Tổ chức ngày hội (8/3, 26/3)"),
        ("LỜI PHÁT ĐỘNG\nThi đua 120 ngày đêm", "Lời phát động", "Thi đua 120 ngày đêm"),
        (
            "BẢN GIAO ƯỚC THI ĐUA\nNăm học 2018 - 2019",
            "Bản giao ước thi đua",
            "Năm học 2018 - 2019",
        ),
        ("BẢN ĐĂNG KÝ THI ĐUA\nNăm 2024", "Bản đăng ký thi đua", "Năm 2024"),
        (
            (
                "CHƯƠNG TRÌNH\nHành động thực hiện Kết luận số 01-KL/TW của Bộ Chính trị"
                " về tiếp tục đẩy mạnh"
                " học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh trong"
                " các cấp công đoàn viên"
                " chức, giai đoạn 2022 - 2025"
            ),
            "Chương trình",
            (
                "Hành động thực hiện Kết luận số 01-KL/TW của Bộ Chính trị về tiếp tục"
                " đẩy mạnh học tập và làm"
                " theo tư tưởng, đạo đức, phong cách Hồ Chí Minh trong các cấp công đoàn"
                " viên chức, giai đoạn"
                " 2022 - 2025"
            ),
        ),
        (
            "BIÊN BẢN\nHọp tổ công đoàn\nThời gian: 15 giờ ngày 20/11/2023.",
            "Biên bản",
            "Họp tổ công đoàn",
        ),
        ("BÁO CÁO\nSơ kết thi đua\nTM/BCH CHỦ TỊCH NGUYỄN VĂN A", "Báo cáo", "Sơ kết thi đua"),
        (
            "THÔNG BÁO\nTổ chức hội thao\nCông đoàn cơ sở X trân trọng thông báo:",
            "Thông báo",
            "Tổ chức hội thao",
        ),
        ("V/v tổ chức thi đua\nnăm 2024", "Công văn", "tổ chức thi đua năm 2024"),
        ("“V/v tổ chức thi đua năm 2024”", "Công văn", "tổ chức thi đua năm 2024"),
        ("Số: 12/LĐLĐ V/v hưởng ứng Tháng\nCông nhân", "Công văn", "hưởng ứng Tháng Công nhân"),
        (
            "Về tổ chức thi đua năm 2024\n\nKính gởi: Các CĐCS",
            "Công văn",
            "Về tổ chức thi đua năm 2024",
        ),
        (
            "PHÁT ĐỘNG PHONG TRÀO THI ĐUA\nNĂM HỌC: 2020 – 2021",
            "Kế hoạch",
            "PHÁT ĐỘNG PHONG TRÀO THI ĐUA NĂM HỌC: 2020 – 2021",
        ),
    ],
)
def test_kinds_and_titles(head, kind, title):
    symbol = "LĐLĐ" if kind == "Công văn" else "KH-LĐLĐ"
    number = "" if head.startswith("Số") else f"Số: 12/{symbol}\n\n"
    read = read_text(f"LIÊN ĐOÀN LAO ĐỘNG TỈNH HÀ NAM\n{number}{head}\n{BODY}")

    assert (read.doc_type, read.title) == (kind, title)


@pytest.mark.parametrize(
    "stamp",
    [
        "CÔNG VĂN ĐẾN\nSố: 1127\nNgày: 17/12\nChuyển: ……\n\n",
        "ĐẾN  Số: 1127  Ngày: 17/12/2023\n\n",
        "CÔNG VĂN ĐẾN\nSố: 1127 Ngày 17 tháng 12 năm 2023\n. ' ~\n",
    ],
)
def test_the_stamp_of_the_receiving_office_is_no_letterhead(stamp):
    head = "CÔNG ĐOÀN XÃ KIM BÔI\nSố: 05/KH-CĐX\nKim Bôi, ngày 5 tháng 1 năm 2024"
    read = read_text(stamp + head + KIND + BODY)

    assert (read.full_number, read.doc_type) == ("05/KH-CĐX", "Kế hoạch")
    assert (read.place, read.date) == ("Kim Bôi", date(2024, 1, 5))
    assert read.issuing_body == "CÔNG ĐOÀN XÃ KIM BÔI"
    assert read.citations == ()


def test_the_motto_beside_the_issuer():
    head = (
        "LIÊN ĐOÀN LAO ĐỘNG TỈNH HÀ NAM — CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "CÔNG ĐOÀN VIÊN CHỨC TỈNH Độc lập — Tự do — Hạnh phúc\nSố: 05/KH-CĐVC"
    )
    read = read_text(head + KIND + BODY)

    assert read.issuing_body == "CÔNG ĐOÀN VIÊN CHỨC TỈNH"
    assert read.parent_body == "LIÊN ĐOÀN LAO ĐỘNG TỈNH HÀ NAM"


def test_columns_glued_by_recognition_give_place_and_date():
    head = "CÔNG ĐOÀN CƠ SỞ CÔNG TY ABC Hưng Hà, ngày 07 tháng 9 năm 2021\nSố: 05/KH-CĐCS"
    read = read_text(head + KIND + BODY)

    assert (read.place, read.date) == ("Hưng Hà", date(2021, 9, 7))
    assert read.issuing_body == "CÔNG ĐOÀN CƠ SỞ CÔNG TY ABC"


def test_a_press_item_has_a_headline_and_no_letterhead():
    text = (
        "Công đoàn xã Kim Bôi phát động thi đua năm 2022\n\n"
        "Sáng 14/3/2022, Công đoàn xã Kim Bôi tổ chức lễ phát động thi đua năm 2022 với chủ đề"
        " “Đoàn kết, sáng tạo”. Theo đó, đợt 1 từ nay đến ngày 31-8; đợt 2 từ ngày 1/9 đến hết năm."
    )
    read = read_text(text)

    assert read.title == "Công đoàn xã Kim Bôi phát động thi đua năm 2022"
    assert (read.place, read.date, read.full_number) == (None, None, None)
    assert read.theme == "Đoàn kết, sáng tạo"
    assert read.issuing_body == "Công đoàn xã Kim Bôi"
    assert [(phase.start, phase.end) for phase in read.phases] == [
        (date(2022, 3, 14), date(2022, 8, 31)),
        (date(2022, 9, 1), date(2022, 12, 31)),
    ]


@pytest.mark.parametrize(
    "headline",
    [
        "10 hoạt động trọng tâm Tháng Công nhân",
        "Nữ công nhân vào vụ thi đua",
        "LĐLĐ huyện Vị Xuyên: Giao chỉ tiêu thi đua năm 2022",
    ],
)
def test_headlines_of_press_items(headline):
    text = (
        "(LĐ) Ngày 12/5/2022, Liên đoàn Lao động huyện Vị Xuyên vừa ban hành kế hoạch tổ chức các"
        " hoạt động trọng tâm, trong đó có đối thoại, thăm hỏi và tặng quà cho công nhân khó khăn."
    )

    read = read_text(f"{headline}\n\n{text}\n")

    assert (read.title, read.doc_type) == (headline, None)


def test_a_number_in_a_sentence_of_a_press_item_is_a_citation():
    text = (
        "LĐLĐ huyện Vị Xuyên: Giao chỉ tiêu thi đua\n\n"
        "Thực hiện Kế hoạch số 05/KH-LĐLĐ ngày 5/1/2022 của LĐLĐ tỉnh, các đơn vị"
        " tập trung: kết nạp\n"
        "mới 40 đoàn viên; trao 12 suất quà; tổ chức hội thi và giao lưu với công"
        " nhân trên địa bàn.\n"
    )
    read = read_text(text)

    assert read.title == "LĐLĐ huyện Vị Xuyên: Giao chỉ tiêu thi đua"
    assert (read.full_number, read.year_or_school_year) == (None, "2022")
    assert [cited.number for cited in read.citations] == ["05/KH-LĐLĐ"]
    assert [target.value for target in read.targets] == [40, 12]


def test_place_and_date_above_the_signature():
    text = (
        "CÔNG ĐOÀN XÃ KIM BÔI\n\nLỜI PHÁT ĐỘNG\nThi đua năm 2024\n\nThưa các đồng chí!\n\n"
        "Tôi phát động đợt thi đua.\n\nKim Bôi, ngày 5 tháng 1 năm 2024\nTM. BAN"
        " CHẤP HÀNH\nCHỦ TỊCH\n\nLê An"
    )
    read = read_text(text)

    assert (read.place, read.date) == ("Kim Bôi", date(2024, 1, 5))


def test_minutes_are_dated_by_their_first_sentence():
    text = (
        "CÔNG ĐOÀN XÃ KIM BÔI\n\nBIÊN BẢN\nHọp Ban Chấp hành\n\n"
        "Hôm nay, vào lúc 8 giờ 00 ngày 12 tháng 5 năm 2020, tại hội trường.\n\nI."
        " THÀNH PHẦN\n1. A."
    )

    assert read_text(text).date == date(2020, 5, 12)


def test_the_letters_that_look_like_d_with_stroke_are_read_as_it():
    printed = "CÔNG ĐOÀN NGÀNH ĐIỆN\nSố: 05/KH-CĐĐ\n\nKẾ HOẠCH\nPhát động thi đua năm 2024"

    read = read_text(printed.replace("Đ", "Ð").replace("đ", "ð"))

    assert read.text == printed
    assert (read.issuing_body, read.full_number) == ("CÔNG ĐOÀN NGÀNH ĐIỆN", "05/KH-CĐĐ")
