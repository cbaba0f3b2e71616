"""Form fields for photographs. What cannot be opened is answered at the field, with its reason."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thidua.files.pictures import NoPicture, develop

ACCEPTED = "image/*,.heic,.heif"
MOST_PICTURES = 6


class PictureField(forms.FileField):
    """One photograph; the form gets `(bytes, filename)`, or None where there is none."""

    widget = forms.FileInput(attrs={"accept": ACCEPTED})
    default_error_messages = {
        "required": _("Chưa chọn ảnh nào."),
        "empty": _("Tệp này trống nên không có ảnh. Hãy chọn lại đúng ảnh."),
        "invalid": _("Chưa nhận được tệp nào. Hãy chọn lại ảnh."),
    }

    def clean(self, data: Any, initial: Any = None) -> Any:
        file = super().clean(data, initial)
        return _photograph(file) if isinstance(file, UploadedFile) else None


class _SeveralFiles(forms.FileInput):
    allow_multiple_selected = True


class PicturesField(PictureField):
    """Several photographs at once; the form gets a list of `(bytes, filename)`, maybe empty."""

    widget = _SeveralFiles(attrs={"accept": ACCEPTED})

    def clean(self, data: Any, initial: Any = None) -> Any:
        files = data if isinstance(data, list) else [data] if data else []
        if len(files) > MOST_PICTURES:
            raise ValidationError(
                gettext("Mỗi lần gửi nhiều nhất %(most)s ảnh. Bạn vừa chọn %(count)s ảnh.")
                % {"most": MOST_PICTURES, "count": len(files)}
            )
        if self.required and not files:
            raise ValidationError(self.error_messages["required"], code="required")
        return [super(PicturesField, self).clean(file, initial) for file in files]


def _photograph(file: "UploadedFile[bytes]") -> tuple[bytes, str]:
    """Developed here, outside every transaction, since a large one takes its time."""
    size = file.size or 0
    try:
        # One that is too large is not even read: its first bytes over the limit say enough.
        most = settings.PICTURE_LIMIT
        data = file.read(most + 1) if size > most else file.read()
        develop(data)
    except NoPicture as refusal:
        raise ValidationError(f"{file.name}: {refusal}") from refusal
    return data, file.name or ""
