"""Messages to many, with the exact list of people before they go."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.notify.models.channels import WebHook
from thidua.notify.models.mails import OutboxMail
from thidua.org.models import Person, Unit


class AnnouncementState(models.TextChoices):
    DRAFT = "draft", _("Đang soạn")
    SENDING = "sending", _("Đang gửi")
    SENT = "sent", _("Đã gửi")


class Announcement(models.Model):
    """What a unit tells officers below it."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="announcements")
    subject = models.CharField(_("Tiêu đề"), max_length=200)
    body = models.TextField(_("Nội dung"), max_length=4000)
    state = models.CharField(
        max_length=8, choices=AnnouncementState, default=AnnouncementState.DRAFT
    )
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    once = models.CharField(max_length=80, unique=True, null=True, blank=True)

    def __str__(self) -> str:
        return self.subject


class WayKind(models.TextChoices):
    """How somebody is reached."""

    MAIL = "mail", _("Thư điện tử")
    HOOK = "hook", _("Kênh nhắn tin")
    BELL = "bell", _("Chuông trong hệ thống")
    CALL = "call", _("Gọi điện")


class Receiver(models.Model):
    """One person on the list of an announcement, and the way that leads to them.

    `name` and `role` are those of the day. Held by the database: nobody stands there twice.
    """

    announcement = models.ForeignKey(Announcement, models.CASCADE, related_name="receivers")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    name = models.CharField(max_length=150)
    role = models.CharField(max_length=300)
    way = models.CharField(max_length=4, choices=WayKind)
    address = models.CharField(max_length=254, blank=True)
    hook = models.ForeignKey(WebHook, models.PROTECT, null=True, blank=True, related_name="+")
    mail = models.ForeignKey(
        OutboxMail, models.PROTECT, null=True, blank=True, related_name="receivers"
    )
    handed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["announcement", "person"], name="receiver_once_per_announcement"
            )
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.role}"
