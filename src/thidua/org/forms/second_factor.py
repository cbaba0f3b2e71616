"""Shapes of the input about second factors."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from thidua.org.forms.passwords import OwnPasswordForm
from thidua.org.second_factor.app_codes import minutes_off, step_of

_CODE = {
    "autocomplete": "one-time-code",
    "inputmode": "numeric",
    "spellcheck": "false",
    "autofocus": True,
}


class CodeForm(forms.Form):
    """A code of the app, or one on paper."""

    code = forms.CharField(
        label=_("Mã xác thực"),
        max_length=20,
        widget=forms.TextInput(attrs=_CODE),
        help_text=_("6 chữ số trên ứng dụng, hoặc một mã dự phòng 8 chữ số."),
        error_messages={"required": _("Chưa gõ mã.")},
    )


class AppForm(OwnPasswordForm):
    """The password, and the digits the app shows for the secret of this page."""

    code = forms.CharField(
        label=_("6 chữ số đang hiện trên ứng dụng"),
        max_length=20,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "inputmode": "numeric", "spellcheck": "false"}
        ),
        error_messages={"required": _("Chưa gõ 6 chữ số.")},
    )
    field_order = ("code", "now")

    def __init__(self, *args: Any, secret: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.secret = secret

    def clean_code(self) -> str:
        code = "".join(sign for sign in self.cleaned_data["code"] if sign.isdigit())
        if step_of(self.secret, code) is None:
            raise ValidationError(_why_not(minutes_off(self.secret, code)))
        return code


class PasskeyForm(OwnPasswordForm):
    """What the key is called, the password, and what the browser answered."""

    name = forms.CharField(
        label=_("Tên của khóa"),
        max_length=60,
        help_text=_("để nhận ra sau này, ví dụ: máy tính ở văn phòng"),
        error_messages={"required": _("Chưa đặt tên cho khóa.")},
    )
    credential = forms.CharField(
        required=False, max_length=20_000, widget=forms.HiddenInput(attrs={"id": "credential"})
    )
    field_order = ("name", "now", "credential")


class AnswerForm(forms.Form):
    """What the browser answered for a passkey."""

    credential = forms.CharField(
        required=False, max_length=20_000, widget=forms.HiddenInput(attrs={"id": "credential"})
    )


def _why_not(minutes: int) -> str:
    if not minutes:
        return gettext("Mã chưa đúng. Mã đổi sau mỗi 30 giây: hãy chờ mã mới rồi gõ lại.")
    lines = (
        ngettext(
            "Đồng hồ điện thoại nhanh hơn máy chủ khoảng %(minutes)s phút. Hãy đặt ngày giờ của "
            "điện thoại là tự động rồi gõ mã mới.",
            "Đồng hồ điện thoại nhanh hơn máy chủ khoảng %(minutes)s phút. Hãy đặt ngày giờ của "
            "điện thoại là tự động rồi gõ mã mới.",
            abs(minutes),
        )
        if minutes > 0
        else ngettext(
            "Đồng hồ điện thoại chậm hơn máy chủ khoảng %(minutes)s phút. Hãy đặt ngày giờ của "
            "điện thoại là tự động rồi gõ mã mới.",
            "Đồng hồ điện thoại chậm hơn máy chủ khoảng %(minutes)s phút. Hãy đặt ngày giờ của "
            "điện thoại là tự động rồi gõ mã mới.",
            abs(minutes),
        )
    )
    return lines % {"minutes": abs(minutes)}
