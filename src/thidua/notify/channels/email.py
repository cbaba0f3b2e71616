"""E-mail through the server of the installation."""

import smtplib
import socket

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from thidua.notify.models import OutboxMail


class Email:
    def send(self, mail: OutboxMail) -> str:
        """Hand the mail to the server; the answer is the problem in words, or nothing."""
        try:
            validate_email(mail.to)
            EmailMessage(mail.subject, mail.body, to=[mail.to]).send()
        except ValidationError:
            return _("Địa chỉ thư điện tử này viết sai. Hãy sửa ở hồ sơ của người nhận.")
        except (smtplib.SMTPException, OSError) as error:
            return problem_of(error)
        return ""


def problem_of(error: OSError) -> str:
    """What went wrong, in words for the officer who looks at the outbox.

    `smtplib` derives its errors from `OSError`, so the particular ones are asked for first.
    """
    server = {"server": settings.EMAIL_HOST}
    for kind, sentence in (
        (smtplib.SMTPRecipientsRefused, _("Máy chủ thư không nhận địa chỉ này.")),
        (
            smtplib.SMTPAuthenticationError,
            _("Máy chủ thư không chấp nhận tên đăng nhập hoặc mật khẩu."),
        ),
        (smtplib.SMTPException, _("Máy chủ thư %(server)s báo lỗi khi nhận thư.") % server),
        (TimeoutError, _("Máy chủ thư %(server)s không trả lời.") % server),
        (socket.gaierror, _("Không tìm thấy máy chủ thư %(server)s.") % server),
        (ConnectionError, _("Không nối được tới máy chủ thư %(server)s.") % server),
    ):
        if isinstance(error, kind):
            return sentence
    return _("Không gửi được thư qua máy chủ %(server)s.") % server
