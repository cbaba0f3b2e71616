"""Shapes of input. A rule about the world belongs to a policy, an action or a constraint."""

from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thidua.core.sizes import size_words
from thidua.documents.models import RecipientKind
from thidua.documents.naming import seen
from thidua.documents.printed import HIGHEST_NUMBER, YEARS, problem_with
from thidua.documents.scans import media_type_of
from thidua.org.models import Person, Unit

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


class SeenField(forms.CharField):
    """A short text of which only counts what a reader sees: signs without width are no name."""

    def to_python(self, value: Any) -> Any:
        return seen(super().to_python(value) or "")


class SeenLinesField(forms.CharField):
    """The same for a text of several lines."""

    def to_python(self, value: Any) -> Any:
        typed = super().to_python(value) or ""
        return "\n".join(seen(line) for line in typed.splitlines())


class ReserveForm(forms.Form):
    request_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4, required=False)
    reason = SeenField(
        label=_("Giữ số cho việc gì"),
        help_text=_("Ví dụ: Quyết định khen thưởng đang xin ý kiến Ban Thường vụ."),
        max_length=300,
    )


class CancelForm(forms.Form):
    number = forms.IntegerField(label=_("Số"), min_value=1, max_value=HIGHEST_NUMBER)
    year = forms.IntegerField(label=_("Năm"), min_value=YEARS.start, max_value=YEARS[-1])
    reason = SeenField(label=_("Lý do hủy số"), max_length=300)


class LinesForm(forms.Form):
    """The printed lines of a draft, one a line."""

    lines = SeenLinesField(
        label=_("Các dòng Nơi nhận, mỗi dòng một nơi"),
        help_text=_("Không cần gạch đầu dòng và dấu chấm phẩy; hệ thống tự thêm khi in."),
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=40_000,
        required=False,
    )

    def clean_lines(self) -> list[str]:
        typed: str = self.cleaned_data["lines"]
        lines = [line for line in typed.splitlines() if line]
        if problem := problem_with(lines):
            raise ValidationError(problem)
        return lines


class OutsideBodyForm(forms.Form):
    name = SeenField(label=_("Tên nơi nhận"), max_length=200)
    email = forms.EmailField(
        label=_("Địa chỉ thư điện tử"),
        help_text=_("Không có thì văn bản gửi theo đường công văn."),
        required=False,
    )


class TargetForm(forms.Form):
    """What one printed line means. Only the part of the chosen kind is looked at."""

    kind = forms.ChoiceField(
        label=_("Dòng này là"), choices=RecipientKind.choices, widget=forms.RadioSelect
    )
    units = forms.TypedMultipleChoiceField(
        label=_("Đơn vị công đoàn"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    persons = forms.TypedMultipleChoiceField(
        label=_("Người giữ chức vụ của đơn vị"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    outside_name = SeenField(
        label=_("Tên nơi nhận ngoài công đoàn"), max_length=200, required=False
    )
    outside_email = forms.EmailField(label=_("Địa chỉ thư điện tử"), required=False)

    def __init__(self, *args: Any, units: list[Unit], persons: list[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._offer("units", units)
        self._offer("persons", persons)

    def _offer(self, name: str, rows: list[Any]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.TypedMultipleChoiceField):
            field.choices = [(row.pk, str(row)) for row in rows]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        part, problem = NEEDED.get(cleaned.get("kind", ""), ("", ""))
        if part and part not in self.errors and not cleaned.get(part):
            self.add_error(part, str(problem))
        return cleaned


NEEDED = {
    RecipientKind.UNITS: ("units", _("Chưa chọn đơn vị nào.")),
    RecipientKind.PERSONS: ("persons", _("Chưa chọn người nào.")),
    RecipientKind.OUTSIDE: ("outside_name", _("Chưa ghi tên nơi nhận.")),
}


class ScanForm(forms.Form):
    """The scan of the stamped original. Its kind is told from its bytes."""

    scan = forms.FileField(
        label=_("Bản quét có chữ ký, con dấu"), help_text=_("Tệp PDF, JPG hoặc PNG.")
    )

    def clean_scan(self) -> "UploadedFile[Any]":
        scan: UploadedFile[Any] = self.cleaned_data["scan"]
        if scan.size is None or scan.size > settings.UPLOAD_LIMIT:
            raise ValidationError(
                gettext(
                    "Tệp lớn %(size)s, vượt giới hạn %(limit)s. "
                    "Hãy quét lại ở độ phân giải thấp hơn, ví dụ 200 dpi."
                )
                % {
                    "size": size_words(scan.size or 0),
                    "limit": size_words(settings.UPLOAD_LIMIT),
                }
            )
        head = scan.read(16)
        scan.seek(0)
        if not media_type_of(head):
            raise ValidationError(
                gettext(
                    "Tệp này không phải PDF, JPG hay PNG, dù tên là %(name)s. Hãy chọn bản quét."
                )
                % {"name": scan.name}
            )
        return scan
