"""Kinds of units, bodies and posts: dated reference data, never an enum (ORG-04)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.org.rights import Right, Signing


class UnitKind(models.Model):
    """A kind of union body, such as *công đoàn cơ sở*, with what bodies of that kind may do.

    No level is stored: what a kind is capable of decides, and those are columns here (ORG-15).
    """

    code = models.CharField(_("Mã"), max_length=20, unique=True)
    name = models.CharField(_("Tên loại đơn vị"), max_length=100)
    keeps_register = models.BooleanField(_("Có sổ văn bản riêng"), default=True)
    above_grassroots = models.BooleanField(_("Cấp trên cơ sở"), default=False)
    has_seal = models.BooleanField(_("Có con dấu"), default=True)
    may_award = models.BooleanField(_("Được khen thưởng"), default=True)
    rank = models.PositiveSmallIntegerField(_("Thứ tự"), default=50)
    starts_on = models.DateField(_("Dùng từ ngày"), null=True, blank=True)
    ends_on = models.DateField(_("Dùng đến trước ngày"), null=True, blank=True)

    def __str__(self) -> str:
        return self.name


class Body(models.Model):
    """A body of a unit, such as *Ban Chấp hành* or *Ủy ban Kiểm tra*."""

    code = models.CharField(_("Mã"), max_length=20, unique=True)
    name = models.CharField(_("Tên tập thể"), max_length=100)
    rank = models.PositiveSmallIntegerField(_("Thứ tự"), default=50)
    starts_on = models.DateField(_("Dùng từ ngày"), null=True, blank=True)
    ends_on = models.DateField(_("Dùng đến trước ngày"), null=True, blank=True)

    def __str__(self) -> str:
        return self.name


class BodySize(models.Model):
    """How many a body of such a unit has, by the rules of a time; only ever a hint (ORG-22)."""

    body = models.ForeignKey(Body, models.CASCADE, related_name="sizes")
    unit_kind = models.ForeignKey(UnitKind, models.CASCADE, related_name="body_sizes")
    from_members = models.PositiveIntegerField(default=0)
    least = models.PositiveSmallIntegerField(null=True, blank=True)
    most = models.PositiveSmallIntegerField(null=True, blank=True)
    source = models.CharField(max_length=200)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["body", "unit_kind", "from_members", "starts_on"], name="body_size_once"
            ),
            models.CheckConstraint(
                condition=Q(least=None) | Q(most=None) | Q(most__gte=models.F("least")),
                name="body_size_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body} / {self.unit_kind}: {self.least} to {self.most}"


class PostKind(models.Model):
    """A kind of office with the rights it gives and the form in which it signs: a dated row."""

    code = models.CharField(_("Mã"), max_length=20, unique=True)
    name = models.CharField(_("Tên chức vụ"), max_length=100)
    rights = models.JSONField(_("Quyền"), default=list)
    signs_as = models.CharField(
        _("Tư cách ký"), max_length=10, choices=Signing, default=Signing.NONE, blank=True
    )
    body = models.ForeignKey(Body, models.PROTECT, null=True, blank=True, related_name="post_kinds")
    rank = models.PositiveSmallIntegerField(_("Thứ tự"), default=50)
    starts_on = models.DateField(_("Dùng từ ngày"), null=True, blank=True)
    ends_on = models.DateField(_("Dùng đến trước ngày"), null=True, blank=True)

    def __str__(self) -> str:
        return self.name

    def grants(self) -> frozenset[Right]:
        return frozenset(Right(code) for code in self.rights)
