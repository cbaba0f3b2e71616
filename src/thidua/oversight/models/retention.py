"""How long records about people are kept, and what was deleted when that was over (PDP-11)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.core.dated import ENDS_AFTER_START
from thidua.org.models import Confidence, Unit


class RecordGroup(models.TextChoices):
    FORMER_MEMBERS = "former_members", _("Hồ sơ người đã thôi sinh hoạt")
    ENDED_UNITS = "ended_units", _("Đoàn viên còn ghi ở đơn vị đã kết thúc")
    GUARDED_FACTS = "guarded_facts", _("Dữ liệu được bảo vệ của người đã thôi sinh hoạt")
    SPENT_LINKS = "spent_links", _("Phiếu mã QR đã hết hạn")
    IMPORT_ROWS = "import_rows", _("Dòng tạm của các lần nhập danh sách")
    LETTERS = "letters", _("Nội dung thư đã gửi")


class Afterwards(models.TextChoices):
    ERASE = "erase", _("Xóa hẳn")
    ANONYMISE = "anonymise", _("Đề nghị ẩn danh")
    REVIEW = "review", _("Người quản lý xem từng trường hợp")


class RetentionRule(models.Model):
    """From one day until another: a group of records, for how long, and what happens then."""

    group = models.CharField(max_length=16, choices=RecordGroup)
    months = models.PositiveSmallIntegerField(_("Số tháng giữ thêm"))
    then = models.CharField(_("Hết hạn thì"), max_length=10, choices=Afterwards)
    source = models.CharField(_("Căn cứ"), max_length=300)
    confidence = models.CharField(_("Mức tin cậy"), max_length=12, choices=Confidence)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["group"], condition=Q(ends_on=None), name="retention_rule_once_per_group"
            ),
            models.CheckConstraint(
                condition=ENDS_AFTER_START, name="retention_rule_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_group_display())


class Deletion(models.Model):
    """The record of a deletion: which group of which unit, how many, up to which day, who."""

    rule = models.ForeignKey(RetentionRule, models.PROTECT, related_name="deletions")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="deletions")
    then = models.CharField(max_length=10, choices=Afterwards)
    count = models.PositiveIntegerField()
    until = models.DateField()
    note = models.CharField(max_length=300, blank=True)
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    done_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.rule_id}: {self.count}"
