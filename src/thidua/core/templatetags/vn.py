"""Dates, numbers and names as Vietnamese papers write them."""

import datetime as dt
from decimal import Decimal

from django import template
from django.utils import timezone
from django.utils.translation import gettext as _

register = template.Library()


@register.filter
def vn_date(value: dt.date | None) -> str:
    """`15/03/2024`. A moment is shown on the calendar of the installation; nothing stays empty."""
    day = _day(value)
    return f"{day:%d/%m}/{day.year}" if day else ""


@register.filter
def vn_date_long(value: dt.date | None) -> str:
    """`ngày 15 tháng 3 năm 2024`.

    Days under 10 and the first two months get a nought in front, as on every official paper.
    """
    day = _day(value)
    if day is None:
        return ""
    month = f"{day.month:02d}" if day.month <= PADDED_MONTHS else str(day.month)
    return _("ngày %(day)02d tháng %(month)s năm %(year)s") % {
        "day": day.day,
        "month": month,
        "year": day.year,
    }


@register.filter
def vn_number(value: Decimal | float | None) -> str:
    """`1.963` and `95,9`: dots between thousands, a comma before the fraction, no idle noughts."""
    if value is None or value == "":
        return ""
    whole, _point, fraction = f"{value:,}".partition(".")
    fraction = fraction.rstrip("0")
    return whole.replace(",", ".") + (f",{fraction}" if fraction else "")


@register.filter
def initials(name: str | None) -> str:
    """First letters of family name and given name: `Phạm Thu Hà` is `PH`.

    The words between are left out, or half of the women would share the T of *Thị*.
    """
    words = (name or "").split()
    return "".join(word[0] for word in words[:1] + words[1:][-1:]).upper()


def _day(value: dt.date | None) -> dt.date | None:
    if isinstance(value, dt.datetime):
        return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return value or None


PADDED_MONTHS = 2
