"""Deeds that are read in other words than they were recorded in."""

from django.db import models

from thidua.audit.models.events import AuditEvent


class RetoldEvent(models.Model):
    """How a deed reads since somebody in it has become nameless.

    The sealed row stays as it is. `instead` holds the columns that read otherwise.
    """

    event = models.OneToOneField(AuditEvent, models.CASCADE, related_name="retold")
    instead = models.JSONField()

    def __str__(self) -> str:
        return f"event {self.event_id}: {', '.join(self.instead)}"
