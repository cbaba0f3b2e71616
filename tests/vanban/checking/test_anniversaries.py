import pytest

from checking.findings import found, messages, said
from vanban.checking.check import check

TEACHERS = "kỷ niệm 40 năm Ngày Nhà giáo Việt Nam (20/11/1983 - 20/11/2022)"


def test_a_wrong_base_year_is_said_with_the_whole_sum():
    (message,) = messages("anniversary-base-year", said(TEACHERS))

    assert message == (
        "40 năm không khớp với năm gốc 1983: 2022 - 1983 = 39. "
        "Năm gốc đúng là 1982; 2022 - 1982 = 40."
    )


def test_the_year_alone_is_marked_and_replaced():
    assert found("anniversary-base-year", said(TEACHERS)) == [("1983", "1982")]


def test_a_wrong_base_year_is_said_once():
    rules = [finding.rule for finding in check(said(TEACHERS)) if "anniversary" in finding.rule]

    assert rules == ["anniversary-base-year"]


def test_base_year_and_count_wrong_together_agree_with_each_other_only():
    reading = said("kỷ niệm 39 năm Ngày Nhà giáo Việt Nam (20/11/1983 - 20/11/2022)")

    assert found("anniversary-base-year", reading) == [("1983", "1982")]
    assert found("anniversary-count", reading) == [("39", None)]


@pytest.mark.parametrize(
    "text",
    [
        "92 năm Ngày thành lập Đảng Cộng sản Việt Nam (03/02/1930 - 03/02/2022)",
        "47 năm Ngày Giải phóng hoàn toàn miền Nam, thống nhất đất nước (30/4/1975 - 30/4/2022)",
        "77 năm Cách mạng tháng Tám và Quốc khánh nước CHXHCN Việt Nam (02/9/1945 - 02/9/2022)",
        "77 năm Ngày Cách mạng tháng Tám (19/8/1945 - 19/8/2022)",
        "93 năm Ngày thành lập Công đoàn Việt Nam (28/7/1929)",
        "kỷ niệm lần thứ 132 ngày sinh Chủ tịch Hồ Chí Minh (19.5.1890 - 19.5.2022)",
        "93 năm Ngày thành lập Công đoàn Việt Nam (1929 - 2022)",
        "kỷ niệm 16 năm ngày thành lập Trường (08/6/2006 - 08/6/2022)",
        "5 năm thực hiện Nghị quyết 02 (01/01/2016 - 31/12/2020)",
        "Kế hoạch 5 năm phát triển kinh tế - xã hội (2021 - 2025)",
        "92 năm\nNgày thành lập Đảng Cộng sản\nViệt Nam (03/02/1930 - 03/02/2022)",
        "30 nam giới tham gia (01/5/1990 - 01/5/2022)",
    ],
)
def test_right_counts_are_left_alone(text):
    assert [one.rule for one in check(said(text)) if "anniversary" in one.rule] == []


def test_a_wrong_count_of_a_known_day_has_a_fix():
    reading = said("91 năm Ngày thành lập Đảng (3/2/1930 - 3/2/2022)")

    assert found("anniversary-count", reading) == [("91", "92")]


def test_of_an_unknown_day_nobody_knows_which_number_is_wrong():
    reading = said("kỷ niệm 15 năm ngày thành lập Trường (08/6/2006 - 08/6/2022)")

    assert found("anniversary-count", reading) == [("15", None)]


def test_with_one_date_the_year_of_the_plan_is_celebrated():
    reading = said("92 năm Ngày thành lập Công đoàn Việt Nam (28/7/1929)")

    assert found("anniversary-count", reading) == [("92", "93")]


@pytest.mark.parametrize("years", [94, 95])
def test_a_school_year_may_celebrate_in_both_its_years(years):
    reading = said(f"{years} năm Ngày thành lập Công đoàn Việt Nam (28/7/1929)", "2023-2024")

    assert found("anniversary-count", reading) == []


def test_without_dates_a_known_day_is_counted_against_the_plan():
    reading = said("68 năm ngày Chiến thắng Điện Biên Phủ, 131 năm ngày sinh Chủ tịch Hồ Chí Minh;")

    assert found("anniversary-count-plan", reading) == [("131", "132")]


@pytest.mark.parametrize(
    "text",
    [
        "90 năm thành lập Đảng bộ tỉnh",
        "70 năm ngày thành lập Công đoàn Giáo dục tỉnh",
        "50 năm ngày thành lập Công đoàn Dầu khí Việt Nam",
        "10 năm xây dựng nông thôn mới",
    ],
)
def test_days_that_only_sound_alike_are_not_judged(text):
    assert found("anniversary-count-plan", said(text)) == []


def test_the_union_of_teachers_has_a_day_of_its_own():
    reading = said("71 năm ngày thành lập Công đoàn Giáo dục Việt Nam (22/7/1951 - 22/7/2022)")

    assert [one for one in check(reading) if "anniversary" in one.rule] == []


def test_a_known_day_on_another_day():
    reading = said("93 năm Ngày thành lập Công đoàn Việt Nam (27/7/1929 - 28/7/2022)")

    assert found("anniversary-day", reading) == [("27/7/1929", "28/7/1929")]


def test_two_days_in_one_bracket_of_an_unknown_day():
    reading = said("kỷ niệm 16 năm ngày thành lập Trường (08/6/2006 - 09/6/2022)")

    assert found("anniversary-days-differ", reading) == [("09/6/2022", None)]


def test_a_year_left_over_from_an_older_plan():
    reading = said("91 năm Ngày thành lập Đảng (3/2/1930 - 3/2/2021)")

    assert found("anniversary-year", reading) == [("2021", None)]


def test_a_plan_may_look_ahead():
    reading = said("93 năm Ngày thành lập Đảng (3/2/1930 - 3/2/2023)")

    assert [one for one in check(reading) if "anniversary" in one.rule] == []


def test_a_plan_without_a_year_is_not_counted_against():
    assert found("anniversary-count-plan", said("91 năm Ngày thành lập Đảng;", None)) == []
