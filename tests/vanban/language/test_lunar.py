import datetime as dt

import pytest

from vanban.language.lunar import can_chi, find_year_names, tet

KNOWN_TET = [
    "1968-01-29",
    "1975-02-11",
    "1985-01-21",
    "2000-02-05",
    "2007-02-17",
    "2019-02-05",
    "2020-01-25",
    "2021-02-12",
    "2022-02-01",
    "2023-01-22",
    "2024-02-10",
    "2025-01-29",
    "2026-02-17",
]
YEARS = range(1968, 2051)


@pytest.mark.parametrize("day", KNOWN_TET)
def test_tet_of_known_years(day):
    date = dt.date.fromisoformat(day)

    assert tet(date.year) == date


@pytest.mark.parametrize("year", YEARS)
def test_tet_lies_between_late_january_and_late_february(year):
    assert dt.date(year, 1, 20) <= tet(year) <= dt.date(year, 2, 21)


@pytest.mark.parametrize("year", YEARS)
def test_a_lunar_year_has_twelve_or_thirteen_months(year):
    assert (tet(year + 1) - tet(year)).days in {353, 354, 355, 383, 384, 385}


@pytest.mark.parametrize("year", [1600, 2101])
def test_years_outside_the_calendar_are_refused(year):
    with pytest.raises(ValueError, match="range"):
        tet(year)


@pytest.mark.parametrize(
    ("year", "name"),
    [
        (1945, "Ất Dậu"),
        (1984, "Giáp Tý"),
        (2022, "Nhâm Dần"),
        (2023, "Quý Mão"),
        (2024, "Giáp Thìn"),
        (2025, "Ất Tỵ"),
        (2026, "Bính Ngọ"),
    ],
)
def test_names_of_years(year, name):
    assert can_chi(year) == name


def test_sixty_years_have_sixty_names():
    assert len({can_chi(year) for year in range(1984, 2044)}) == 60
    assert can_chi(1984) == can_chi(2044)


@pytest.mark.parametrize(
    ("text", "name", "year"),
    [
        ("Tết Nguyên đán Giáp Thìn 2024 theo phương châm", "Giáp Thìn", 2024),
        ("Xuân QUÝ MÃO năm 2023", "Quý Mão", 2023),
        ("Tết Kỉ Hợi (2019)", "Kỷ Hợi", 2019),
        ("Tết Ất Tị - 2025", "Ất Tỵ", 2025),
        ("Tết Nhâm Dần, năm học 2021-2022", "Nhâm Dần", None),
        ("Tết Nhâm Dần 2021-2022", "Nhâm Dần", None),
        ("Giáp Sửu", "Giáp Sửu", None),
    ],
)
def test_a_name_is_found_with_the_year_beside_it(text, name, year):
    (found,) = find_year_names(text)

    assert (found.name, found.year) == (name, year)


def test_the_span_covers_the_name_alone():
    text = "Tết Giáp Thìn 2024"

    (found,) = find_year_names(text)

    assert text[slice(*found.span)] == "Giáp Thìn"


@pytest.mark.parametrize("text", ["chăm sóc quý thân nhân", "Giáp ranh Thìn", "năm 2024"])
def test_other_words_are_no_names(text):
    assert list(find_year_names(text)) == []
