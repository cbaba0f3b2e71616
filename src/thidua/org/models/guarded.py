"""What is kept about people, why, and the facts that are shown only for a reason (PDP-01)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.core.dated import ENDS_AFTER_START
from thidua.org.models.people import Person
from thidua.org.models.units import Unit


class FactForm(models.TextChoices):
    TEXT = "text", _("Tự gõ")
    CHOICE = "choice", _("Chọn trong danh sách")
    DAY = "day", _("Ngày")


class Confidence(models.TextChoices):
    """How sure the rule is that a row states."""

    CONFIRMED = "confirmed", _("Theo văn bản")
    UNCONFIRMED = "unconfirmed", _("Chưa xác minh")
    OWN = "own", _("Đơn vị tự quy định")


class FactKind(models.Model):
    """One thing that may be kept about a person, with purpose, ground and retention (PDP-01).

    A guarded kind has `GuardedFact` rows and opens only for a reason; the others are columns of
    the record and stand here so that the register is whole. Nothing is kept that has no row.
    """

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(_("Loại dữ liệu"), max_length=150)
    guarded = models.BooleanField(default=True)
    form = models.CharField(_("Cách ghi"), max_length=6, choices=FactForm, default=FactForm.TEXT)
    choices = models.JSONField(default=list)
    purpose = models.CharField(_("Mục đích xử lý"), max_length=500)
    legal_ground = models.CharField(_("Căn cứ pháp lý"), max_length=300)
    kept_years = models.PositiveSmallIntegerField(
        _("Số năm giữ thêm sau khi thôi sinh hoạt"), null=True, blank=True
    )
    confidence = models.CharField(
        _("Mức tin cậy"), max_length=12, choices=Confidence, default=Confidence.OWN
    )
    rank = models.PositiveSmallIntegerField(default=100)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["rank", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=ENDS_AFTER_START, name="fact_kind_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=~Q(purpose="") & ~Q(legal_ground=""), name="fact_kind_says_why"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class GuardedFact(models.Model):
    """What is known about a person of one guarded kind. Read only through `read_facts`."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="guarded_facts")
    kind = models.ForeignKey(FactKind, models.PROTECT, related_name="facts")
    value = models.CharField(max_length=300)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "kind"], name="guarded_fact_once_per_kind")
        ]
        indexes = [models.Index(fields=["kind", "value"], name="guarded_fact_counted")]

    def __str__(self) -> str:
        return f"{self.kind_id} of {self.person_id}"


class DataOfficer(models.Model):
    """Whom to ask about personal data in a unit and everything below it (PDP-09)."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="data_officers")
    name = models.CharField(_("Người hoặc bộ phận"), max_length=200)
    phone = models.CharField(_("Số điện thoại"), max_length=40, blank=True)
    email = models.EmailField(_("Thư điện tử"), blank=True)
    address = models.CharField(_("Nơi tiếp nhận"), max_length=300, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit"], condition=Q(ends_on=None), name="data_officer_once_per_unit"
            )
        ]

    def __str__(self) -> str:
        return self.name
