"""Certificates (*giấy khen*): printed once per award, verified by anybody by their code."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from thidua.awards.models import Award
from thidua.certificates.codes import shown
from thidua.core.links import path_to
from thidua.files.models import StoredFile


class Certificate(models.Model):
    """The paper that shows an award. Its PDF never changes; a wrong one is revoked.

    `code` cannot be guessed (a QR code carries it). Held by the database: one valid certificate
    per award; revoked with a reason.
    """

    award = models.ForeignKey(Award, models.PROTECT, related_name="certificates")
    code = models.CharField(max_length=20, unique=True)
    pdf = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    handed_on = models.DateField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    revoke_reason = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["award"], condition=Q(revoked_at=None), name="certificate_valid_once"
            ),
            models.CheckConstraint(
                condition=Q(revoked_at=None, revoked_by=None, revoke_reason="")
                | (Q(revoked_at__isnull=False, revoked_by__isnull=False) & ~Q(revoke_reason="")),
                name="certificate_revoked_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return str(self.award)

    def get_absolute_url(self) -> str:
        return path_to("certificates:detail", self.pk)

    @property
    def shown_code(self) -> str:
        """As it is printed, in groups of four."""
        return shown(self.code)
