"""The simulated year: everything in it happened by `TODAY`."""

from datetime import date, timedelta

YEAR = 2024
TODAY = date(2024, 11, 20)
"""The day on which a simulated installation is looked at."""
BEGAN = "2023-12-01 01:00:00"
"""When the organisation was entered, in UTC."""
COUNTED = ("2023-12-31", "2024-03-31", "2024-06-30", "2024-09-30")
"""Days on which members were counted."""
ADMITTED = ("2024-02-03", "2024-05-19", "2024-08-19", "2024-10-14")
"""Days on which members were admitted, one in every quarter."""
LEFT = ("2024-01-31", "2024-05-01", "2024-08-01", "2024-11-01")
"""First days on which somebody did not belong to the union any more, one in every quarter."""
DAYS = tuple((date(YEAR, 1, 1) + timedelta(days=count)).isoformat() for count in range(366))
"""The days of the year, counted from nought."""
BY_LEVEL = (4, 11, 18, 25)
"""On which of them plans are issued: at the top, then one step further down a week later."""
TODAY_COUNT = (TODAY - date(YEAR, 1, 1)).days


def moment(day: int, hour: int = 2, minute: int = 0) -> str:
    """A moment in UTC; two o'clock there is nine in the morning here."""
    return f"{DAYS[day]} {hour:02d}:{minute:02d}:00"
