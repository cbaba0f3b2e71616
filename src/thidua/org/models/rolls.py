"""What somebody did to the list of members of a unit in one go, kept so that it can be undone."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thidua.org.models.people import EndReason
from thidua.org.models.units import Unit


class RollKind(models.TextChoices):
    ADMIT = "admit", _("Kết nạp")
    TRANSFER = "transfer", _("Chuyển sinh hoạt")
    DROP = "drop", _("Giảm")


class RollAct(models.Model):
    """Some people of `unit` were admitted, moved to `target`, or taken off its list on one day."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="roll_acts")
    target = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="roll_acts_towards"
    )
    kind = models.CharField(max_length=10, choices=RollKind)
    on = models.DateField()
    reason = models.CharField(max_length=12, choices=EndReason, blank=True)
    decision = models.CharField(max_length=200, blank=True)
    people = models.PositiveIntegerField()
    concerned = models.JSONField(default=list)
    """The keys of these people."""
    noted = models.JSONField()
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    done_at = models.DateTimeField()
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(undone_at=None, undone_by=None)
                | Q(undone_at__isnull=False, undone_by__isnull=False),
                name="roll_act_undone_is_stamped",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.people}, {self.unit}"

    def get_absolute_url(self) -> str:
        return reverse("org:roll_act", args=[self.pk])
