"""Something happened to personal data (PDP-06)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thidua.org.models import Unit


class Breach(models.Model):
    """An incident record: what, whose, consequences, measures; 72 hours to tell the agency.

    Held by the database: what is closed was reported, or says why no report was needed.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="breaches")
    title = models.CharField(_("Tóm tắt"), max_length=200)
    what = models.TextField(_("Diễn biến: việc gì, xảy ra lúc nào, ở đâu"), max_length=4000)
    discovered_at = models.DateTimeField(_("Thời điểm phát hiện"))
    whose = models.CharField(_("Dữ liệu của ai, loại dữ liệu nào"), max_length=1000)
    people = models.PositiveIntegerField(
        _("Số người bị ảnh hưởng (ước tính)"), null=True, blank=True
    )
    consequences = models.TextField(_("Hậu quả có thể xảy ra"), max_length=4000, blank=True)
    measures = models.TextField(
        _("Biện pháp đã thực hiện, sẽ thực hiện"), max_length=4000, blank=True
    )
    due_at = models.DateTimeField()
    reported_at = models.DateTimeField(null=True, blank=True)
    report_number = models.CharField(max_length=100, blank=True)
    told_people_on = models.DateField(null=True, blank=True)
    no_report_reason = models.CharField(max_length=500, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "breaches"
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_at=None)
                | Q(reported_at__isnull=False)
                | ~Q(no_report_reason=""),
                name="breach_closed_reported_or_with_a_reason",
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("oversight:breach", args=[self.pk])
