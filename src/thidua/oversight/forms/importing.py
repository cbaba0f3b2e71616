"""Which list, for which unit, and what its columns are."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thidua.core.fields import VnDateField
from thidua.org.models import Unit
from thidua.oversight.importing.targets import SHAPES
from thidua.oversight.models import Import, ImportKind

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

MOST_ROWS = 200_000


class ListFileForm(forms.Form):
    """A table somebody chose, small enough to be taken."""

    file = forms.FileField(
        label=_("Tệp danh sách"),
        help_text=_("Tệp .xlsx, .xls, .ods hoặc .csv, tối đa 20 MB."),
        error_messages={
            "required": _("Chưa chọn tệp nào."),
            "empty": _("Tệp này trống nên không có gì để nhập, hãy chọn lại đúng tệp."),
        },
    )

    def clean_file(self) -> "UploadedFile[bytes]":
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if (file.size or 0) > settings.UPLOAD_LIMIT:
            raise ValidationError(
                gettext("Tệp này nặng quá 20 MB. Hãy chia thành nhiều tệp rồi nhập lần lượt.")
            )
        self.cleaned_data["data"] = file.read()
        return file


class ImportForm(ListFileForm):
    """What the list is about comes first, then whose it is."""

    kind = forms.ChoiceField(
        label=_("Tệp này là"), widget=forms.RadioSelect, initial=ImportKind.MEMBERS
    )
    unit = forms.ModelChoiceField(Unit.objects.none(), label=_("Đơn vị"), empty_label=None)
    day = VnDateField(
        label=_("Danh sách tính từ ngày"),
        help_text=_("Dùng cho dòng không ghi ngày riêng."),
    )
    field_order = ("kind", "unit", "file", "day")

    def __init__(
        self,
        *args: Any,
        units: Sequence[Unit],
        kinds: Sequence[tuple[str, str]],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        kind = self.fields["kind"]
        if isinstance(kind, forms.ChoiceField):
            kind.choices = list(kinds)
        field = self.fields["unit"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = Unit.objects.filter(pk__in=[unit.pk for unit in units])
            field.initial = units[0].pk if units else None
        if len(units) == 1:
            field.widget = forms.HiddenInput()


class ColumnsForm(forms.Form):
    """What each column is. `first_row` is the first line under the titles."""

    first_row = forms.IntegerField(
        label=_("Dòng dữ liệu đầu tiên"), min_value=1, max_value=MOST_ROWS
    )
    day = VnDateField(label=_("Danh sách tính từ ngày"))

    def __init__(self, *args: Any, owner: Import, **options: Any) -> None:
        options["initial"] = {"first_row": owner.first_row, "day": owner.day}
        super().__init__(*args, **options)
        self.owner, self.shape = owner, SHAPES[owner.kind]
        choices = [("", _("không lấy")), *((one.code, one.title) for one in self.shape.known)]
        for place, code in enumerate(owner.columns):
            title = owner.headings[place] or gettext("Cột %(number)s") % {"number": place + 1}
            self.fields[f"column_{place}"] = forms.ChoiceField(
                label=title, choices=choices, initial=code, required=False
            )

    def clean(self) -> dict[str, Any]:
        told = [self.cleaned_data.get(f"column_{n}", "") for n in range(len(self.owner.columns))]
        used = [code for code in told if code]
        titles = {one.code: one.title for one in self.shape.known}
        for twice in sorted({code for code in used if used.count(code) > 1}):
            self.add_error(
                None, gettext("Có hai cột cùng là “%(title)s”.") % {"title": titles[twice]}
            )
        for group in self.shape.needed:
            if not {one.code for one in group} & set(used):
                wanted = gettext(" hoặc ").join(f"“{one.title}”" for one in group)
                self.add_error(None, gettext("Chưa có cột %(title)s.") % {"title": wanted})
        self.cleaned_data["columns"] = told
        return self.cleaned_data
