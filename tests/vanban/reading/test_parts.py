"""Single fields of small texts: the turns of phrase that other documents use."""

from datetime import date

import pytest

from vanban.reading.model import ReportingDuty
from vanban.reading.read import read_text

HEAD = "Số: 05/KH-CĐCS\nHà Nội, ngày 5 tháng 1 năm 2026\n\nKẾ HOẠCH\nThi đua năm 2026\n\n"


def body(text: str):
    return read_text(HEAD + text)


@pytest.mark.parametrize(
    ("line", "full_number", "number", "symbol"),
    [
        ("Số: 05/KH-CĐGD", "05/KH-CĐGD", "05", "KH-CĐGD"),
        ("Số: 01 /KH-CĐGD", "01/KH-CĐGD", "01", "KH-CĐGD"),
        ("Số 01-CĐCS", "01-CĐCS", "01", "CĐCS"),
        ("Số: 391/ LĐLĐ", "391/LĐLĐ", "391", "LĐLĐ"),
        ("Số: 4133/TLĐ-ToC", "4133/TLĐ-ToC", "4133", "TLĐ-ToC"),
        ("Số: 15-KH/CĐCS", "15-KH/CĐCS", "15", "KH/CĐCS"),
        ("Số:      /KH-CĐP", None, None, "KH-CĐP"),
    ],
)
def test_number_and_symbol(line, full_number, number, symbol):
    read = read_text(f"{line}\n\nKẾ HOẠCH\nThi đua năm 2026")

    assert (read.full_number, read.number, read.symbol) == (full_number, number, symbol)


def test_a_day_left_open_is_no_date_but_the_place_is_read():
    read = read_text("Số:    /KH-CĐP\nSa Đéc, ngày     tháng 3 năm 2026\n\nKẾ HOẠCH\nThi đua")

    assert (read.place, read.date) == ("Sa Đéc", None)


def test_the_kind_comes_from_the_symbol_when_it_is_not_printed():
    read = read_text("Số: 12/TB-LĐLĐ\n\nTriển khai giải bóng đá\n\nBan Thường vụ thông báo.")

    assert read.doc_type == "Thông báo"
    assert read.confidence["doc_type"] < body("Nội dung.").confidence["doc_type"]


@pytest.mark.parametrize(
    ("head", "kind", "title"),
    [
        ("KẾ HOẠCH\nPhát động thi đua\nnăm 2026", "Kế hoạch", "Phát động thi đua năm 2026"),
        ("KẾ HOẠCH PHÁT ĐỘNG THI ĐUA", "Kế hoạch", "PHÁT ĐỘNG THI ĐUA"),
        ("Kế hoạch phát động thi đua", "Kế hoạch", "phát động thi đua"),
        ("HƯỚNG DẪN\n\nTổ chức Tháng Công nhân", "Hướng dẫn", "Tổ chức Tháng Công nhân"),
        ("Kế hoạch này nhằm động viên đoàn viên.", None, None),
    ],
)
def test_the_kind_and_its_title(head, kind, title):
    read = read_text(f"Số: 5/LĐLĐ\n\n{head}\n\nCăn cứ tình hình thực tế, đơn vị triển khai.")

    assert (read.doc_type, read.title) == (kind, title)


@pytest.mark.parametrize(
    ("text", "issuing"),
    [
        (
            "Ban Chấp hành Công đoàn cơ sở Công ty Z xây dựng kế hoạch:",
            "Công đoàn cơ sở Công ty Z",
        ),
        ("Ban Thường vụ Công đoàn Xây dựng tỉnh phát động:", "Công đoàn Xây dựng tỉnh"),
        ("Công đoàn phường Tân Lập đề nghị các đơn vị:", "Công đoàn phường Tân Lập"),
        (
            "Hưởng ứng phong trào do Liên đoàn Lao động tỉnh phát động, BTV CĐGD huyện ban hành:",
            "CĐGD huyện",
        ),
        ("Các tổ công đoàn ký giao ước thi đua:", None),
    ],
)
def test_the_issuing_body_from_the_sentence_where_it_acts(text, issuing):
    assert body(text).issuing_body == issuing


def test_letterhead_is_surer_than_sentences():
    text = HEAD + "Ban Chấp hành Công đoàn phường A phát động:"
    printed = read_text("CÔNG ĐOÀN PHƯỜNG A\n" + text).confidence["issuing_body"]

    assert read_text(text).confidence["issuing_body"] < printed


