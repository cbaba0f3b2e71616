from django.conf import settings
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

    @property
    def state_word(self) -> str:
        """Quicker than `get_state_display`, which looks through all choices, fifty times a page."""
        return str(MailState(self.state).label)


class Notice(models.Model):
    """One line for one account, under the bell: what happened or is due, and where.

    Held by the database: one notice per account and `key` (what it is about and which day), so
    that a clock that catches up doubles nothing.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notices")
    key = models.CharField(max_length=200)
    text = models.CharField(max_length=500)
    url = models.CharField(max_length=300)
    created_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["user", "key"], name="notice_once_per_key"),
        ]

    def __str__(self) -> str:
        return self.text


class Round(models.Model):
    """A thing the clock does once for everybody, such as the reminders of one morning.

    `reached` is the last account that was served, so that a stop in the middle goes on where it
    was, and two clocks share the work. Held by the database: one round per `key`.
    """

    key = models.CharField(max_length=100, unique=True)
    begun_at = models.DateTimeField()
    reached = models.PositiveBigIntegerField(default=0)
    done_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.key
