"""Many files at once."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile
from thidua.plans.forms.intake import UnitForm, too_large


class _SeveralFiles(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files at once; the form gets a list, each file with why it cannot be kept, if so."""

    widget = _SeveralFiles()

    def clean(self, data: Any, initial: Any = None) -> Any:  # noqa: ARG002 -- as the base says
        files = data if isinstance(data, list) else [data] if data else []
        if self.required and not files:
            raise ValidationError(self.error_messages["required"], code="required")
        return [(file, too_large(file) or _empty(file)) for file in files]


def _empty(file: "UploadedFile[bytes]") -> str:
    if file.size:
        return ""
    return gettext("Tệp này trống nên không có gì để đọc, hãy chọn lại đúng tệp.")


class BatchForm(UnitForm):
    """Many files, or a folder of them, on one page (`once`); they are read behind the scenes."""

    once = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)
    many = FilesField(
        label=_("Nhiều tệp"),
        required=False,
        help_text=_("Giữ phím Ctrl để chọn nhiều tệp, tối đa 100 tệp một lần, mỗi tệp 20 MB."),
    )
    folder = FilesField(
        label=_("Hoặc cả thư mục"),
        required=False,
        widget=_SeveralFiles(attrs={"webkitdirectory": True}),
        help_text=_("Trình duyệt sẽ hỏi lại trước khi lấy các tệp trong thư mục."),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        cleaned["all"] = [*cleaned.get("many", ()), *cleaned.get("folder", ())]
        if not cleaned["all"] and not self.errors:
            self.add_error("many", gettext("Chưa chọn tệp nào."))
        return cleaned
