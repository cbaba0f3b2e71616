"""Guarded facts: reading with a reason, entering; the register; the contact."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thidua.core.fields import ChosenRowsField, VnDateField
from thidua.org.models import DataOfficer, FactForm, FactKind

SHORTEST = 10


class ReadingForm(forms.Form):
    """Which facts, and why. A reason of one word tells nobody anything later."""

    kinds = ChosenRowsField(
        label=_("Xem dữ liệu nào"),
        queryset=FactKind.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )
    reason = forms.CharField(
        label=_("Lý do xem"),
        max_length=300,
        min_length=SHORTEST,
        help_text=_(
            "nhật ký ghi lý do này cùng tên bạn, ví dụ: lập danh sách đảng viên dự đại hội"
        ),
    )

    def __init__(self, *args: Any, known: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["kinds"].queryset = known  # type: ignore[attr-defined]


class FactValueForm(forms.Form):
    """One value in the way its kind is written. Empty takes it out."""

    value = forms.CharField(label=_("Giá trị"), max_length=300, required=False)

    def __init__(self, *args: Any, kind: FactKind, **options: Any) -> None:
        super().__init__(*args, **options)
        self.kind = kind
        if kind.form == FactForm.CHOICE:
            rows = [("", "…"), *((one, one) for one in kind.choices)]
            self.fields["value"] = forms.ChoiceField(label=kind.name, choices=rows, required=False)
        elif kind.form == FactForm.DAY:
            self.fields["value"] = VnDateField(label=kind.name, required=False)
        else:
            self.fields["value"].label = kind.name
        self.fields["value"].help_text = _("để trống rồi bấm Ghi thì dữ liệu đang có bị xóa")

    def typed(self) -> str:
        found = self.cleaned_data["value"]
        return found.isoformat() if found and self.kind.form == FactForm.DAY else found or ""


class FactKindForm(forms.ModelForm):  # type: ignore[type-arg]
    """A guarded kind of our own. `options` holds the list for a choice, one to a line."""

    options = forms.CharField(
        label=_("Danh sách để chọn, mỗi dòng một mục"), required=False, widget=forms.Textarea
    )

    class Meta:
        model = FactKind
        fields = ("name", "form", "purpose", "legal_ground", "kept_years", "confidence")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        lines = [line.strip() for line in data.pop("options", "").splitlines() if line.strip()]
        if data.get("form") == FactForm.CHOICE and not lines:
            raise ValidationError(gettext("Hãy ghi danh sách để chọn."))
        return {**data, "choices": lines}


class OfficerForm(forms.ModelForm):  # type: ignore[type-arg]
    """Whom to ask; a way to reach them is needed."""

    class Meta:
        model = DataOfficer
        fields = ("name", "phone", "email", "address")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not (data.get("phone") or data.get("email")):
            raise ValidationError(gettext("Hãy ghi số điện thoại hoặc thư điện tử để liên hệ."))
        return data
