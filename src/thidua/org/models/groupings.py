"""Groups of units that are no level: clusters of emulation, and labels (ORG-13)."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thidua.core.dated import ENDS_AFTER_START
from thidua.org.models.units import Unit


class GroupingSort(models.TextChoices):
    CLUSTER = "cluster", _("Cụm, khối thi đua")
    LABEL = "label", _("Tổ công tác, nhãn quản lý")


class Grouping(models.Model):
    """Units put together by one unit for some time; nobody's superior, so it gives no right."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="groupings")
    sort = models.CharField(_("Loại"), max_length=8, choices=GroupingSort)
    name = models.CharField(_("Tên"), max_length=200)
    decision = models.CharField(_("Quyết định"), max_length=200, blank=True)
    starts_on = models.DateField(_("Từ ngày"))
    ends_on = models.DateField(_("Đến trước ngày"), null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "name"], condition=Q(ends_on=None), name="grouping_named_once"
            ),
            models.CheckConstraint(
                condition=ENDS_AFTER_START, name="grouping_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("org:grouping", args=[self.pk])


class GroupingMember(models.Model):
    """A unit belongs to a grouping, from one day until another; `position` is its turn."""

    grouping = models.ForeignKey(Grouping, models.PROTECT, related_name="members")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="grouping_memberships")
    position = models.PositiveSmallIntegerField(default=0)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("position", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["grouping", "unit"],
                condition=Q(ends_on=None),
                name="grouping_member_open_once",
            ),
            models.CheckConstraint(
                condition=ENDS_AFTER_START, name="grouping_member_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit} in {self.grouping}"


class GroupingHead(models.Model):
    """Who leads a cluster in a year (*cụm trưởng*), and who stands in (*cụm phó*)."""

    grouping = models.ForeignKey(Grouping, models.PROTECT, related_name="heads")
    year = models.PositiveSmallIntegerField()
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    deputy = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ("-year",)
        constraints = [
            models.UniqueConstraint(fields=["grouping", "year"], name="grouping_one_head_a_year"),
            models.CheckConstraint(
                condition=Q(deputy=None) | ~Q(deputy=F("unit")), name="grouping_head_and_another"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.grouping} {self.year}: {self.unit}"
