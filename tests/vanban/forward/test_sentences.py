"""One sentence of a plan of 2024 each, and what it says in the plan of 2025."""

import pytest
from tests.vanban.forward.papers import Sentence

MOVED = {
    "Thi đua hoàn thành nhiệm vụ năm 2024.": "Thi đua hoàn thành nhiệm vụ năm 2025.",
    "Hoàn thành mục tiêu năm 2024, NĂM 2024.": "Hoàn thành mục tiêu năm 2025, NĂM 2025.",
    "Chấp hành kỷ luật lao động năm 2024.": "Chấp hành kỷ luật lao động năm 2025.",
    "Chăm lo học sinh năm 2024; họp mặt tháng 5/2024.": (
        "Chăm lo học sinh năm 2025; họp mặt tháng 5/2025."
    ),
    "Đợt 1: Từ 01/01/2024 đến 30/6/2024; đợt 2: từ 01/7 - 31/12/2024.": (
        "Đợt 1: Từ 01/01/2025 đến 30/6/2025; đợt 2: từ 01/7 - 31/12/2025."
    ),
    "Từ tháng 01/2024 đến hết quý IV năm 2024.": "Từ tháng 01/2025 đến hết quý IV năm 2025.",
    "Tổng kết ngày 10-01-2025; kế hoạch năm 2025.": "Tổng kết ngày 10-01-2026; kế hoạch năm 2026.",
    "Từ 15/12/2023 đến 31/12/2024.": "Từ 15/12/2024 đến 31/12/2025.",
    "Đợt 1 đến hết ngày 29/02/2024.": "Đợt 1 đến hết ngày 28/02/2025.",
    "Năm học 2023-2024 và 2024 - 2025.": "Năm học 2024-2025 và 2025 - 2026.",
    "Mùa thi 2024; vụ 2024-2025.": "Mùa thi 2025; vụ 2025-2026.",
    "Phát huy kết quả đạt được trong năm 2023.": "Phát huy kết quả đạt được trong năm 2024.",
    "Họp thứ Bảy, ngày 20/7/2024.": "Họp Chủ nhật, ngày 20/7/2025.",
    "Họp Chủ nhật, ngày 19/5/2024.": "Họp thứ Hai, ngày 19/5/2025.",
    "Họp ngày 09/9/2024 (Thứ 2).": "Họp ngày 09/9/2025 (Thứ 3).",
    "Họp thứ tư, ngày 10/4.": "Họp thứ năm, ngày 10/4.",
    "Kỷ niệm 95 năm Ngày thành lập Công đoàn Việt Nam (28/7/1929 - 28/7/2024).": (
        "Kỷ niệm 96 năm Ngày thành lập Công đoàn Việt Nam (28/7/1929 - 28/7/2025)."
    ),
    "Kỷ niệm 15 năm Ngày thành lập Công ty (12/5/2009 - 12/5/2024).": (
        "Kỷ niệm 16 năm Ngày thành lập Công ty (12/5/2009 - 12/5/2025)."
    ),
    "Kỷ niệm 134 năm Ngày sinh Chủ tịch Hồ Chí Minh.": (
        "Kỷ niệm 135 năm Ngày sinh Chủ tịch Hồ Chí Minh."
    ),
    "Kỷ niệm 80 năm Ngày thành lập Quân đội nhân dân Việt Nam.": (
        "Kỷ niệm 81 năm Ngày thành lập Quân đội nhân dân Việt Nam."
    ),
    "Kỷ niệm lần thứ 79 Ngày Quốc khánh (02/9/1945).": (
        "Kỷ niệm lần thứ 80 Ngày Quốc khánh (02/9/1945)."
    ),
    "Chào mừng Ngày Nhà giáo Việt Nam 20/11/2024.": "Chào mừng Ngày Nhà giáo Việt Nam 20/11/2025.",
    "Chào mừng 49 năm Ngày Giải phóng miền Nam, 79 năm Quốc khánh 2/9.": (
        "Chào mừng 50 năm Ngày Giải phóng miền Nam, 80 năm Quốc khánh 2/9."
    ),
    "Đón Tết Nguyên đán Giáp Thìn 2024.": "Đón Tết Nguyên đán Ất Tỵ 2025.",
    "Chào mừng Tết Giáp Thìn và ngày 08/3; từ 01/01 đến 08/3/2024.": (
        "Chào mừng Tết Ất Tỵ và ngày 08/3; từ 01/01 đến 08/3/2025."
    ),
    "MỪNG XUÂN GIÁP THÌN, đón Xuân Ất Tỵ 2025.": "MỪNG XUÂN ẤT TỴ, đón Xuân Bính Ngọ 2026.",
    "Tháng Công nhân lần thứ 16 năm 2024.": "Tháng Công nhân lần thứ 17 năm 2025.",
    "Năm 2024 là năm thứ hai thực hiện Nghị quyết.": "Năm 2025 là năm thứ ba thực hiện Nghị quyết.",
    "Đây là năm đầu thực hiện Nghị quyết.": "Đây là năm thứ hai thực hiện Nghị quyết.",
}

