"""The head of a decision about the organisation, and why one is undone."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.core.editing import EditForm
from thidua.core.fields import VnDateField
from thidua.oversight.forms.unit_fields import UnitField
from thidua.oversight.reorganising.offering import Offer

MEGABYTES = 20


class HeadForm(forms.Form):
    """The decision on paper; the unit is asked only when it begins."""

    unit = UnitField(
        label=_("Phần tổ chức được sắp xếp"),
        help_text=_("Mọi việc trong quyết định diễn ra trong đơn vị này và các đơn vị cấp dưới."),
    )
    title = forms.CharField(
        label=_("Nội dung quyết định"),
        max_length=300,
        help_text=_("Ví dụ: Sắp xếp tổ chức công đoàn xã Gia Viễn."),
    )
    on = VnDateField(
        label=_("Có hiệu lực từ ngày"),
        help_text=_("Mọi thay đổi tính từ ngày này; trước ngày này tổ chức vẫn như cũ."),
    )
    type_name = forms.CharField(label=_("Loại văn bản"), max_length=50, initial=_("Quyết định"))
    number = forms.CharField(label=_("Số, ký hiệu"), max_length=50, required=False)
    dated_on = VnDateField(label=_("Ngày ban hành"), required=False)
    issuer = forms.CharField(label=_("Cơ quan ban hành"), max_length=200, required=False)

    def __init__(self, *args: Any, offer: Offer | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        unit = self.fields["unit"]
        if offer is not None and isinstance(unit, UnitField):
            unit.offer = offer
        else:
            del self.fields["unit"]


class HeadEditForm(EditForm, HeadForm):
    """The same of a draft."""


class UndoForm(forms.Form):
    """Why a decision is undone."""

    reason = forms.CharField(
        label=_("Lý do hoàn tác"), max_length=300, widget=forms.Textarea(attrs={"rows": 2})
    )


class PlaceForm(forms.Form):
    """Into which place an act is put."""

    to = forms.IntegerField(label=_("Thành việc số"), min_value=1, max_value=1_000_000)


class TableForm(forms.Form):
    """A table of acts."""

    file = forms.FileField(
        label=_("Bảng Excel hoặc CSV"),
        help_text=_("Theo bảng mẫu; nhiều nhất 20 MB và 20.000 dòng."),
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > MEGABYTES * 1024 * 1024:
            raise forms.ValidationError(_("Tệp lớn hơn 20 MB. Hãy chia bảng thành nhiều tệp."))
        return file
