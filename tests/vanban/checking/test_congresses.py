import datetime as dt

import pytest

from checking.findings import found, said
from vanban.checking.check import check

DAY = dt.date(2024, 2, 5)


@pytest.mark.parametrize(
    "text",
    [
        "Đại hội XIII Công đoàn Việt Nam, nhiệm kỳ 2023 - 2028",
        "Đại hội Công đoàn Việt Nam lần thứ XII, nhiệm kỳ 2018 - 2023",
        "Đại hội đại biểu toàn quốc lần thứ XIII của Đảng",
        "Đại hội XX Công đoàn tỉnh, nhiệm kỳ 2023 - 2028",
        "Đại hội XIII Công đoàn Giáo dục tỉnh, nhiệm kỳ 2023 - 2028",
        "Đại hội Đảng bộ tỉnh lần thứ XIII, nhiệm kỳ 2020 - 2025",
    ],
)
def test_congresses_with_their_own_years_and_those_of_others(text):
    reading = said(text, date=DAY)

    assert found("congress-term", reading) == found("congress-year", reading) == []


def test_the_term_of_another_congress():
    reading = said("Đại hội XII Công đoàn Việt Nam, nhiệm kỳ 2023 - 2028")

    assert found("congress-term", reading) == [("2023 - 2028", None)]


def test_years_that_only_are_general_knowledge_are_asked_about():
    reading = said("Đại hội lần thứ XIII của Đảng, nhiệm kỳ 2016 - 2021", date=DAY)

    (severity,) = {one.severity for one in check(reading) if one.rule == "congress-term"}
    assert severity == "ask"


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("thực hiện Nghị quyết Đại hội XII Công đoàn Việt Nam", 1),
        ("thực hiện Nghị quyết Đại hội XIV Công đoàn Việt Nam", 1),
        ("chào mừng Đại hội XIV Công đoàn Việt Nam", 0),
        ("kết quả từ Đại hội XII Công đoàn Việt Nam đến nay", 0),
    ],
)
def test_resolutions_not_yet_or_no_longer_carried_out(text, times):
    reading = said(text, date=DAY, doc_type="Kế hoạch")

    assert len(found("congress-year", reading)) == times


@pytest.mark.parametrize("term", ["2023 - 2028", "2022-2025", "2025 – 2027"])
def test_terms_of_usual_length(term):
    assert found("term-length", said(f"nhiệm kỳ {term}")) == []


@pytest.mark.parametrize("term", ["2023 - 2027", "2028 - 2023", "2020 - 2030"])
def test_terms_of_another_length(term):
    assert found("term-length", said(f"nhiệm kỳ {term}")) == [(term, None)]
