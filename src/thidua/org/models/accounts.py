"""Accounts handed out on paper, and the devices on which somebody is signed in."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from thidua.org.models.units import Unit


class SlipBatch(models.Model):
    """Account slips printed together. `once` is the page they were asked for on: two presses on it
    print one batch."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="slip_batches")
    once = models.CharField(max_length=60, unique=True, editable=False)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.unit}, {self.made_at:%d/%m/%Y}"


class Slip(models.Model):
    """A paper slip with a one-time code that lets its account choose a password.

    Only the digest of the code is kept. Held by the database: an account has one open slip; a
    slip is used or void, never both. `reason` is why an account that was in use got a new one.
    """

    batch = models.ForeignKey(SlipBatch, models.PROTECT, related_name="slips")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="slips")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    reason = models.CharField(max_length=300, blank=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    void_at = models.DateTimeField(null=True, blank=True)
    misses = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user"],
                condition=Q(used_at=None, void_at=None),
                name="slip_open_once_per_account",
            ),
            models.CheckConstraint(
                condition=Q(used_at=None) | Q(void_at=None), name="slip_used_or_void"
            ),
        ]

    def __str__(self) -> str:
        return f"slip of {self.user_id}"


class Device(models.Model):
    """One sign-in of an account that its owner may look at and end.

    The address is shortened: it tells the network, not the machine. The row outlives the session.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="devices")
    session_key = models.CharField(max_length=40, unique=True)
    browser = models.CharField(max_length=100)
    address = models.CharField(max_length=45, blank=True)
    began_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["user", "ended_at"], name="device_of_user")]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.browser}"
