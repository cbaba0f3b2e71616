"""The sample year: an organisation around five real plans, taken in by the real intake."""

from collections.abc import Callable

from django.db import connection, transaction

from thidua.org.models import Unit
from thidua.oversight.sample import (
    cascading,
    deciding,
    doing,
    pledging,
    reporting,
    rewarding,
    telling,
    year,
)
from thidua.oversight.sample.organisation import build_organisation
from thidua.oversight.sample.stage import Stage, carry_out, forget


def _count_rows() -> None:
    """Tell PostgreSQL how large the new tables are; it would plan for empty ones until it looks."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


ROOMS = (year, cascading, pledging, doing, reporting, rewarding, deciding, telling)
"""What falls on one day happens in this order."""


def live(stage: Stage) -> None:
    """Everything that happens in the sample year, day by day."""
    forget()
    carry_out(deed for room in ROOMS for deed in room.deeds(stage))


def load_sample(say: Callable[[str], object], *, plans: bool = True) -> bool:
    """Fill an empty installation with the sample year; False when it is not empty.

    Without `plans` only the organisation is built, for those who want to take them in themselves.

    All or nothing: a start that was broken off leaves an empty installation behind.
    """
    if Unit.objects.exists():
        return False
    with transaction.atomic():
        say("Đang dựng tổ chức mẫu…")
        units = build_organisation()
        _count_rows()
        if plans:
            say("Đang đọc năm kế hoạch mẫu và dựng một năm hoạt động…")
            live(Stage(units))
    return True
