import datetime as dt

import pytest

from thidua.plans.corrections import corrected, steps, value_at
from vanban.reading.as_json import as_json
from vanban.reading.model import Phase, Reading

READ = Reading(
    full_number="01-CĐCS",
    number="01",
    symbol="CĐCS",
    date=dt.date(2022, 1, 5),
    phases=(Phase("Đợt 1", None, dt.date(2022, 6, 30)),),
)


def test_a_path_leads_to_its_value():
    assert steps("phases[0].commemorations[1].day") == [
        "phases",
        0,
        "commemorations",
        1,
        "day",
    ]
    assert value_at(as_json(READ), "phases[0].end") == "2022-06-30"
    assert value_at(as_json(READ), "phases[3].end") is None


def test_corrected_values_take_the_place_of_those_read():
    now = corrected(READ, {"phases[0].start": "2022-01-01", "date": None})

    assert now.phases[0] == Phase("Đợt 1", dt.date(2022, 1, 1), dt.date(2022, 6, 30))
    assert now.date is None


def test_the_full_number_follows_its_parts():
    assert corrected(READ, {"symbol": "KH-CĐCS"}).full_number == "01/KH-CĐCS"


@pytest.mark.parametrize("path", ["phases[4].start", "nowhere", "phases[0].nothing"])
def test_a_correction_whose_place_is_gone_is_passed_over(path):
    assert corrected(READ, {path: "2022-01-01"}) == READ
