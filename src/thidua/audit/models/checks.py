"""Looks at all seals, as they were asked for on the screen."""

from django.db import models


class TrailCheck(models.Model):
    """One look at all seals that somebody asked for on the screen, and what it found."""

    started_at = models.DateTimeField()
    started_by = models.CharField(max_length=150)
    done = models.BigIntegerField(default=0)
    total = models.BigIntegerField(default=0)
    moved_at = models.DateTimeField(null=True)
    """When its worker last said how far it is."""
    finished_at = models.DateTimeField(null=True)
    blocks = models.PositiveIntegerField(default=0)
    sealed = models.BigIntegerField(default=0)
    unsealed = models.BigIntegerField(default=0)
    last_hash = models.CharField(max_length=64, blank=True)
    faults = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"check of {self.started_at:%Y-%m-%d %H:%M}"
