"""The day and the receiver of a handover."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from thidua.core.fields import VnDateField
from thidua.org.models import Person


class HandoverForm(forms.Form):
    """Filled in after both have signed on paper."""

    on = VnDateField(
        label=_("Ngày bàn giao"), error_messages={"required": _("Chưa có ngày bàn giao.")}
    )
    receiver = forms.ModelChoiceField(
        Person.objects.none(),
        label=_("Người nhận bàn giao"),
        required=False,
        empty_label=_("Chưa có người nhận chức vụ"),
        error_messages={"invalid_choice": _("Người nhận phải đang giữ chức vụ ở đơn vị này.")},
    )
    note = forms.CharField(
        label=_("Ghi chú"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Ví dụ: con dấu, hồ sơ giấy, quỹ đã bàn giao theo biên bản riêng."),
    )

    def __init__(self, *args: Any, receivers: QuerySet[Person], **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["receiver"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = receivers
