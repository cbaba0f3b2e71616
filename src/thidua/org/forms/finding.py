"""Narrowing down lists of units; everything stands in the address."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.core.fields import VnDateField
from thidua.org.models import PostKind, Unit, UnitKind
from thidua.org.queries.finding import LONGEST, Living
from thidua.org.queries.phone_book import Called


class UnitsForm(forms.Form):
    """What is asked of the list of units; what cannot be read is said and left out."""

    q = forms.CharField(label=_("Tên đơn vị"), max_length=LONGEST, required=False)
    kind = forms.ModelChoiceField(
        UnitKind.objects.order_by("rank", "name"),
        label=_("Loại đơn vị"),
        required=False,
        to_field_name="code",
        empty_label=_("Tất cả"),
    )
    living = forms.ChoiceField(label=_("Tình trạng"), choices=Living, required=False)
    ngay = VnDateField(label=_("Tính đến ngày"), required=False)
    under = forms.ModelChoiceField(
        Unit.objects.none(), required=False, widget=forms.HiddenInput, label=_("Thuộc đơn vị")
    )

    def __init__(self, *args: Any, units: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["under"].queryset = units  # type: ignore[attr-defined]
        self.fields["q"].widget.attrs |= {"type": "search", "autocomplete": "off"}


class PhoneBookForm(forms.Form):
    """What is asked of the phone book."""

    q = forms.CharField(label=_("Tên người hoặc đơn vị"), max_length=LONGEST, required=False)
    unit_kind = forms.ModelChoiceField(
        UnitKind.objects.order_by("rank", "name"),
        label=_("Loại đơn vị"),
        required=False,
        to_field_name="code",
        empty_label=_("Tất cả"),
    )
    post_kind = forms.ModelChoiceField(
        PostKind.objects.order_by("rank", "name"),
        label=_("Chức vụ"),
        required=False,
        to_field_name="code",
        empty_label=_("Người đứng đầu"),
    )
    under = forms.ModelChoiceField(
        Unit.objects.none(), required=False, widget=forms.HiddenInput, label=_("Thuộc đơn vị")
    )

    def __init__(self, *args: Any, units: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["under"].queryset = units  # type: ignore[attr-defined]

    def called(self) -> Called:
        """What was asked for; fields that could not be read ask for nothing."""
        asked = self.cleaned_data
        return Called(
            words=asked.get("q") or "",
            under=asked.get("under"),
            unit_kind=asked.get("unit_kind"),
            post_kind=asked.get("post_kind"),
        )
