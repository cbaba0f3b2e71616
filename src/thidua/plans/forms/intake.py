"""For which unit, and which file."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thidua.org.models import Unit
from thidua.plans import queries
from thidua.plans.opening import media_type_of, opened_at_once
from vanban.sources.errors import Refused

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


class UnitForm(forms.Form):
    """For which unit; whoever works for one only is not asked."""

    unit = forms.ModelChoiceField(
        Unit.objects.none(), label=_("Đơn vị"), empty_label=None, required=False
    )

    def __init__(self, *args: Any, units: Sequence[Unit], **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["unit"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = Unit.objects.filter(pk__in=[unit.pk for unit in units])
        self.first = units[0]
        field.required = len(units) > 1
        if not field.required:
            field.widget = forms.HiddenInput()

    def clean_unit(self) -> Unit:
        unit: Unit | None = self.cleaned_data["unit"]
        return unit or self.first


class UploadForm(UnitForm):
    """One file: what cannot be read is answered with the reader's sentence.

    `read` is what was understood of it, or None where reading takes longer than a request may.
    """

    file = forms.FileField(
        label=_("Tệp văn bản"),
        help_text=_(
            "Bản Word (.docx, .doc), PDF, bản quét hoặc ảnh chụp, tệp văn bản (.txt, .md), tối đa "
            "20 MB."
        ),
        error_messages={
            "required": _("Chưa chọn tệp nào."),
            "empty": _("Tệp này trống nên không có gì để đọc, hãy chọn lại đúng tệp."),
        },
    )

    def clean_file(self) -> "UploadedFile[bytes]":
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if problem := too_large(file):
            raise ValidationError(problem)
        data = file.read()
        try:
            self.cleaned_data["media_type"] = media_type_of(data)
            self.cleaned_data["read"] = opened_at_once(data, file.name or "", self._archive)
        except Refused as refusal:
            raise ValidationError(str(refusal)) from refusal
        self.cleaned_data["data"] = data
        return file

    def _archive(self) -> list[str]:
        """The words of the unit's own documents, once they are needed."""
        return queries.archive_texts(self.cleaned_data.get("unit") or self.first)


def too_large(file: "UploadedFile[bytes]") -> str:
    """Why a file is not taken for its size, in words; nothing when it may be."""
    size = file.size or 0
    if size <= settings.UPLOAD_LIMIT:
        return ""
    return gettext(
        "Tệp này nặng %(size)s MB, quá mức %(limit)s MB nên không nhận. "
        "Hãy bỏ bớt hình hoặc chia văn bản thành nhiều tệp rồi gửi lại."
    ) % {"size": _megabytes(size), "limit": _megabytes(settings.UPLOAD_LIMIT)}


def _megabytes(size: int) -> str:
    return f"{size / 1024 / 1024:.1f}".replace(".", ",").removesuffix(",0")
