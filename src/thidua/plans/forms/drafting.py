"""Writing a plan and sending it on its way."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.core.fields import VnDateField
from thidua.documents.models import BookEntry
from thidua.plans.forms.intake import UnitForm
from thidua.plans.forms.lines import LINES, RecipientsField
from thidua.plans.forms.reading import CorrectionForm


class HeadForm(forms.Form):
    """The head of a draft."""

    title = forms.CharField(label=_("Trích yếu"), max_length=1000, widget=LINES)
    symbol = forms.CharField(
        label=_("Ký hiệu"), max_length=50, required=False, help_text=_("ví dụ KH-CĐGD")
    )
    place = forms.CharField(label=_("Địa danh"), max_length=100)
    issuer_name = forms.CharField(label=_("Cơ quan ban hành"), max_length=200)
    parent_name = forms.CharField(label=_("Cấp trên trực tiếp"), max_length=200, required=False)
    theme = forms.CharField(label=_("Chủ đề"), max_length=1000, required=False, widget=LINES)

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


class ForwardForm(forms.Form):
    """To which year a plan is moved."""

    once = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)
    year = forms.IntegerField(
        label=_("Năm của kế hoạch mới"),
        min_value=1990,
        max_value=2100,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        help_text=_("Kế hoạch theo năm học thì gõ năm bắt đầu, ví dụ 2025 cho năm học 2025-2026."),
    )


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
        widget=LINES,
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
