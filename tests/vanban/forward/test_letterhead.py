import pytest
from tests.vanban.forward.papers import plan

from vanban.forward import CannotMove, forward, next_year
from vanban.reading.read import read_text


def test_number_and_day_are_left_open_and_the_symbol_is_kept():
    result = forward(plan("Một."), 2025)
    lines = result.text.split("\n")

    assert lines[2:4] == ["Số: …/KH-CĐCS", "Nghệ An, ngày … tháng … năm 2025"]
    reading = read_text(result.text)
    assert (reading.number, reading.symbol, reading.place) == (None, "KH-CĐCS", "Nghệ An")


def test_a_year_inside_the_symbol_moves():
    text = plan("Một.").replace("12/KH-CĐCS", "12/2024/KH-CĐCS")

    assert "Số: …/2025/KH-CĐCS" in forward(text, 2025).text


def test_an_open_date_moves_with_the_plan_even_if_it_is_of_the_year_before():
    text = plan("Một.", name="năm 2025", date="… tháng 12 năm 2024")

    assert "Nghệ An, ngày … tháng 12 năm 2025\n" in forward(text, 2026).text


def test_a_hand_does_not_sign_the_next_plan():
    text = plan("Một.").replace("CHỦ TỊCH\n", "CHỦ TỊCH\n(Đã ký)\n")
    result = forward(text, 2025)

    assert "Đã ký" not in result.text
    assert "CHỦ TỊCH\n\nTrần Văn Lâm" in result.text


def test_the_signatory_is_kept_and_asked_about():
    result = forward(plan("Một."), 2025)

    flag = result.flags[-1]
    assert (flag.kind, result.text[slice(*flag.span)]) == ("signatory", "Trần Văn Lâm")


def test_an_annex_names_its_document_without_number():
    text = plan("Một.") + "\nPHỤ LỤC\n(Kèm theo Kế hoạch số 12/KH-CĐCS ngày 10/01/2024)\n"

    assert "(Kèm theo Kế hoạch số ……/KH-CĐCS ngày …/…/2025)" in forward(text, 2025).text


def test_a_school_year_is_named_by_the_year_it_begins_in():
    text = plan("Tổng kết tháng 5/2024, học kỳ I từ 05/9/2023.", name="năm học 2023 - 2024")
    result = forward(text.replace("10 tháng 01 năm 2024", "05 tháng 9 năm 2023"), 2024)

    assert (result.old_year, result.new_year) == ("2023-2024", "2024-2025")
    assert "năm học 2024 - 2025" in result.text
    assert "Tổng kết tháng 5/2025, học kỳ I từ 05/9/2024." in result.text


def test_a_round_year_in_the_title_is_asked_about_with_the_number_chosen_for_it():
    name = "kỷ niệm 95 năm Ngày thành lập Công đoàn Việt Nam (28/7/1929 - 28/7/2024)"
    result = forward(plan("Biểu dương 95 đoàn viên, 95% đạt.", name=name), 2025)

    assert "kỷ niệm 96 năm" in result.text
    assert [flag.kind for flag in result.flags] == ["round-year", "same-number", "signatory"]
    assert "Biểu dương 95 đoàn viên, 95% đạt." in result.text


def test_a_programme_for_several_years_is_no_plan_of_one():
    result = forward(plan("Một.", name="giai đoạn 2023 - 2025"), 2025)

    assert [flag.kind for flag in result.flags] == ["multi-year", "signatory"]


def test_the_year_after_the_plan_is_offered_not_the_year_after_its_date():
    assert next_year(plan("Một.", name="năm 2025", date="25 tháng 12 năm 2024")) == 2026
    assert next_year(plan("Một.", name="năm học 2023 - 2024")) == 2024


@pytest.mark.parametrize("year", [2024, 2023, 2035, 1])
def test_only_the_years_ahead_can_be_reached(year):
    with pytest.raises(CannotMove, match="của năm 2024; chỉ chuyển được sang các năm 2025–2034"):
        forward(plan("Một."), year)


def test_a_text_without_a_year_cannot_be_moved():
    with pytest.raises(CannotMove, match="không cho biết là của năm nào"):
        forward("Mua 2 kg gạo và 1 chục trứng.", 2025)


def test_the_theme_of_the_year_is_asked_about():
    result = forward(plan("Chủ đề thi đua: “Đổi mới, sáng tạo, hiệu quả”."), 2025)

    theme = next(flag for flag in result.flags if flag.kind == "theme")
    assert result.text[slice(*theme.span)] == "Đổi mới, sáng tạo, hiệu quả"
