"""Ways out beside e-mail, each a row the keeper writes."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.org.models import Unit


class ReachedBy(models.TextChoices):
    """What of a person the service behind a web hook wants."""

    PHONE = "phone", _("Số điện thoại")
    EMAIL = "email", _("Thư điện tử")


class WebHook(models.Model):
    """A service that takes messages over HTTP, such as a gateway for SMS or Zalo.

    `template` is JSON with holes in its texts (`{to}`, `{subject}`, `{text}`); `secret` signs what
    is sent, so that the service knows who sends.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="hooks")
    name = models.CharField(_("Tên kênh"), max_length=100)
    url = models.URLField(_("Địa chỉ nhận"), max_length=500)
    secret = models.CharField(_("Khóa ký"), max_length=200)
    template = models.TextField(_("Mẫu nội dung (JSON)"))
    reached_by = models.CharField(_("Gửi theo"), max_length=5, choices=ReachedBy)
    is_active = models.BooleanField(_("Đang dùng"), default=True)

    def __str__(self) -> str:
        return self.name
