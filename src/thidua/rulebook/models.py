"""Dated reference data of the movement: what is counted, and what may be awarded."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.core.dated import ENDS_AFTER_START


class Confidence(models.TextChoices):
    """How sure we are of a rule; only what is confirmed may ever block somebody."""

    CONFIRMED = "C", _("Đã đối chiếu văn bản gốc")
    SEEN = "H", _("Thấy ở văn bản cũ hoặc của địa phương")
    UNCONFIRMED = "U", _("Chưa kiểm chứng")


class Aggregation(models.TextChoices):
    SUM = "sum", _("Cộng dồn")
    LAST = "last", _("Lấy số cuối kỳ")
    RATIO = "ratio", _("Tính lại từ hai chỉ tiêu")


class Indicator(models.Model):
    """What is counted (*chỉ tiêu thống kê*): its meaning never changes under one code.

    A ratio is `numerator` per hundred of `denominator`, computed anew and never added up. Held
    by the database: a ratio names both, nothing else names either.
    """

    code = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=200)
    unit_name = models.CharField(max_length=30)
    aggregation = models.CharField(max_length=5, choices=Aggregation, default=Aggregation.SUM)
    numerator = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="counted_in"
    )
    denominator = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="divides"
    )
    source = models.CharField(max_length=300, blank=True)
    confidence = models.CharField(max_length=1, choices=Confidence, default=Confidence.UNCONFIRMED)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    aggregation=Aggregation.RATIO,
                    numerator__isnull=False,
                    denominator__isnull=False,
                )
                | (~Q(aggregation=Aggregation.RATIO) & Q(numerator=None, denominator=None)),
                name="indicator_ratio_names_both",
            ),
            models.CheckConstraint(
                condition=ENDS_AFTER_START, name="indicator_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class AwardGroup(models.TextChoices):
    """State titles and union commendations are two worlds that must not be mixed."""

    UNION = "union", _("Khen thưởng của tổ chức công đoàn")
    STATE = "state", _("Danh hiệu thi đua theo Luật Thi đua, khen thưởng")


class AwardKind(models.Model):
    """A form of commendation or a title: who may decide it, for whom, by which rule, since when.

    `issuers` lists codes of `UnitKind`; `subjects` holds ``person``, ``unit`` or both.
    """

    code = models.CharField(max_length=30, unique=True)
    name = models.CharField(max_length=150)
    group = models.CharField(max_length=10, choices=AwardGroup, default=AwardGroup.UNION)
    issuers = models.JSONField(default=list)
    subjects = models.JSONField(default=list)
    position = models.PositiveSmallIntegerField(default=0)
    source = models.CharField(max_length=300, blank=True)
    confidence = models.CharField(max_length=1, choices=Confidence, default=Confidence.UNCONFIRMED)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(
                condition=ENDS_AFTER_START, name="award_kind_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return self.name