KEPT = (
    "Thực hiện Nghị quyết số 02-NQ/TW ngày 12/6/2021 của Bộ Chính trị.",
    "Căn cứ Luật Công đoàn năm 2012, Luật Thi đua, khen thưởng năm 2022.",
    "Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ.",
    "Nghị quyết số 18/2024/NQ-HĐND ngày 12/7/2024 của Hội đồng nhân dân tỉnh.",
    "Trồng cây xanh giai đoạn 2021-2025; chiến lược giai đoạn 2021 - 2030.",
    "Nghị quyết Đại hội XIII Công đoàn Việt Nam, nhiệm kỳ 2023-2028.",
    "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng.",
    "Noi gương Tổng tiến công Tết Mậu Thân 1968.",
    "Mục tiêu đến năm 2030 có 100% tổ công đoàn số.",
    "Kết nạp 2024 đoàn viên; trao 2.024 suất quà, 2.024.000 đồng.",
    "Công ty thành lập ngày 12/5/2009, đổi tên năm 2015.",
    "Xem https://congdoan.vn/2024/01/bai.html.",
    "Phấn đấu 95% đoàn viên đạt từ 02 sáng kiến trở lên trong 90 ngày đêm.",
    "Chào mừng Ngày Quốc tế Phụ nữ 08/3.",
)


@pytest.mark.parametrize(("old", "new"), MOVED.items())
def test_what_follows_from_the_calendar_is_done_without_asking(old, new):
    sentence = Sentence(old)

    assert sentence.text == new
    assert sentence.flags == []


@pytest.mark.parametrize("old", KEPT)
def test_history_goals_and_figures_stay(old):
    sentence = Sentence(old)

    assert sentence.text == old
    assert sentence.flags == []


FLAGGED = {
    "Kế hoạch số 05/KH-LĐLĐ ngày 05/01/2024 của Liên đoàn Lao động tỉnh.": (
        "Kế hoạch số ……/KH-LĐLĐ ngày …/…/2025 của Liên đoàn Lao động tỉnh.",
        "citation",
    ),
    "Công văn số 1120/LĐLĐ ngày 20 tháng 12 năm 2023 của Liên đoàn Lao động tỉnh.": (
        "Công văn số ……/LĐLĐ ngày … tháng … năm 2024 của Liên đoàn Lao động tỉnh.",
        "citation",
    ),
    "Quyết định số 12/QĐ-LĐLĐ ngày 05/01/2024 về giao chỉ tiêu năm 2024.": (
        "Quyết định số ……/QĐ-LĐLĐ ngày …/…/2025 về giao chỉ tiêu năm 2025.",
        "citation",
    ),
    "Báo cáo trước ngày 15/3/2024.": ("Báo cáo trước ngày 15/3/2025.", "deadline-weekend"),
    "Đăng ký chậm nhất ngày 15/3.": ("Đăng ký chậm nhất ngày 15/3.", "deadline-weekend"),
    "Họp thứ Sáu, ngày 19/7/2024.": ("Họp thứ Bảy, ngày 19/7/2025.", "weekend"),
    "Họp mặt ngày 29/02/2024.": ("Họp mặt ngày 28/02/2025.", "leap-day"),
    "Giai đoạn 2020-2024 kết thúc tốt đẹp.": ("Giai đoạn 2020-2024 kết thúc tốt đẹp.", "term"),
    "So với năm 2023, tăng 10%.": ("So với năm 2023, tăng 10%.", "past-year"),
    "Từ năm 2024, mỗi tổ có tủ sách.": ("Từ năm 2025, mỗi tổ có tủ sách.", "since"),
    "Quy định có hiệu lực từ 01/7/2024.": ("Quy định có hiệu lực từ 01/7/2024.", "since"),
    "Chỉ tiêu đến năm 2024 đạt 80%.": ("Chỉ tiêu đến năm 2024 đạt 80%.", "goal"),
    "Kỷ niệm 20 năm thành lập Công ty.": ("Kỷ niệm 21 năm thành lập Công ty.", "anniversary"),
    "Kỷ niệm chín mươi lăm năm Ngày thành lập Công đoàn Việt Nam.": (
        "Kỷ niệm chín mươi lăm năm Ngày thành lập Công đoàn Việt Nam.",
        "anniversary",
    ),
    "Nghỉ Tết từ ngày 08/02/2024.": ("Nghỉ Tết từ ngày 08/02/2025.", "tet-date"),
    "Hội thi thợ giỏi lần thứ VII, năm 2024.": (
        "Hội thi thợ giỏi lần thứ VII, năm 2025.",
        "event",
    ),
    "Tháng Công nhân lần thứ 5 năm 2024.": ("Tháng Công nhân lần thứ 6 năm 2025.", "event"),
    "Năm 2024 là năm bản lề thực hiện Nghị quyết.": (
        "Năm 2025 là năm bản lề thực hiện Nghị quyết.",
        "counter",
    ),
    "Năm 2024 là năm thứ 5 thực hiện Nghị quyết.": (
        "Năm 2025 là năm thứ 5 thực hiện Nghị quyết.",
        "counter",
    ),
    "Nghị quyết Đại hội Công đoàn ngành lần thứ VI.": (
        "Nghị quyết Đại hội Công đoàn ngành lần thứ VI.",
        "congress",
    ),
    "Thi đua tiến tới Đại hội Công đoàn tỉnh lần thứ XX.": (
        "Thi đua tiến tới Đại hội Công đoàn tỉnh lần thứ XX.",
        "congress",
    ),
    "Thi đua chào mừng Đại hội XIV Công đoàn Việt Nam.": (
        "Thi đua chào mừng Đại hội XIV Công đoàn Việt Nam.",
        "congress",
    ),
    "Năm 2024 là năm đầu phong trào được sơ kết.": (
        "Năm 2025 là năm đầu phong trào được sơ kết.",
        "counter",
    ),
    "Nghị quyết hội nghị người lao động ngày 05/01/2024.": (
        "Nghị quyết hội nghị người lao động ngày …/…/2025.",
        "past-day",
    ),
    "Thực hiện chỉ đạo của Huyện ủy Đô Lương.": (
        "Thực hiện chỉ đạo của Huyện ủy Đô Lương.",
        "ended-body",
    ),
    "Báo cáo Liên đoàn Lao động tỉnh Hòa Bình.": (
        "Báo cáo Liên đoàn Lao động tỉnh Hòa Bình.",
        "merged-province",
    ),
}


