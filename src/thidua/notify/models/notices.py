"""What stands under the bell, and what the clock does once for everybody."""

from django.conf import settings
from django.db import models


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
