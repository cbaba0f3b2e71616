"""Shape of the input of this room."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thidua.awards.models import Award, Praise
from thidua.core.fields import VnDateField
from thidua.documents.naming import seen
from thidua.files.fields import PictureField
from thidua.org.models import Unit


class LineField(forms.CharField):
    """One line of which only counts what a reader sees."""

    def to_python(self, value: Any) -> Any:
        return seen(super().to_python(value) or "")


class WordsForm(forms.Form):
    """What a story says, and its picture."""

    subject_name = LineField(
        label=_("Cá nhân, tập thể được nêu"),
        max_length=200,
        error_messages={"required": _("Chưa có tên người hoặc tập thể được nêu.")},
    )
    title = LineField(
        label=_("Tên bài"),
        max_length=200,
        error_messages={"required": _("Chưa có tên bài.")},
    )
    lead = LineField(
        label=_("Một câu giới thiệu"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    body = forms.CharField(
        label=_("Nội dung"),
        max_length=20000,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_("Việc đã làm, kết quả, điều người khác học được. Để dòng trống giữa các đoạn."),
        error_messages={"required": _("Bài chưa có nội dung.")},
    )
    picture = PictureField(
        label=_("Ảnh"),
        required=False,
        help_text=_("Ảnh chụp bằng điện thoại là được; nơi chụp ghi trong tệp ảnh không bị lộ."),
    )

    WORDS = ("subject_name", "title", "lead", "body")

    def words(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in self.WORDS}

    def clean_body(self) -> str:
        body = str(self.cleaned_data["body"]).replace("\0", "").strip()
        if not seen(body):
            raise ValidationError(gettext("Bài chưa có nội dung."))
        return body


class NewStoryForm(WordsForm):
    """A new story: for which unit, about what."""

    once = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)
    award = forms.ModelChoiceField(Award.objects.none(), required=False, widget=forms.HiddenInput)
    praise = forms.ModelChoiceField(Praise.objects.none(), required=False, widget=forms.HiddenInput)
    unit = forms.ModelChoiceField(
        Unit.objects.none(), label=_("Đơn vị đăng bài"), empty_label=None, required=False
    )

    field_order = ["unit"]

    def __init__(
        self,
        *args: Any,
        units: QuerySet[Unit],
        awards: QuerySet[Award],
        praises: QuerySet[Praise],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        for name, rows in (("unit", units), ("award", awards), ("praise", praises)):
            field = self.fields[name]
            if isinstance(field, forms.ModelChoiceField):
                field.queryset = rows
        self.units = list(units)
        if len(self.units) == 1:
            self.fields["unit"].widget = forms.HiddenInput()
        self.fields["unit"].required = len(self.units) > 1

    def clean_unit(self) -> Unit:
        unit: Unit | None = self.cleaned_data["unit"]
        return unit or self.units[0]

    def about(self) -> Award | Praise | None:
        about: Award | Praise | None = self.cleaned_data["award"] or self.cleaned_data["praise"]
        return about


class ConsentForm(forms.Form):
    """When and how somebody agreed to be told of in public."""

    consent_on = VnDateField(
        label=_("Ngày đồng ý"),
        help_text=_("ngày/tháng/năm, ví dụ 05/08/2024"),
        error_messages={"required": _("Chưa có ngày đồng ý.")},
    )
    consent_how = LineField(
        label=_("Đồng ý bằng cách nào"),
        max_length=300,
        help_text=_("Ví dụ: đọc bài và ảnh, ký giấy đồng ý lưu ở văn phòng công đoàn."),
        error_messages={"required": _("Chưa ghi cách đồng ý.")},
    )


class WithdrawForm(forms.Form):
    """Why a story leaves the public page for good."""

    reason = LineField(
        label=_("Lý do gỡ"),
        max_length=300,
        help_text=_("Ví dụ: người được nêu rút lại sự đồng ý ngày 10/03/2024."),
        error_messages={"required": _("Chưa ghi lý do gỡ.")},
    )