@pytest.mark.parametrize(
    ("text", "kind", "number", "day", "issuer"),
    [
        (
            "Thực hiện Công văn số: 12/LĐLĐ-TG ngày 5/1/2026 của LĐLĐ tỉnh, các đơn vị",
            "Công văn",
            "12/LĐLĐ-TG",
            date(2026, 1, 5),
            "LĐLĐ tỉnh",
        ),
        (
            "Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ quy định chi tiết",
            "Nghị định",
            "98/2023/NĐ-CP",
            date(2023, 12, 31),
            "Chính phủ",
        ),
        ("Theo Nghị quyết 02-NQ/TW về đổi mới", "Nghị quyết", "02-NQ/TW", None, None),
        ("Kế hoạch số 51/KH-TLĐ - về phát động thi đua", "Kế hoạch", "51/KH-TLĐ", None, None),
        (
            "Nghị quyết ngày 12/6/2021 của Bộ Chính trị về đổi mới",
            "Nghị quyết",
            None,
            date(2021, 6, 12),
            "Bộ Chính trị",
        ),
        ("Quyết định số 7/QĐ-CĐCS ngày 31/4/2026", "Quyết định", "7/QĐ-CĐCS", None, None),
    ],
)
def test_citations(text, kind, number, day, issuer):
    (cited,) = body(text).citations

    assert (cited.kind, cited.number, cited.date, cited.issuer) == (kind, number, day, issuer)


@pytest.mark.parametrize(
    "text",
    ["Covid-19 và giai đoạn 2021-2025", "Nghị quyết Đại hội XIII", "ngày 30/4/1975 - 30/4/2026"],
)
def test_no_number_no_citation(text):
    assert body(text).citations == ()


def test_each_number_is_cited_once():
    text = "Kế hoạch số 5/KH-LĐLĐ của LĐLĐ tỉnh.\n\nTheo Kế hoạch số 5/KH-LĐLĐ thì làm."

    assert len(body(text).citations) == 1


@pytest.mark.parametrize(
    ("text", "name", "day", "month", "base_year", "ordinal"),
    [
        (
            "kỷ niệm 97 năm Ngày thành lập Công đoàn Việt Nam (28.7.1929 – 28.7.2026)",
            "Ngày thành lập Công đoàn Việt Nam",
            28,
            7,
            1929,
            97,
        ),
        ("chào mừng Ngày Nhà giáo Việt Nam 20/11", "Ngày Nhà giáo Việt Nam", 20, 11, None, None),
        ("nhân dịp ngày Quốc tế Phụ nữ (08/3/2026)", "ngày Quốc tế Phụ nữ", 8, 3, None, None),
        (
            "kỷ niệm 51 năm Ngày Giải phóng miền Nam, thống nhất đất nước, thi đua sôi nổi",
            "Ngày Giải phóng miền Nam, thống nhất đất nước",
            None,
            None,
            None,
            51,
        ),
        (
            "kỷ niệm 136 năm Ngày sinh Chủ tịch Hồ Chí Minh và triển khai chương trình",
            "Ngày sinh Chủ tịch Hồ Chí Minh",
            None,
            None,
            None,
            136,
        ),
        ("81 năm Cách mạng tháng Tám (1945 - 2026)", "Cách mạng tháng Tám", None, None, 1945, 81),
    ],
)
def test_commemorations(text, name, day, month, base_year, ordinal):
    (found,) = body(text).commemorations

    assert (found.name, found.day, found.month) == (name, day, month)
    assert (found.base_year, found.ordinal) == (base_year, ordinal)


@pytest.mark.parametrize(
    "text",
    [
        "các ngày lễ lớn trong năm",
        "chào mừng Đại hội Công đoàn các cấp",
        "tổng kết 10 năm Chỉ thị số 34-CT/TW",
        "kế hoạch 5 năm 2021-2025",
        "ngày 20/11/2026 tổ chức hội nghị",
        "ngày càng nâng cao chất lượng",
    ],
)
def test_what_is_no_commemoration(text):
    assert body(text).commemorations == ()


