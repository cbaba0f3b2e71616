from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from thidua.core import clock

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


def test_the_sample_year_lives_on_its_own_day():
    clock.set_sample_day(date(2022, 3, 15))

    assert clock.today() == date(2022, 3, 15)
    assert clock.now().utcoffset() == timedelta(hours=7)


def test_the_first_sample_day_is_the_default(settings, tmp_path):
    settings.SAMPLE_DAY_FILE = tmp_path / "not-there"

    assert clock.today() == date(2024, 3, 15)


def test_an_ordinary_installation_lives_on_the_real_day_of_viet_nam(settings):
    settings.SAMPLE_DAY_FILE = None
    before = datetime.now(HANOI)  # noqa: TID251 -- the real clock is what this test compares with

    assert before <= clock.now() < before + timedelta(minutes=1)


def test_an_ordinary_installation_cannot_be_moved(settings):
    settings.SAMPLE_DAY_FILE = None

    with pytest.raises(RuntimeError, match="sample year"):
        clock.set_sample_day(date(2022, 3, 15))
