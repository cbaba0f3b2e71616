"""Shape of the input of this room."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thidua.certificates.models import Certificate
from thidua.core.fields import ChosenRowsField, VnDateField
from thidua.documents.naming import seen


class HandOverForm(forms.Form):
    """Which certificates of a decision were handed over, and on what day."""

    certificates = ChosenRowsField(
        Certificate.objects.none(),
        label=_("Giấy khen đã trao"),
        error_messages={"required": _("Chưa chọn giấy khen nào.")},
    )
    on = VnDateField(
        label=_("Ngày trao"),
        help_text=_("ngày/tháng/năm, ví dụ 05/08/2024"),
        error_messages={"required": _("Chưa có ngày trao.")},
    )

    def __init__(self, *args: Any, waiting: QuerySet[Certificate], **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["certificates"]
        if isinstance(field, forms.ModelMultipleChoiceField):
            field.queryset = waiting
            elsewhere = gettext(
                "Có giấy khen không thuộc quyết định này hoặc đã thu hồi. Hãy mở lại trang."
            )
            field.error_messages |= {"invalid_choice": elsewhere, "invalid_pk_value": elsewhere}


class ReasonForm(forms.Form):
    """Why a certificate is revoked or replaced."""

    reason = forms.CharField(
        label=_("Lý do"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Chỉ lưu trong hệ thống, không hiện ở trang kiểm tra công khai."),
        error_messages={"required": _("Chưa ghi lý do.")},
    )

    def clean_reason(self) -> str:
        reason = seen(str(self.cleaned_data["reason"]))
        if not reason:
            raise ValidationError(gettext("Chưa ghi lý do."))
        return reason
