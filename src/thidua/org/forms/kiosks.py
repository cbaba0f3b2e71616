"""Shapes of the input about shared machines."""

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

HOURS = ((2, _("2 giờ")), (4, _("4 giờ")), (8, _("8 giờ")), (12, _("12 giờ")))


class KioskForm(forms.Form):
    """What a shared machine is called, for how long, and how it is ended."""

    name = forms.CharField(
        label=_("Tên máy"),
        max_length=100,
        help_text=_("Ví dụ: Máy tính phòng công đoàn"),
        error_messages={"required": _("Chưa có tên máy.")},
    )
    hours = forms.TypedChoiceField(label=_("Tự kết thúc sau"), choices=HOURS, coerce=int, initial=8)
    pin = forms.CharField(
        label=_("Mã PIN để kết thúc"),
        max_length=8,
        widget=forms.PasswordInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
        help_text=_("4 đến 8 chữ số, chỉ người trông máy biết."),
        validators=[RegexValidator(r"^\d{4,8}$", _("Mã PIN gồm 4 đến 8 chữ số."))],
        error_messages={"required": _("Chưa có mã PIN.")},
    )


class PinForm(forms.Form):
    pin = forms.CharField(
        label=_("Mã PIN"),
        max_length=8,
        widget=forms.PasswordInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
        error_messages={"required": _("Chưa có mã PIN.")},
    )


class DoorForm(forms.Form):
    """The one field of the first page of a shared machine: a code from paper or from the wall."""

    code = forms.CharField(
        label=_("Mã trên phiếu, hoặc mã ký giao ước treo ở đơn vị"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": _("Chưa có mã.")},
    )
