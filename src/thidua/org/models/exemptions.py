"""Declared exceptions from the rule that proposer and approver are two people."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from thidua.org.models.units import Unit


class Exemption(models.Model):
    """For some days a unit too small for two lets one person propose and approve.

    Declared by a keeper with the reason, never by who profits from it; every approval under it
    is in the trail like any other.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="exemptions")
    reason = models.CharField(max_length=300)
    declared_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    starts_on = models.DateField()
    ends_on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=models.F("starts_on")), name="exemption_days_in_order"
            )
        ]

    def __str__(self) -> str:
        return f"{self.unit}: {self.reason}"
