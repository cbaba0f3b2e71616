"""Two records that were of one person, and everything that joining them moved."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from thidua.org.models.people import Person


class PersonMerge(models.Model):
    """`gone` was a second record of `kept`. `noted` holds each changed row and what stood there."""

    kept = models.ForeignKey(Person, models.PROTECT, related_name="merges")
    gone = models.ForeignKey(Person, models.PROTECT, related_name="merged_by")
    noted = models.JSONField()
    left = models.JSONField(default=list)
    """What could not move because `kept` has its like: table and number of rows."""
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    done_at = models.DateTimeField()
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["gone"], condition=Q(undone_at=None), name="person_merged_once"
            ),
            models.CheckConstraint(
                condition=Q(undone_at=None, undone_by=None)
                | Q(undone_at__isnull=False, undone_by__isnull=False),
                name="merge_undone_is_stamped",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.gone} → {self.kept}"
