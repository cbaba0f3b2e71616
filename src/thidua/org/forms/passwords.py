"""The password one has, asked for again, and the one chosen instead."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import (
    password_validators_help_texts,
    validate_password,
)
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thidua.org.guessing import account_must_wait, note_a_miss_of
from thidua.org.models import User


class OfAnAccount(forms.Form):
    """A form about the account `user`."""

    def __init__(self, *args: Any, user: User, **options: Any) -> None:
        super().__init__(*args, **options)
        self.user = user


class OwnPasswordForm(OfAnAccount):
    """Asks for the password again before something that guards the account is changed.

    Whoever sits down at a machine that somebody left open has as few guesses as at the door.
    """

    now = forms.CharField(
        label=_("Mật khẩu đang dùng"),
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": _("Chưa gõ mật khẩu đang dùng.")},
        strip=False,
    )

    def clean_now(self) -> str:
        if account_must_wait("password", self.user.pk):
            raise ValidationError(
                gettext(
                    "Vừa gõ sai mật khẩu quá nhiều lần nên phải đợi 10 phút. Nếu không phải bạn "
                    "gõ, hãy đăng xuất máy này."
                )
            )
        if not self.user.check_password(self.cleaned_data["now"]):
            note_a_miss_of("password", self.user.pk)
            raise ValidationError(gettext("Mật khẩu đang dùng chưa đúng."))
        return str(self.cleaned_data["now"])


class NewPasswordForm(OfAnAccount):
    """A password of one's own, twice."""

    first = forms.CharField(
        label=_("Mật khẩu mới"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": _("Chưa có mật khẩu mới.")},
        strip=False,
    )
    second = forms.CharField(
        label=_("Gõ lại mật khẩu mới"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": _("Chưa gõ lại mật khẩu mới.")},
        strip=False,
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["first"].help_text = " ".join(password_validators_help_texts())

    def clean_first(self) -> str:
        validate_password(self.cleaned_data["first"], self.user)
        return str(self.cleaned_data["first"])

    def clean(self) -> None:
        first, second = self.cleaned_data.get("first"), self.cleaned_data.get("second")
        if first and second and first != second:
            self.add_error("second", gettext("Hai lần gõ mật khẩu mới không giống nhau."))


class ChangePasswordForm(OwnPasswordForm, NewPasswordForm):
    """The present password, then the new one."""

    field_order = ("now", "first", "second")
