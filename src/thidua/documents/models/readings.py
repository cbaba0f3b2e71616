"""What was read in the files that documents came from."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.core.links import path_to
from thidua.documents.models.papers import Document
from thidua.files.models import StoredFile
from thidua.org.models import Unit


class ReadingStatus(models.TextChoices):
    WAITING = "waiting", _("Chờ xem")
    ACCEPTED = "accepted", _("Đã nhận")
    DROPPED = "dropped", _("Bỏ")


class Reading(models.Model):
    """What intake understood of one file, and what the officer corrected before accepting it.

    `data` is the public JSON of the library, `blocks` its outline, `pages` the offset in its text
    at which each page of the file begins, `repairs` the words that were recognised wrongly and
    restored. The file never changes; neither do these. What lies over them: `taught` are values
    from earlier corrections of the same issuer, `corrections` maps field paths to the officer's
    values, `confirmed` names the paths they found right, `words` maps places in `repairs` to the
    word that was chosen there. `scanned` tells that the words were recognised in pictures.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="readings")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="readings")
    filename = models.CharField(max_length=255)
    status = models.CharField(max_length=10, choices=ReadingStatus, default=ReadingStatus.WAITING)
    data = models.JSONField()
    blocks = models.JSONField(default=list)
    pages = models.JSONField(default=list)
    scanned = models.BooleanField(default=False)
    repairs = models.JSONField(default=list)
    taught = models.JSONField(default=dict)
    corrections = models.JSONField(default=dict)
    confirmed = models.JSONField(default=list)
    words = models.JSONField(default=dict)
    kept_findings = models.JSONField(default=list)
    fixed_findings = models.JSONField(default=list)
    read_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    read_at = models.DateTimeField()
    document = models.OneToOneField(
        Document, models.PROTECT, null=True, blank=True, related_name="reading"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(status=ReadingStatus.ACCEPTED, document__isnull=False)
                | (~Q(status=ReadingStatus.ACCEPTED) & Q(document=None)),
                name="reading_accepted_as_a_document",
            ),
        ]

    def __str__(self) -> str:
        return self.filename

    def get_absolute_url(self) -> str:
        return path_to("plans:reading", self.pk)

    @property
    def pictured(self) -> bool:
        """Can its pages be shown as pictures?"""
        return self.file.media_type == PDF or self.file.media_type.startswith("image/")


PDF = "application/pdf"
