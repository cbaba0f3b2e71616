"""A person's record loses everything that tells who they were. Two people decide."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thidua.org.models import Person, Unit
from thidua.oversight.models.personal_data import DataRequest


class AnonymisingState(models.TextChoices):
    PROPOSED = "proposed", _("Chờ người thứ hai duyệt")
    DONE = "done", _("Đã ẩn danh")
    DECLINED = "declined", _("Không duyệt")


class Anonymising(models.Model):
    """One proposal and what became of it. It cannot be undone.

    `mentions` are places in free text the proposer looked at and that mean this person; `left` is
    what could not be taken out, in words. Held by the database: one open proposal per person; a
    number is given once.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="anonymisings")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    request = models.ForeignKey(
        DataRequest, models.PROTECT, null=True, blank=True, related_name="anonymisings"
    )
    reason = models.CharField(_("Lý do"), max_length=300)
    mentions = models.JSONField(default=list)
    state = models.CharField(
        max_length=8, choices=AnonymisingState, default=AnonymisingState.PROPOSED
    )
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    decline_reason = models.CharField(max_length=300, blank=True)
    number = models.PositiveIntegerField(null=True, blank=True, unique=True)
    changed = models.PositiveIntegerField(default=0)
    erased = models.PositiveIntegerField(default=0)
    left = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(state="proposed"),
                name="anonymising_proposed_once",
            ),
            models.CheckConstraint(
                condition=Q(state="proposed", decided_at=None)
                | (~Q(state="proposed") & Q(decided_at__isnull=False)),
                name="anonymising_decided_is_stamped",
            ),
            models.CheckConstraint(
                condition=~Q(state="done") | Q(number__isnull=False),
                name="anonymising_done_has_a_number",
            ),
        ]

    def __str__(self) -> str:
        return self.person.name

    def get_absolute_url(self) -> str:
        return reverse("oversight:anonymising", args=[self.pk])
