"""Kept bytes, and the pictures among them."""

from django.conf import settings
from django.db import models

from thidua.org.models import Unit


class StoredFile(models.Model):
    """One sequence of bytes, kept once under its SHA-256 and never changed.

    Who may see it, the document or record it belongs to decides; this room only keeps it.
    """

    sha256 = models.CharField(max_length=64, unique=True, editable=False)
    size = models.PositiveBigIntegerField(editable=False)
    media_type = models.CharField(max_length=100, editable=False)
    stored_at = models.DateTimeField(editable=False)
    last_kept_at = models.DateTimeField(null=True, editable=False, db_index=True)
    """When the same bytes last came; what came lately is never swept away."""

    def __str__(self) -> str:
        return self.sha256[:12]

    @property
    def path(self) -> str:
        """Where the bytes lie, below the root of the storage."""
        return f"{self.sha256[:2]}/{self.sha256}"


class Picture(models.Model):
    """A photograph as it came and as it is shown: upright, at most 1600 pixels, without its data.

    A camera writes place and time into a picture; only `shown` ever leaves the system. Who may
    see it, the record it belongs to decides.
    """

    original = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    shown = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    name = models.CharField(max_length=255)
    kept_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    kept_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class Use(models.Model):
    """A unit keeps a file: what its quota counts. Each file counts once for each unit."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="kept_files")
    file = models.ForeignKey(StoredFile, models.CASCADE, related_name="uses")
    since = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "file"], name="use_once_per_unit")]

    def __str__(self) -> str:
        return f"{self.unit}: {self.file}"


class Quota(models.Model):
    """How many bytes a unit may keep, where a keeper decided otherwise than the setting."""

    unit = models.OneToOneField(Unit, models.PROTECT, related_name="quota")
    size = models.PositiveBigIntegerField()

    def __str__(self) -> str:
        return f"{self.unit}: {self.size}"
