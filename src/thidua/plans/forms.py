"""Shape of the input of this room. Nothing here saves."""

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thidua.core.fields import VnDateField
from thidua.documents.models import BookEntry
from thidua.documents.printed import HIGHEST_NUMBER, problem_with
from thidua.org.models import Unit
from thidua.plans.field_rows import FieldRow
from thidua.plans.field_table import Part
from vanban.checking.document import read_document
from vanban.sources.errors import Refused
from vanban.sources.kinds import container_of

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

MEDIA_TYPES = {
    "text": "text/plain; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}
_LINES = forms.Textarea(attrs={"rows": 4})
_LEADING_NUMBER = re.compile(r"(\d+)(?=\s*[/-]|\s*$)")
_SYMBOL = re.compile(r"[/-]\s*(.+)$")


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
    """One file, read on the spot: what cannot be read is answered with the reader's sentence."""

    file = forms.FileField(
        label=_("Tệp văn bản"),
        help_text=_("Bản Word (.docx), PDF có chữ, hoặc tệp văn bản (.txt, .md), tối đa 20 MB."),
        error_messages={
            "required": _("Chưa chọn tệp nào."),
            "empty": _("Tệp này trống nên không có gì để đọc, hãy chọn lại đúng tệp."),
        },
    )

    def clean_file(self) -> "UploadedFile[bytes]":
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        size = file.size or 0
        if size > settings.UPLOAD_LIMIT:
            raise ValidationError(
                gettext(
                    "Tệp này nặng %(size)s MB, quá mức %(limit)s MB nên không nhận. "
                    "Hãy bỏ bớt hình hoặc chia văn bản thành nhiều tệp rồi gửi lại."
                )
                % {"size": _megabytes(size), "limit": _megabytes(settings.UPLOAD_LIMIT)}
            )
        data = file.read()
        try:
            self.cleaned_data["read"] = read_document(data, file.name or "")
            self.cleaned_data["media_type"] = MEDIA_TYPES[container_of(data)]
        except Refused as refusal:
            raise ValidationError(str(refusal)) from refusal
        self.cleaned_data["data"] = data
        return file


def _megabytes(size: int) -> str:
    return f"{size / 1024 / 1024:.1f}".replace(".", ",").removesuffix(",0")


class FixForm(forms.Form):
    """A finding by name; words only where the officer typed their own."""

    finding = forms.CharField(max_length=200)
    typed = forms.CharField(
        label=_("Ghi lại thành"), required=False, strip=False, max_length=2000, widget=_LINES
    )


class CorrectionForm(forms.Form):
    """The values of one field of a reading, each under its own path.

    What somebody adds has to say enough to be of use; to leave all of it empty takes it out again.
    """

    NEEDED = ("name", "start", "end", "text", "who")

    def __init__(self, *args: Any, row: FieldRow, **options: Any) -> None:
        super().__init__(*args, **options)
        self.row, self.parts = row, row.parts
        for part in row.parts:
            self.fields[part.path] = _field(part)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.row.added and (self.row.new or any(cleaned.values()) or self.errors):
            self._check_added(cleaned)
        return cleaned

    def _check_added(self, cleaned: dict[str, Any]) -> None:
        paths = {part.path.rpartition(".")[2]: part.path for part in self.parts}
        for name in self.NEEDED:
            path = paths.get(name, "")
            if path in cleaned and not cleaned[path]:
                self.add_error(path, gettext("Ô này chưa ghi gì."))
        start, end = (cleaned.get(paths.get(name, "")) for name in ("start", "end"))
        if start and end and end < start:
            self.add_error(paths["end"], gettext("Ngày kết thúc trước ngày bắt đầu."))

    def values(self) -> dict[str, Any]:
        """What was typed, as the public JSON of a reading writes it."""
        return {part.path: _as_json(self.cleaned_data[part.path]) for part in self.parts}

    def typed(self) -> dict[str, Any]:
        """What was typed, under the bare names of the values."""
        return {part.path.rpartition(".")[2]: self.cleaned_data[part.path] for part in self.parts}


def _field(part: Part) -> forms.Field:
    options: dict[str, Any] = {"label": part.label, "required": False, "initial": part.value}
    if part.kind == "date":
        return VnDateField(help_text=gettext("ngày/tháng/năm, ví dụ 05/08/2024"), **options)
    if part.kind == "whole":
        return forms.IntegerField(min_value=0, max_value=9999, widget=forms.TextInput, **options)
    if part.kind == "number":
        return forms.FloatField(widget=forms.TextInput, localize=True, **options)
    if part.kind == "lines":
        options["initial"] = "\n".join(part.value or [])
        field = RecipientsField if part.path == "recipients" else LinesField
        return field(help_text=gettext("Mỗi dòng một mục."), **options)
    widget = _LINES if part.kind == "long" else forms.TextInput()
    return forms.CharField(max_length=2000, widget=widget, **options)


class LinesField(forms.CharField):
    """One entry on each line; empty lines are left out."""

    widget = forms.Textarea(attrs={"rows": 6})

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value) or ""
        return [line.strip() for line in text.splitlines() if line.strip()]

    def run_validators(self, value: Any) -> None:
        """Those of a text field judge one text; here each line is judged."""
        for place, line in enumerate(value, 1):
            if "\0" in line:
                raise ValidationError(
                    gettext("Dòng %(place)s có ký tự không in được. Hãy xóa dòng này rồi gõ lại.")
                    % {"place": place}
                )