@pytest.mark.parametrize(("old", "new"), FLAGGED.items())
def test_what_cannot_be_known_is_flagged_in_place(old, new):
    sentence = Sentence(old)

    assert (sentence.text, sentence.flags) == (new[0], [new[1]])


def test_a_law_is_no_plan_even_in_the_year_it_was_passed():
    sentence = Sentence("Thực hiện Luật Công đoàn năm 2024 và kế hoạch công tác năm 2024.")

    assert sentence.text == "Thực hiện Luật Công đoàn năm 2024 và kế hoạch công tác năm 2025."
    assert sentence.flags == ["since"]


def test_a_congress_is_flagged_when_the_next_one_has_met():
    old = "Nghị quyết Đại hội XIII Công đoàn Việt Nam."

    assert Sentence(old, year=2025).flags == []
    assert Sentence(old, year=2026).messages == [
        "Đại hội XIII Công đoàn Việt Nam chỉ tính đến 06/2026: sau đó viện dẫn đại hội nào?"
    ]


def test_the_count_is_computed_from_the_right_base_year_when_the_printed_one_is_wrong():
    sentence = Sentence("Kỷ niệm 42 năm Ngày Nhà giáo Việt Nam (20/11/1983 - 20/11/2024).")

    assert sentence.text == "Kỷ niệm 43 năm Ngày Nhà giáo Việt Nam (20/11/1983 - 20/11/2025)."


def test_why_tells_the_sum_and_whether_the_year_is_round():
    result = Sentence("Kỷ niệm 79 năm Ngày Quốc khánh (02/9/1945 - 02/9/2024).").result

    why = {change.old: change.why for change in result.changes}
    assert why["79"] == "2025 - 1945 = 80 năm, năm tròn."


def test_a_superior_plan_is_blank_wherever_it_is_named():
    text = Sentence(
        "Thực hiện Kế hoạch số 05/KH-LĐLĐ ngày 05/01/2024 của Liên đoàn Lao động tỉnh; "
        "mẫu theo Kế hoạch 05/KH-LĐLĐ ngày 05/01/2024."
    ).text

    assert "05/" not in text
    assert text.count("……/KH-LĐLĐ ngày …/…/2025") == 2


def test_a_movement_that_has_ended_is_flagged_by_the_checker():
    old = "Phong trào “Cả nước chung sức xây dựng nông thôn mới”."

    assert Sentence(old, year=2025).flags == []
    assert Sentence(old, year=2026).flags == ["superseded-movement"]
