"""Days in the words of officials."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

SATURDAY = 5


def weekday(day: date) -> str:
    """The name of the day, in words as on paper (Django's own catalogue writes *Thứ 6*)."""
    names = (
        _("Thứ Hai"),
        _("Thứ Ba"),
        _("Thứ Tư"),
        _("Thứ Năm"),
        _("Thứ Sáu"),
        _("Thứ Bảy"),
        _("Chủ nhật"),
    )
    return names[day.weekday()]


def next_working_day(day: date) -> date:
    """The first day after `day` from Monday to Friday. Public holidays are not known here."""
    after = day + timedelta(days=1)
    while after.weekday() >= SATURDAY:
        after += timedelta(days=1)
    return after
