"""Shape of the input of this room. Nothing here saves."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thidua.core.fields import VnDateField
from thidua.progress.models import Step
from thidua.progress.wording import LONGEST


class ChoiceForm(forms.Form):
    """Which units, of which step: what the list of units hands over."""

    buoc = forms.ChoiceField(label=_("Nhắc việc"), choices=Step.choices)
    don_vi = forms.TypedMultipleChoiceField(
        label=_("Đơn vị"),
        coerce=int,
        error_messages={
            "required": _("Chưa chọn đơn vị nào."),
            "invalid_choice": _("Có đơn vị không thuộc nơi nhận của kế hoạch này."),
        },
    )

    def __init__(self, *args: Any, units: Collection[tuple[int, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["don_vi"]
        if isinstance(field, forms.ChoiceField):
            field.choices = list(units)


class LetterForm(ChoiceForm):
    """A *công văn đôn đốc*: to whom, of what, and until when now."""

    new_due = VnDateField(label=_("Hạn mới"), help_text=_("ngày/tháng/năm, ví dụ 05/08/2024"))
    where = forms.CharField(
        label=_("Cách gửi (không bắt buộc)"),
        max_length=200,
        required=False,
        help_text=_("ví dụ: qua hệ thống Thi Đua"),
    )
    contact = forms.CharField(label=_("Liên hệ (không bắt buộc)"), max_length=200, required=False)
    once = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)


class ReminderForm(ChoiceForm):
    """The words, and the answer to the question about a second reminder on one day."""

    words = forms.CharField(
        label=_("Lời nhắc"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={
            "required": _("Chưa có lời nhắc."),
            "max_length": _("Lời nhắc dài quá %(limit_value)d ký tự, hãy rút gọn."),
        },
    )
    again = forms.BooleanField(label=_("Vẫn nhắc lại các đơn vị đã nhắc hôm nay"), required=False)
    once = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)

    def clean_words(self) -> str:
        words: str = self.cleaned_data["words"]
        return words.replace("\0", "")


class DayForm(forms.Form):
    """The day for which numbers are asked, as it stands in the address."""

    ngay = VnDateField(label=_("Tính đến ngày"))

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.today = today
        self.fields["ngay"].initial = today

    def clean_ngay(self) -> date:
        day: date = self.cleaned_data["ngay"]
        if day > self.today:
            raise ValidationError(
                gettext("Ngày %(day)s chưa tới. Hãy chọn hôm nay hoặc ngày đã qua.")
                % {"day": f"{day:%d/%m/%Y}"}
            )
        return day
