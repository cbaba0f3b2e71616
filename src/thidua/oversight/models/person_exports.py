"""Everything that is held on one person, gathered for that person (PDP-04)."""

from django.conf import settings
from django.db import models

from thidua.files.models import StoredFile
from thidua.oversight.models.personal_data import DataRequest


class PersonExport(models.Model):
    """One copy, made by the worker; the file goes when the request is settled."""

    request = models.OneToOneField(DataRequest, models.PROTECT, related_name="export")
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    rows = models.PositiveIntegerField(default=0)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    made_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"export for {self.request_id}"
