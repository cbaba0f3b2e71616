"""Clusters, labels and areas."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thidua.core.editing import EditForm
from thidua.core.fields import ChosenRowsField, VnDateField
from thidua.org.models import Area, AreaLevel, GroupingSort, Unit

NAME = {"required": _("Chưa có tên.")}
DAY = {"required": _("Chưa ghi ngày.")}


class GroupingForm(forms.Form):
    """Name and decision."""

    name = forms.CharField(label=_("Tên"), max_length=200, error_messages=NAME)
    decision = forms.CharField(
        label=_("Quyết định"),
        max_length=200,
        required=False,
        help_text=_("Số, ngày và cơ quan ban hành, ví dụ 12/QĐ-LĐLĐ ngày 05/01/2024."),
    )


class GroupingEditForm(EditForm, GroupingForm):
    """The same of a cluster or label that is there."""


class NewGroupingForm(GroupingForm):
    """A new cluster or label of one of the reader's units."""

    unit = forms.ModelChoiceField(
        Unit.objects.none(), label=_("Đơn vị thành lập"), empty_label=None
    )
    sort = forms.ChoiceField(label=_("Loại"), choices=GroupingSort)
    on = VnDateField(label=_("Từ ngày"), error_messages=DAY)
    field_order = ("unit", "sort", "name", "on", "decision")

    def __init__(self, *args: Any, units: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]


class MembersForm(forms.Form):
    """Units that join, found by name and chosen by boxes."""

    units = ChosenRowsField(
        Unit.objects.none(), error_messages={"required": _("Chưa chọn đơn vị nào.")}
    )
    on = VnDateField(label=_("Từ ngày"), error_messages=DAY)

    def __init__(self, *args: Any, units: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["units"].queryset = units  # type: ignore[attr-defined]


class DayForm(forms.Form):
    """The day from which something ends."""

    on = VnDateField(label=_("Từ ngày"), error_messages=DAY)


class HeadForm(forms.Form):
    """Who leads the cluster in a year."""

    year = forms.IntegerField(label=_("Năm"), min_value=2000, max_value=2100)
    unit = forms.ModelChoiceField(Unit.objects.none(), label=_("Cụm trưởng"), empty_label=None)
    deputy = forms.ModelChoiceField(
        Unit.objects.none(), label=_("Cụm phó"), required=False, empty_label=_("Không có")
    )

    def __init__(self, *args: Any, members: Sequence[Unit], **options: Any) -> None:
        super().__init__(*args, **options)
        inside = Unit.objects.filter(pk__in=[unit.pk for unit in members]).order_by("alphabetical")
        self.fields["unit"].queryset = inside  # type: ignore[attr-defined]
        self.fields["deputy"].queryset = inside  # type: ignore[attr-defined]


class AreaForm(EditForm, forms.ModelForm):  # type: ignore[type-arg]
    """An administrative area. What it belongs to and was merged into is typed by code or name."""

    starts_on = VnDateField(label=_("Có từ ngày"), required=False)
    ends_on = VnDateField(label=_("Có đến trước ngày"), required=False)
    level = forms.ChoiceField(label=_("Cấp hành chính"), choices=AreaLevel)
    within = forms.CharField(label=_("Thuộc"), max_length=100, required=False)
    merged_into = forms.CharField(label=_("Nhập vào"), max_length=100, required=False)

    class Meta:
        model = Area
        fields = (
            "name",
            "level",
            "code",
            "within",
            "starts_on",
            "ends_on",
            "merged_into",
            "source",
        )

    def clean_within(self) -> Area | None:
        return self._area(self.cleaned_data["within"])

    def clean_merged_into(self) -> Area | None:
        return self._area(self.cleaned_data["merged_into"])

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        start, end = typed.get("starts_on"), typed.get("ends_on")
        if start and end and end <= start:
            raise ValidationError(gettext("Ngày kết thúc phải sau ngày bắt đầu."))
        if typed.get("merged_into") and not end:
            raise ValidationError(
                gettext("Địa bàn đã nhập vào nơi khác thì phải có ngày kết thúc.")
            )
        return typed

    @staticmethod
    def _area(typed: str) -> Area | None:
        """By number first, then by name; the latest of several."""
        if not typed:
            return None
        known = Area.objects.filter(ends_on=None)
        found = known.filter(code=typed).first() or known.filter(name__iexact=typed).last()
        if found is None:
            raise ValidationError(
                gettext("Danh mục không có địa bàn “%(typed)s”.") % {"typed": typed}
            )
        return found
