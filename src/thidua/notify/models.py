from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.org.models import Unit


class MailState(models.TextChoices):
    WAITING = "waiting", _("Chờ gửi")
    SENT = "sent", _("Đã gửi")
    FAILED = "failed", _("Chưa gửi được")


class OutboxMail(models.Model):
    """One e-mail to one address, kept as it was written. It leaves through the worker.

    Held by the database: one mail per `key` (what it is about and for whom), so that a repeated
    press or job doubles nothing; a moment of sending exactly when it was sent.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="outbox")
    key = models.CharField(max_length=300, unique=True)
    to = models.EmailField()
    subject = models.CharField(max_length=250)
    body = models.TextField()
    state = models.CharField(max_length=10, choices=MailState, default=MailState.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    last_error = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField()
    tried_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state=MailState.SENT, sent_at__isnull=False)
                | (~Q(state=MailState.SENT) & Q(sent_at=None)),
                name="outbox_mail_stamped_when_sent",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.to}: {self.subject}"