def test_a_fuller_mention_replaces_a_bare_one():
    text = "kỷ niệm 97 năm Ngày thành lập CĐVN.\n\nkỷ niệm 97 năm Ngày thành lập CĐVN (28/7/1929)."
    (found,) = body(text).commemorations

    assert (found.day, found.base_year) == (28, 1929)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("phong trào “Giỏi việc nước, đảm việc nhà”", ("Giỏi việc nước, đảm việc nhà",)),
        ('các phong trào: "Một"; "Hai" và "Ba"', ("Một", "Hai", "Ba")),
        ("chương trình “Tết Sum vầy” năm 2026", ("Tết Sum vầy",)),
        ("tích cực thi đua “Dạy tốt, học tốt”", ("Dạy tốt, học tốt",)),
        ("các hoạt động “Đền ơn đáp nghĩa”, “Vui khỏe”", ("Đền ơn đáp nghĩa",)),
        ("Nghị quyết của Bộ Chính trị về “Đổi mới tổ chức”", ()),
        ("phong trào thi đua với chủ đề “Về đích”", ()),
        ("phong trào thi đua theo phương châm “An toàn”", ()),
        ("phong trào “Một”, nhắc lại phong trào “MỘT”", ("Một",)),
        ("các phong trào “Một; phong trào “Hai”", ("Một", "Hai")),
    ],
)
def test_movements_are_told_by_the_nearest_cue(text, names):
    assert body(text).movements_named == names


def test_mottoes_are_quoted_and_each_once():
    text = "theo phương châm “An toàn”.\n\nvới mục tiêu “Vì đoàn viên”, khẩu hiệu: “An toàn”."

    assert body(text).slogans == ("An toàn", "Vì đoàn viên")


def test_a_theme_in_the_title():
    read = read_text(
        "KẾ HOẠCH\nPhát động thi đua năm 2026 với chủ đề “Công đoàn xanh”\n\nNội dung."
    )

    assert read.theme == "Công đoàn xanh"


def test_phases_inside_one_paragraph():
    first, second = body(
        "I. THỜI GIAN\nChia làm 02 đợt: Đợt 1 từ 01/01 đến 30/6/2026; Đợt 2: từ tháng 7 đến"
        " tháng 12, với chủ đề “Về đích”."
    ).phases

    assert (first.start, first.end) == (date(2026, 1, 1), date(2026, 6, 30))
    assert (second.start, second.end, second.theme) == (
        date(2026, 7, 1),
        date(2026, 12, 31),
        "Về đích",
    )


def test_phases_named_in_words():
    phases = body(
        "I. CÁC ĐỢT\n1. Đợt thi đua thứ nhất: chào mừng ngày 8/3 (từ 01/01 đến 31/3/2026).\n"
        "2. Đợt thi đua thứ hai (quý II/2026).\n3. Đợt cao điểm: từ 01/7 đến 28/7."
    ).phases

    assert [phase.name for phase in phases] == [
        "Đợt thi đua thứ nhất",
        "Đợt thi đua thứ hai",
        "Đợt cao điểm",
    ]
    assert [phase.end for phase in phases] == [
        date(2026, 3, 31),
        date(2026, 6, 30),
        date(2026, 7, 28),
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Đợt thi đua: từ ngày 01/02/2026 đến ngày 30/4/2026.", "Đợt thi đua"),
        ("- Đợt thi đua “Về đích”: từ 01/02 đến 30/4/2026;", "Đợt thi đua “Về đích”"),
        ("1. Thời gian đợt thi đua: từ ngày 01/02/2026 đến ngày 30/4/2026.", "Đợt thi đua"),
        (
            "CĐ phát động đợt thi đua:\n\nI. THỜI GIAN\nTừ 01/02 đến 30/4/2026.\n\nII. BÁO CÁO",
            "Đợt thi đua",
        ),
    ],
)
def test_a_single_wave_without_a_number_is_one_phase(text, name):
    (phase,) = body(text).phases

    assert (phase.name, phase.start, phase.end) == (name, date(2026, 2, 1), date(2026, 4, 30))


@pytest.mark.parametrize(
    "text",
    [
        "1. Thời gian họp: từ ngày 01/02/2026 đến ngày 30/4/2026.",
        "1. Thời gian: 8 giờ ngày 01/02/2026.",
        "Phát động đợt thi đua sôi nổi.\nTổng kết từ 01/02/2026 đến 30/4/2026.",
    ],
)
def test_a_time_that_is_not_called_a_wave_is_no_phase(text):
    assert body(text).phases == ()


