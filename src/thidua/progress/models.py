"""Reminders sent to units that are behind; everything else this room shows is derived."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.org.models import Unit
from thidua.plans.models import Plan


class Step(models.TextChoices):
    """The steps of a unit with a superior's plan, in their order."""

    RECEIVED = "received", _("Đã nhận")
    ACKNOWLEDGED = "acknowledged", _("Đã xác nhận")
    OWN_PLAN = "own_plan", _("Có kế hoạch riêng")
    LAUNCHED = "launched", _("Đã phát động")
    PLEDGED = "pledged", _("Giao ước")
    REPORTED = "reported", _("Báo cáo")


class Reminder(models.Model):
    """An officer reminded a unit of a step. `notices` and `mails` count what was sent."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="reminders")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="reminders")
    step = models.CharField(max_length=12, choices=Step)
    words = models.TextField()
    sent_at = models.DateTimeField()
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    notices = models.PositiveSmallIntegerField(default=0)
    mails = models.PositiveSmallIntegerField(default=0)
    once = models.CharField(max_length=80, null=True, blank=True, unique=True, editable=False)

    class Meta:
        ordering = ["-sent_at"]

    def __str__(self) -> str:
        return f"{self.unit}, {self.step}"