class RecipientsField(LinesField):
    """The lines of *Nơi nhận*: no more and no longer than a paper keeps."""

    def run_validators(self, value: Any) -> None:
        super().run_validators(value)
        if problem := problem_with(value):
            raise ValidationError(problem)


def _as_json(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return None if value == "" else value


class AcceptForm(forms.Form):
    """What the file is, and what its head says."""

    ISSUED, DRAFT, RECEIVED = "issued", "draft", "received"
    KINDS = (
        (ISSUED, _("Kế hoạch đơn vị đã ban hành")),
        (DRAFT, _("Bản thảo của đơn vị, còn trình ký")),
        (RECEIVED, _("Kế hoạch, công văn của cấp trên gửi đến")),
    )

    kind = forms.ChoiceField(
        label=_("Tệp này là"),
        widget=forms.RadioSelect,
        choices=KINDS,
        error_messages={"required": _("Chưa chọn tệp này là văn bản gì.")},
    )
    type_name = forms.CharField(label=_("Loại văn bản"), max_length=100)
    title = forms.CharField(label=_("Trích yếu"), max_length=1000, widget=_LINES)
    full_number = forms.CharField(
        label=_("Số, ký hiệu như trên văn bản"),
        max_length=60,
        required=False,
        help_text=_("Để trống nếu văn bản không có số; khi đó văn bản không vào sổ văn bản đi."),
    )
    dated = VnDateField(
        label=_("Ngày văn bản"), required=False, help_text=_("ngày/tháng/năm, ví dụ 05/08/2024")
    )
    symbol = forms.CharField(
        label=_("Ký hiệu"),
        max_length=50,
        required=False,
        help_text=_("ví dụ KH-CĐGD; bản thảo chưa có số cần ký hiệu để trình ký"),
    )
    place = forms.CharField(label=_("Địa danh"), max_length=100, required=False)
    issuer_name = forms.CharField(label=_("Cơ quan ban hành"), max_length=200)
    parent_name = forms.CharField(label=_("Cấp trên trực tiếp"), max_length=200, required=False)
    signer_name = forms.CharField(label=_("Người ký"), max_length=150, required=False)
    received_on = VnDateField(
        label=_("Ngày đến"),
        required=False,
        help_text=_("Chỉ dùng khi vào sổ văn bản đến. Để trống là hôm nay."),
    )

    def __init__(self, *args: Any, may_draft: bool = True, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["kind"]
        if isinstance(field, forms.ChoiceField) and not may_draft:
            # Whoever may not draft would only be refused after all the checking.
            field.choices = [one for one in self.KINDS if one[0] != self.DRAFT]
            field.help_text = gettext("Bản thảo do người được soạn kế hoạch của đơn vị nhận.")

    def clean_full_number(self) -> str:
        return "".join(str(self.cleaned_data["full_number"]).split())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("kind") == self.ISSUED and "dated" in cleaned and not cleaned["dated"]:
            self.add_error(
                "dated",
                gettext(
                    "Kế hoạch đã ban hành phải có ngày. Văn bản không ghi thì lấy ngày ban hành."
                ),
            )
        if cleaned.get("kind") == self.ISSUED and "full_number" in cleaned:
            self._check_number(cleaned["full_number"])
        return cleaned

    def _check_number(self, printed: str) -> None:
        """Our own number counts on in our book: what no book can hold is a slip of the pen."""
        found = _LEADING_NUMBER.match(printed)
        if printed and not printed[0].isalnum():
            problem = gettext(
                "Chưa đọc được số ở “%(printed)s”. Ghi số trước, ký hiệu sau, ví dụ 05/KH-CĐGD; "
                "văn bản không có số thì để trống."
            )
        elif found and int(found[1]) < 1:
            problem = gettext("Số văn bản bắt đầu từ 01. Văn bản không có số thì để trống.")
        elif found and int(found[1]) > HIGHEST_NUMBER:
            problem = gettext(
                "Số %(number)s lớn hơn %(last)s nên không phải số trong sổ của một năm. "
                "Hãy xem lại số ghi trên văn bản."
            )
        else:
            return
        words = {"printed": printed, "number": found[1] if found else "", "last": HIGHEST_NUMBER}
        self.add_error("full_number", problem % words)

    def head(self) -> dict[str, Any]:
        """The head of the paper; its place in the book and its symbol come from the number as
        printed. Where none is printed, the symbol stands by itself.
        """
        printed = self.cleaned_data["full_number"]
        number, symbol = _LEADING_NUMBER.match(printed), _SYMBOL.search(printed)
        names = ("type_name", "title", "place", "issuer_name", "parent_name", "signer_name")
        return {name: self.cleaned_data[name] for name in names} | {
            "full_number": printed,
            "number": int(number[1]) if number else None,
            "symbol": symbol[1][:50] if symbol else self.cleaned_data["symbol"],
        }


class HeadForm(forms.Form):
    """The head of a draft."""

    title = forms.CharField(label=_("Trích yếu"), max_length=1000, widget=_LINES)
    symbol = forms.CharField(
        label=_("Ký hiệu"), max_length=50, required=False, help_text=_("ví dụ KH-CĐGD")
    )
    place = forms.CharField(label=_("Địa danh"), max_length=100)
    issuer_name = forms.CharField(label=_("Cơ quan ban hành"), max_length=200)
    parent_name = forms.CharField(label=_("Cấp trên trực tiếp"), max_length=200, required=False)
    theme = forms.CharField(label=_("Chủ đề"), max_length=1000, required=False, widget=_LINES)

    HEAD = ("title", "symbol", "place", "issuer_name", "parent_name")

    def head(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in self.HEAD}


class NewPlanForm(UnitForm, HeadForm):
    """A draft from nothing: for which unit, for which year."""

    once = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)
    year_label = forms.RegexField(
        r"^(?:19|20)\d\d(?:-(?:19|20)\d\d)?$",
        label=_("Năm hoặc năm học"),
        help_text=_("ví dụ 2024 hoặc 2024-2025"),
        error_messages={"invalid": _("Gõ năm (2024) hoặc năm học (2024-2025).")},
    )

    field_order = ["unit", "year_label", "title", "theme"]


class VersionForm(forms.Form):
    """The state of the draft that the person saw."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class AddForm(CorrectionForm, VersionForm):
    """A phase, target or duty that is added to a draft by hand."""


class EditForm(HeadForm, VersionForm):
    """The head and the recipients of a draft that exists."""

    recipients = RecipientsField(
        label=_("Nơi nhận"),
        required=False,
        help_text=_("Mỗi dòng một nơi nhận, đúng như sẽ in."),
    )
    read_anew = forms.BooleanField(
        label=_("Đọc lại từ nguyên văn, bỏ các chỗ cán bộ đã sửa khi nhận hoặc thêm bằng tay"),
        required=False,
    )


class ClauseForm(VersionForm):
    """The words of one paragraph, or of several new ones."""

    text = forms.CharField(
        label=_("Nội dung đoạn"),
        required=False,
        max_length=20000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Giữ số thứ tự ở đầu đoạn. Xuống dòng là sang đoạn mới."),
    )


class ReturnForm(forms.Form):
    """Why a plan goes back."""

    reason = forms.CharField(
        label=_("Lý do trả lại"),
        max_length=1000,
        widget=_LINES,
        error_messages={"required": _("Chưa ghi lý do trả lại.")},
    )


class IssueForm(forms.Form):
    """The day of the paper, and a number that was kept back for it.

    `warned` is the day for which the page has already said what is odd about it.
    """

    dated = VnDateField(label=_("Ngày văn bản"), help_text=_("ngày/tháng/năm"))
    warned = forms.DateField(required=False, widget=forms.HiddenInput)
    reserved = forms.ModelChoiceField(
        BookEntry.objects.none(),
        label=_("Số"),
        required=False,
        empty_label=_("Số kế tiếp trong sổ"),
    )

    def __init__(self, *args: Any, kept: Sequence[BookEntry], **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["reserved"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = BookEntry.objects.filter(pk__in=[entry.pk for entry in kept])
