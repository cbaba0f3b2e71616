"""An incident with personal data, as it is typed."""

import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from thidua.core.editing import EditForm
from thidua.core.fields import VnDateField
from thidua.oversight.models import Breach

CLOCK = forms.TimeInput(format="%H:%M", attrs={"placeholder": "08:30"})
FACTS = ("title", "what", "whose", "people", "consequences", "measures")


class BreachForm(forms.ModelForm):  # type: ignore[type-arg]
    """The 72 hours run from day and time of discovery."""

    day = VnDateField(label=_("Ngày phát hiện"))
    time = forms.TimeField(label=_("Giờ phát hiện"), widget=CLOCK)

    class Meta:
        model = Breach
        fields = FACTS

    field_order = ("title", "day", "time", "what", "whose", "people", "consequences", "measures")

    def facts(self) -> dict[str, Any]:
        known = {name: self.cleaned_data[name] for name in FACTS}
        return known | {
            "discovered_at": joined(self.cleaned_data["day"], self.cleaned_data["time"])
        }


class BreachEditForm(EditForm, BreachForm):
    """The same of an incident that is written down."""


class ReportForm(forms.Form):
    day = VnDateField(label=_("Ngày gửi thông báo"))
    time = forms.TimeField(label=_("Giờ gửi"), widget=CLOCK)
    number = forms.CharField(label=_("Số văn bản hoặc mã hồ sơ"), max_length=100)
    told_on = VnDateField(label=_("Ngày báo cho những người bị ảnh hưởng"), required=False)

    def reported_at(self) -> dt.datetime:
        return joined(self.cleaned_data["day"], self.cleaned_data["time"])


class CloseForm(forms.Form):
    reason = forms.CharField(
        label=_("Lý do không cần thông báo"),
        max_length=500,
        required=False,
        help_text=_("chỉ ghi khi chưa thông báo cơ quan chuyên trách"),
    )


def joined(day: dt.date, time: dt.time) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, time))
