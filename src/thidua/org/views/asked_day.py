"""The day for which a page about the organisation is asked: `?ngay=15/03/2024`."""

from datetime import date

from django.core.exceptions import ValidationError

from thidua.core.fields import parse_day
from thidua.org.http import Request

LONGEST = 30


def asked_day(request: Request) -> date:
    """The day in the address; today where there is none or none that can be read."""
    typed = request.GET.get("ngay", "")[:LONGEST]
    try:
        return parse_day(typed) if typed.strip() else request.actor.day
    except ValidationError:
        return request.actor.day


def day_in_address(day: date, today: date) -> str:
    """What the links of such a page carry on; nothing on the page of today."""
    return "" if day == today else f"?ngay={day:%d/%m/%Y}"
