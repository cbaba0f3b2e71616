"""Rows of the three catalogues: kinds of units, bodies, kinds of posts."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thidua.core.editing import EditForm
from thidua.core.fields import VnDateField
from thidua.org.models import Body, PostKind, UnitKind
from thidua.org.rights import Right

CODE = RegexValidator(
    r"^[a-z0-9_]+\Z", _("Mã chỉ gồm chữ thường không dấu, chữ số và dấu gạch dưới (_).")
)
ORDER = _("Số nhỏ xếp trước.")


class KindForm(EditForm, forms.ModelForm):  # type: ignore[type-arg]
    """What the three have in common: a code for files and imports, a name, days, the order."""

    starts_on = VnDateField(label=_("Dùng từ ngày"), required=False)
    ends_on = VnDateField(
        label=_("Dùng đến trước ngày"),
        required=False,
        help_text=_("Từ ngày này không chọn được nữa; nơi đang dùng vẫn giữ nguyên."),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["rank"].help_text = ORDER
        if self.instance.pk:
            del self.fields["code"]
        else:
            self.fields["code"].validators.append(CODE)
            self.fields["code"].help_text = _("Dùng trong tệp nhập; đặt rồi không đổi được.")

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        start, end = typed.get("starts_on"), typed.get("ends_on")
        if start and end and end <= start:
            raise ValidationError(gettext("Ngày thôi dùng phải sau ngày bắt đầu dùng."))
        return typed

    def validate_unique(self) -> None:
        """The action asks, under its lock."""


class UnitKindForm(KindForm):
    class Meta:
        model = UnitKind
        fields = (
            "name",
            "code",
            "keeps_register",
            "above_grassroots",
            "has_seal",
            "may_award",
            "rank",
            "starts_on",
            "ends_on",
        )


class BodyForm(KindForm):
    class Meta:
        model = Body
        fields = ("name", "code", "rank", "starts_on", "ends_on")


class PostKindForm(KindForm):
    """A kind of post with what it may do: one box for each right."""

    rights = forms.MultipleChoiceField(
        label=_("Quyền của chức vụ"),
        choices=Right.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "Quyền có hiệu lực trong đơn vị nơi giữ chức vụ; quyền xem gồm cả đơn vị cấp dưới."
        ),
    )

    class Meta:
        model = PostKind
        fields = ("name", "code", "signs_as", "body", "rank", "starts_on", "ends_on", "rights")
        labels = {"body": _("Thuộc tập thể")}

    def clean_rights(self) -> list[str]:
        """In the order of the list, so that the same rights are always written the same."""
        chosen = set(self.cleaned_data["rights"])
        return [str(right) for right in Right if right in chosen]
