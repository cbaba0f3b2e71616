"""Machines that many members use one after the other, without accounts."""

from django.conf import settings
from django.db import models

from thidua.org.models.units import Unit


class Kiosk(models.Model):
    """A browser that shows only what members do without an account, until a time or a PIN."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="kiosks")
    name = models.CharField(max_length=100)
    digest = models.CharField(max_length=64, unique=True)
    pin = models.CharField(max_length=128)
    """Hashed like a password."""
    started_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    started_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    misses = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return self.name