def test_a_wave_mentioned_in_a_sentence_is_no_phase():
    assert body("Tổng kết Đợt 1 và khen thưởng kịp thời.").phases == ()


def test_years_of_an_anniversary_are_no_period():
    text = "Đợt 1: chào mừng Ngày thành lập Công đoàn Việt Nam (28/7/1929 - 28/7/2026).\nĐợt 2: a."

    assert [phase.start for phase in body(text).phases] == [None, None]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        (
            "Vận động 100% đoàn viên ký giao ước; tổ chức tốt.",
            [("Vận động 100% đoàn viên ký giao ước", 100, "%")],
        ),
        (
            "Phấn đấu 90% người lao động đăng ký, 80% đạt lao động tiên tiến.",
            [
                ("Phấn đấu 90% người lao động đăng ký", 90, "%"),
                ("80% đạt lao động tiên tiến", 80, "%"),
            ],
        ),
        ("Tất cả các CĐCS đều có công trình.", [("Tất cả các CĐCS đều có công trình", 100, "%")]),
        (
            "Kết nạp tối thiểu 1.500 đoàn viên mới.",
            [("Kết nạp tối thiểu 1.500 đoàn viên mới", 1500, "đoàn viên")],
        ),
        ("Đạt 98,5% kế hoạch.", [("Đạt 98,5% kế hoạch", 98.5, "%")]),
        ("theo phương châm “100% vì đoàn viên”.", []),
        ("phát động 02 đợt thi đua trong năm 2026.", []),
    ],
)
def test_targets(text, targets):
    assert [(t.text, t.value, t.unit) for t in body(text).targets] == targets


@pytest.mark.parametrize(
    ("text", "duty"),
    [
        (
            "Các CĐCS gửi báo cáo sơ kết về LĐLĐ huyện trước ngày 05/6 hằng năm.",
            ReportingDuty(
                "Các CĐCS", "LĐLĐ huyện", "trước ngày 05/6 hằng năm", "gửi báo cáo sơ kết"
            ),
        ),
        (
            "Các công đoàn cơ sở gửi báo cáo kết quả về CĐGD tỉnh trước ngày 05/8/2026.",
            ReportingDuty(
                "Các công đoàn cơ sở", "CĐGD tỉnh", "trước ngày 05/8/2026", "gửi báo cáo kết quả"
            ),
        ),
        (
            "Đề nghị các đơn vị triển khai và định kỳ 6 tháng báo cáo về Công đoàn phường.",
            ReportingDuty("các đơn vị", "Công đoàn phường", "định kỳ 6 tháng", "báo cáo"),
        ),
    ],
)
def test_reporting_duties(text, duty):
    assert body(text).reporting_duties == (duty,)


@pytest.mark.parametrize(
    "text",
    [
        "Đại hội nghe báo cáo tổng kết nhiệm kỳ.",
        "Công đoàn Giáo dục tỉnh tổ chức hội nghị báo cáo viên.",
        "Các công đoàn cơ sở rà soát nội dung, số báo cáo kết quả trước ngày 05/8/2026.",
    ],
)
def test_a_report_that_is_only_mentioned_is_no_duty(text):
    assert body(text).reporting_duties == ()


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("Thi đua năm học 2025 – 2026", "2025-2026"),
        ("Thi đua năm 2026", "2026"),
        ("Thi đua 6 tháng đầu năm 2026", "2026"),
        ("Thi đua chào mừng Đại hội", "2024"),
    ],
)
def test_the_year_of_the_title_else_of_the_letterhead(title, year):
    read = read_text(f"Hà Nội, ngày 5 tháng 1 năm 2024\n\nKẾ HOẠCH\n{title}\n\nNội dung sau:")

    assert read.year_or_school_year == year


def test_recipients_without_dashes():
    read = body(
        "Nội dung./.\n\nNơi nhận:\nLĐLĐ tỉnh;\nCác CĐCS;\nLưu: VT.\n\nCHỦ TỊCH\n\nLê Văn Tám"
    )

    assert read.recipients == ("LĐLĐ tỉnh", "Các CĐCS", "Lưu: VT")
    assert (read.signatory.post, read.signatory.name) == ("CHỦ TỊCH", "Lê Văn Tám")
