"""Requests of people, incidents, consents, retention: what is typed."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thidua.core import clock
from thidua.core.editing import EditForm
from thidua.core.fields import VnDateField
from thidua.oversight.models import Channel, ConsentText, RetentionRule, Wish
from thidua.oversight.personal_data.asked import Asked

AREA = forms.Textarea(attrs={"rows": 4})


class RequestForm(forms.Form):
    """What a person asks for; written down by who heard or read it."""

    wish = forms.ChoiceField(label=_("Yêu cầu"), choices=Wish)
    channel = forms.ChoiceField(label=_("Gửi bằng"), choices=Channel)
    received_on = VnDateField(label=_("Ngày nhận"))
    text = forms.CharField(label=_("Nội dung"), max_length=1000, widget=AREA)
    with_others = forms.BooleanField(
        label=_("Bên khác ngoài công đoàn cũng giữ dữ liệu này"), required=False
    )

    def asked(self) -> Asked:
        return Asked(**self.cleaned_data)


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Lý do"), max_length=300)


class SettleForm(forms.Form):
    """What was done, or why it is not done; nothing is chosen beforehand."""

    how = forms.ChoiceField(
        label=_("Kết quả"),
        choices=[("done", _("Đã làm xong")), ("declined", _("Không thực hiện yêu cầu"))],
        widget=forms.RadioSelect,
    )
    answer = forms.CharField(label=_("Trả lời cho người yêu cầu"), max_length=1000, widget=AREA)


class AnonymisingForm(forms.Form):
    """Why, and which of the places found are about this very person."""

    reason = forms.CharField(label=_("Lý do"), max_length=300)
    mentions = forms.MultipleChoiceField(
        label=_("Những chỗ nhắc đúng người này"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("người khác có thể trùng tên; chỉ chọn chỗ chắc chắn"),
    )

    def __init__(self, *args: Any, places: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["mentions"].choices = places  # type: ignore[attr-defined]
        if not places:
            del self.fields["mentions"]


class RuleForm(EditForm, forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = RetentionRule
        fields = ("months", "then", "source", "confidence")


class CarryOutForm(forms.Form):
    note = forms.CharField(label=_("Ghi chú vào biên bản"), max_length=300, required=False)


class ConsentTextForm(forms.Form):
    title = forms.CharField(
        label=_("Việc cần xin đồng ý"),
        max_length=200,
        help_text=_("một việc một bản, ví dụ: đăng ảnh và tên lên trang công khai"),
    )
    text = forms.CharField(
        label=_("Nguyên văn: dữ liệu nào, mục đích gì, ai xử lý, quyền của người đồng ý"),
        max_length=4000,
        widget=forms.Textarea,
    )


class ConsentForm(forms.Form):
    """No text is chosen beforehand: consent is express."""

    text = forms.ModelChoiceField(
        label=_("Đồng ý với bản nào"), queryset=ConsentText.objects.none()
    )
    given_on = VnDateField(label=_("Ngày đồng ý"))
    channel = forms.ChoiceField(label=_("Hình thức đồng ý"), choices=[("", "…"), *Channel.choices])
    proof = forms.CharField(
        label=_("Nơi lưu bằng chứng"),
        max_length=300,
        help_text=_("ví dụ: phiếu ký ngày 05/03/2024, cặp hồ sơ số 2"),
    )

    def __init__(self, *args: Any, texts: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["text"].queryset = texts  # type: ignore[attr-defined]


class WithdrawalForm(forms.Form):
    on = VnDateField(label=_("Ngày rút"))
    how = forms.CharField(label=_("Hình thức rút"), max_length=300)

    def clean_on(self) -> Any:
        if self.cleaned_data["on"] > clock.today():
            raise ValidationError(gettext("Ngày rút chưa tới."))
        return self.cleaned_data["on"]
