"""The password one has, asked for again, and the one chosen instead."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thidua.org.guessing import account_must_wait, note_a_miss_of
from thidua.org.models import User
from thidua.org.oidc.providers import Provider
from thidua.org.second_factor.proof import ways_to_prove

REFUSED = {
    "password_too_short": _("Mật khẩu này quá ngắn."),
    "password_too_common": _("Mật khẩu này nhiều người dùng nên dễ đoán."),
    "password_entirely_numeric": _("Mật khẩu này toàn chữ số."),
}
"""What is wrong, by the code of Django's refusal; its own words repeat the rule of the hint."""


class OfAnAccount(forms.Form):
    """A form about the account `user`."""

    def __init__(self, *args: Any, user: User, **options: Any) -> None:
        super().__init__(*args, **options)
        self.user = user


class OwnPasswordForm(OfAnAccount):
    """Asks for the password again before something that guards the account is changed.

    Whoever sits down at a machine that somebody left open has as few guesses as at the door. An
    account without a password has to be `proven` otherwise (`second_factor.proof`).
    """

    now = forms.CharField(
        label=_("Mật khẩu đang dùng"),
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": _("Chưa gõ mật khẩu đang dùng.")},
        strip=False,
    )

    def __init__(self, *args: Any, user: User, proven: bool, **options: Any) -> None:
        super().__init__(*args, user=user, **options)
        self.proven = proven
        self.asks_password = user.has_usable_password()
        if not self.asks_password:
            del self.fields["now"]

    def ways(self) -> list[Provider]:
        """Where somebody without a password proves who they are."""
        return ways_to_prove(self.user)

    def clean(self) -> dict[str, Any] | None:
        if not self.asks_password and not self.proven:
            raise ValidationError(gettext("Chưa đăng nhập lại để xác nhận đúng là bạn."))
        return super().clean()

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
        help_text=_("ít nhất 8 ký tự, không toàn chữ số, không phải mật khẩu nhiều người dùng"),
        error_messages={"required": _("Chưa có mật khẩu mới.")},
        strip=False,
    )
    second = forms.CharField(
        label=_("Gõ lại mật khẩu mới"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": _("Chưa gõ lại mật khẩu mới.")},
        strip=False,
    )

    def clean_first(self) -> str:
        try:
            validate_password(self.cleaned_data["first"], self.user)
        except ValidationError as refusal:
            faults = [str(REFUSED[str(one.code)]) for one in refusal.error_list]
            raise ValidationError(faults) from refusal
        return str(self.cleaned_data["first"])

    def clean(self) -> dict[str, Any] | None:
        first, second = self.cleaned_data.get("first"), self.cleaned_data.get("second")
        if first and second and first != second:
            self.add_error("second", gettext("Hai lần gõ mật khẩu mới không giống nhau."))
        return super().clean()


class ChangePasswordForm(OwnPasswordForm, NewPasswordForm):
    """The present password, then the new one."""

    field_order = ("now", "first", "second")
