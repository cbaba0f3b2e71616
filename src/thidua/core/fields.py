"""Form fields for what people type the Vietnamese way."""

import calendar
import datetime as dt
import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from thidua.core.asked import asked_number

_ISO = re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})")
_PARTS = re.compile(
    r"(?P<d>\d{1,2})(?P<sep>\s*[/.-]\s*|\s+)(?P<m>\d{1,2})(?P=sep)(?P<y>\d{4}|\d{2})"
)
_DIGITS = re.compile(r"(?P<d>\d{2})(?P<m>\d{2})(?P<y>\d{4}|\d{2})")
_CENTURY = 2000
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


def parse_day(typed: str) -> dt.date:
    """`5/8/24`, `050824`, `05/08/2024` → the day; raises `ValidationError` with the reason.

    A year of two digits belongs to this century.
    """
    text = typed.strip()
    found = _ISO.fullmatch(text) or _PARTS.fullmatch(text) or _DIGITS.fullmatch(text)
    if found is None:
        raise ValidationError(
            _("Chưa đọc được ngày “%(typed)s”. Gõ ngày/tháng/năm, ví dụ 05/08/2024.")
            % {"typed": text},
            code="unreadable",
        )
    century = _CENTURY if len(found["y"]) == len("yy") else 0
    return _existing(century + int(found["y"]), int(found["m"]), int(found["d"]))


def _existing(year: int, month: int, day: int) -> dt.date:
    if month not in range(1, 13):
        raise ValidationError(
            _("Không có tháng %(month)s. Hãy xem lại ngày vừa gõ.") % {"month": month}, code="month"
        )
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise ValidationError(
            _("Năm %(year)s nằm ngoài khoảng %(first)s đến %(last)s. Hãy xem lại ngày vừa gõ.")
            % {"year": year, "first": _FIRST_YEAR, "last": _LAST_YEAR},
            code="year",
        )
    last = calendar.monthrange(year, month)[1]
    if day > last:
        raise ValidationError(
            _("Tháng %(month)s năm %(year)s chỉ có %(last)s ngày.")
            % {"month": month, "year": year, "last": last},
            code="day",
        )
    if day == 0:
        raise ValidationError(_("Ngày của tháng bắt đầu từ 01."), code="day")
    return dt.date(year, month, day)


class VnDateField(forms.CharField):
    """A day typed as `dd/mm/yyyy`, and shown back in full.

    A text field on purpose: the date pickers of many machines show American order.
    """

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=30, **options)

    def to_python(self, value: Any) -> Any:
        if isinstance(value, dt.date):
            return value
        text = super().to_python(value)
        return parse_day(text) if text else None

    def run_validators(self, value: Any) -> None:
        """The validators of a text field have nothing to say about a day."""

    def prepare_value(self, value: Any) -> Any:
        return f"{value:%d/%m}/{value.year:04d}" if isinstance(value, dt.date) else value


class ChosenRowsField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """Several rows by their numbers. A number no database can hold is no row, not a fault."""

    def clean(self, value: Any) -> Any:
        for one in value if isinstance(value, (list, tuple)) else ():
            if asked_number(str(one)) is None:
                code = "invalid_pk_value"
                raise ValidationError(self.error_messages[code], code=code, params={"pk": one})
        return super().clean(value)
