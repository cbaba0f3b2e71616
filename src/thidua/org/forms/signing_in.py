"""Signing in, in the words of the product."""

from django.contrib.auth.forms import AuthenticationForm
from django.utils.translation import gettext_lazy as _


class SignInForm(AuthenticationForm):
    """Sign-in in the words of the product."""

    error_messages = {
        "invalid_login": _(
            "Tên đăng nhập hoặc mật khẩu chưa đúng. "
            "Hãy kiểm tra bộ gõ tiếng Việt và phím Caps Lock."
        ),
        "inactive": _("Tài khoản này đang bị khóa. Hãy liên hệ người quản trị của đơn vị."),
    }
