"""A declared exception: for which unit, why, until when."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from thidua.core.fields import VnDateField
from thidua.org.fields import one_of
from thidua.org.models import Unit


class ExemptionForm(forms.Form):
    """The unit by its name, without marks if one likes."""

    unit = forms.CharField(label=_("Đơn vị"), max_length=200, help_text=_("không cần dấu"))
    reason = forms.CharField(
        label=_("Lý do"),
        max_length=300,
        help_text=_("ví dụ: tổ chỉ có một người giữ chức vụ"),
    )
    until = VnDateField(label=_("Đến trước ngày"), help_text=_("nhiều nhất một năm"))

    def __init__(self, *args: Any, units: QuerySet[Unit], **options: Any) -> None:
        super().__init__(*args, **options)
        self.units = units

    def clean_unit(self) -> Unit:
        found: Unit = one_of(self.units, self.cleaned_data["unit"])
        return found
