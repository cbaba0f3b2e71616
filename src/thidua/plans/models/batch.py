"""Many files on their way through the reader, one row each."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.core.links import path_to
from thidua.documents.models import Document, Reading
from thidua.files.models import StoredFile
from thidua.org.models import Unit

LOST = timedelta(minutes=2)
"""Without a page for so long, a running file has lost its worker."""


class FileState(models.TextChoices):
    WAITING = "waiting", _("Chờ đọc")
    RUNNING = "running", _("Đang đọc")
    READ = "read", _("Đã đọc xong")
    KNOWN = "known", _("Đã có từ trước")
    REFUSED = "refused", _("Không đọc được")
    STOPPED = "stopped", _("Đã dừng")


class Batch(models.Model):
    """A folder of files, or one file that takes long, that a unit has given to be read.

    `once` is the page on which it was begun: what is sent from there comes into one batch.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="batches")
    started_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    started_at = models.DateTimeField()
    once = models.CharField(max_length=60, null=True, blank=True, unique=True, editable=False)

    def __str__(self) -> str:
        return f"{self.unit}, {self.started_at:%d/%m/%Y %H:%M}"

    def get_absolute_url(self) -> str:
        return path_to("plans:batch", self.pk)


class BatchFile(models.Model):
    """One file of a batch: what has become of it, and why, in a sentence.

    `page` of `pages` have been recognised. `beat_at` is written by the job after every page: a
    running file whose beat is old has lost its worker and may be begun again. Held by the
    database: what waits or runs has its bytes; what was read has its reading.
    """

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="files")
    position = models.PositiveIntegerField()
    name = models.CharField(max_length=255)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=10, choices=FileState, default=FileState.WAITING)
    page = models.PositiveIntegerField(default=0)
    pages = models.PositiveIntegerField(default=0)
    problem = models.CharField(max_length=1000, blank=True)
    reading = models.ForeignKey(
        Reading, models.PROTECT, null=True, blank=True, related_name="batch_files"
    )
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="batch_files"
    )
    beginnings = models.PositiveSmallIntegerField(default=0)
    beat_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["batch", "position"], name="batch_file_once_per_place"),
            models.CheckConstraint(
                condition=Q(file__isnull=False) | Q(state=FileState.REFUSED),
                name="batch_file_has_bytes_unless_refused",
            ),
            models.CheckConstraint(
                condition=~Q(state=FileState.READ) | Q(reading__isnull=False),
                name="batch_file_read_into_a_reading",
            ),
            models.CheckConstraint(
                condition=~Q(state=FileState.RUNNING) | Q(beat_at__isnull=False),
                name="batch_file_running_has_a_beat",
            ),
        ]

    def __str__(self) -> str:
        return self.name
