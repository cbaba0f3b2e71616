"""Days in the words of officials."""

from datetime import date

from django.utils.translation import gettext as _


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
