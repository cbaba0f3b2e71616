"""Administrative areas by date, and which unit is responsible for which (ORG-11, ORG-25)."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thidua.core.dated import ENDS_AFTER_START
from thidua.core.folded import AlphabeticalField, FoldedField
from thidua.org.models.units import Unit


class AreaLevel(models.TextChoices):
    PROVINCE = "province", _("Tỉnh, thành phố")
    DISTRICT = "district", _("Huyện, quận, thị xã")
    COMMUNE = "commune", _("Xã, phường, đặc khu")


class Area(models.Model):
    """An administrative area from one day until another, and what it was merged into."""

    level = models.CharField(_("Cấp hành chính"), max_length=8, choices=AreaLevel)
    code = models.CharField(_("Mã số"), max_length=10, blank=True)
    name = models.CharField(_("Tên"), max_length=100)
    folded = FoldedField(source="name", max_length=100, db_index=True)
    alphabetical = AlphabeticalField(source="name", max_length=100)
    within = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="parts")
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="made_from"
    )
    source = models.CharField(_("Căn cứ"), max_length=200, blank=True)
    starts_on = models.DateField(_("Có từ ngày"), null=True, blank=True)
    ends_on = models.DateField(_("Có đến trước ngày"), null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_on=None) | ENDS_AFTER_START, name="area_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=Q(merged_into=None) | Q(ends_on__isnull=False),
                name="area_merged_has_ended",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"{reverse('org:areas')}?area={self.pk}"


class Responsibility(models.Model):
    """A unit looks after the unions of an area, from one day until another."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="responsibilities")
    area = models.ForeignKey(Area, models.PROTECT, related_name="responsibilities")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "area"],
                condition=Q(ends_on=None),
                name="responsibility_open_once",
            ),
            models.CheckConstraint(
                condition=ENDS_AFTER_START, name="responsibility_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit} for {self.area}"
