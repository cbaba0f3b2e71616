"""Now and today. The only place where the application reads the clock.

An ordinary installation lives on the real day of Asia/Ho_Chi_Minh. The sample year lives on a day
of its own (`settings.SAMPLE_DAY_FILE`): the date is assumed, the time of day is the real one.
"""

import datetime as dt
from pathlib import Path

from django.conf import settings
from django.utils import timezone


def now() -> dt.datetime:
    """The moment, aware, in the time zone of the installation."""
    real = timezone.localtime()
    day = sample_day()
    if day is None:
        return real
    return timezone.make_aware(dt.datetime.combine(day, real.time()))


def real_now() -> dt.datetime:
    """The moment by the real clock, also in the sample year: for what lies on a disk."""
    return timezone.localtime()


def today() -> dt.date:
    """The day on which everything is judged: rights, due dates, books."""
    return now().date()


def sample_day() -> dt.date | None:
    """The assumed day of the sample year, or None when the real clock rules."""
    if settings.SAMPLE_DAY_FILE is None:
        return None
    path = Path(settings.SAMPLE_DAY_FILE)
    if not path.exists():
        return SAMPLE_DAYS[0]
    return dt.date.fromisoformat(path.read_text(encoding="ascii").strip())


def set_sample_day(day: dt.date) -> None:
    """Move the sample year to `day`, for every process of the installation at once."""
    if settings.SAMPLE_DAY_FILE is None:
        raise RuntimeError("only the sample year has a day of its own")
    path = Path(settings.SAMPLE_DAY_FILE)
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    fresh.write_text(day.isoformat(), encoding="ascii")
    fresh.replace(path)


SAMPLE_DAYS = (dt.date(2024, 3, 15), dt.date(2022, 3, 15), dt.date(2023, 10, 15))
"""The days on which the five sample plans are alive; the first is the default."""
