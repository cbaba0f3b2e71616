"""Messages on their way out, kept as they were written."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.notify.models.channels import WebHook
from thidua.org.models import Unit


class MailState(models.TextChoices):
    WAITING = "waiting", _("Chờ gửi")
    SENT = "sent", _("Đã gửi")
    FAILED = "failed", _("Chưa gửi được")
    HELD = "held", _("Chờ gộp thư")
    MERGED = "merged", _("Đã gộp vào thư khác")


class OutboxMail(models.Model):
    """One message to one address, kept as it was written. It leaves through the worker.

    An e-mail, or what a web hook hands on (then `to` is a phone number or what the hook knows).
    `reader` is the account behind the address, where there is one: its quiet hours hold, and with
    `HELD` the message waits for the letter of the day or the week that takes it in.

    Held by the database: one mail per `key` (what it is about and for whom), so that a repeated
    press or job doubles nothing; a moment of sending exactly when it was sent.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="outbox")
    key = models.CharField(max_length=300, unique=True)
    to = models.CharField(max_length=254)
    hook = models.ForeignKey(WebHook, models.PROTECT, null=True, blank=True, related_name="mails")
    reader = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    subject = models.CharField(max_length=250)
    body = models.TextField()
    state = models.CharField(max_length=10, choices=MailState, default=MailState.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    last_error = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField()
    tried_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    not_before = models.DateTimeField(null=True, blank=True)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged"
    )
    sent_again_as = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="earlier"
    )

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
