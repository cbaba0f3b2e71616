"""What officers taught the reader about the papers of one issuer."""

from django.conf import settings
from django.db import models

from thidua.documents.models import Reading
from thidua.org.models import Unit


class Example(models.Model):
    """One accepted correction: what the engine read in a field, and what the officer said it is.

    Written when a reading is accepted, used for the next reading of the same issuer in the same
    unit (`thidua.plans.taught`). `field` is a field path, `recipients[]` for a single line, or
    `finding:rule` for a place that was kept as printed. `read` is empty where the engine found
    nothing; `said` is null where the officer took something out. Held by the database: one answer
    for each thing read; a later one takes the place of the earlier.
    """

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="examples")
    issuer_fold = models.CharField(max_length=200)
    field = models.CharField(max_length=100)
    read = models.TextField(blank=True)
    read_fold = models.CharField(max_length=300, blank=True)
    said = models.JSONField(null=True)
    context = models.TextField(blank=True)
    times = models.PositiveIntegerField(default=1)
    reading = models.ForeignKey(
        Reading, models.SET_NULL, null=True, blank=True, related_name="examples"
    )
    taught_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    taught_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "issuer_fold", "field", "read_fold"],
                name="example_once_per_thing_read",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.field}: {self.read} → {self.said}"
