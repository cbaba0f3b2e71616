"""How somebody wants to be told."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Pace(models.TextChoices):
    """When e-mails that are not urgent come."""

    AT_ONCE = "at_once", _("Từng thư, ngay khi có")
    DAILY = "daily", _("Gộp thành một thư mỗi sáng ngày làm việc")
    WEEKLY = "weekly", _("Gộp thành một thư mỗi sáng thứ Hai")
    NEVER = "never", _("Không gửi thư, chỉ xem dưới chuông")


class Preference(models.Model):
    """The choices of one account; without a row everything comes at once.

    Quiet hours run from one time of day to another, over midnight where the second is earlier.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="notice_preference"
    )
    pace = models.CharField(_("Thư điện tử"), max_length=8, choices=Pace, default=Pace.AT_ONCE)
    quiet_from = models.TimeField(_("Không gửi từ"), null=True, blank=True)
    quiet_to = models.TimeField(_("đến"), null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.user}: {self.pace}"
