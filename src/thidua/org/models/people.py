"""People and the unions they belong to. Most of them never have an account."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thidua.core.dated import ENDS_AFTER_START
from thidua.core.folded import FoldedField
from thidua.org import birth
from thidua.org.models.units import Unit
from thidua.org.names import GivenFirstField, ListOrderField


class Sex(models.TextChoices):
    UNKNOWN = "", _("Chưa ghi")
    FEMALE = "f", _("Nữ")
    MALE = "m", _("Nam")


class Person(models.Model):
    """Somebody the union knows, with basic data only; guarded facts have rows of their own.

    `birth_year` is for those whose day of birth nobody has told; held by the database: never both.
    `merged_into` points to the person whose second record this was; `anonymised_on` says since
    when nothing tells any more who this was.
    """

    name = models.CharField(_("Họ và tên"), max_length=150)
    folded = FoldedField(source="name", max_length=150, db_index=True)
    given = GivenFirstField(source="name", max_length=150, db_index=True)
    alphabetical = ListOrderField(source="name", max_length=150)
    code = models.CharField(_("Mã số đoàn viên"), max_length=30, blank=True, db_index=True)
    birth_on = models.DateField(_("Ngày sinh"), null=True, blank=True)
    birth_year = models.PositiveSmallIntegerField(_("Năm sinh"), null=True, blank=True)
    sex = models.CharField(
        _("Giới tính"), max_length=1, choices=Sex, default=Sex.UNKNOWN, blank=True
    )
    phone = models.CharField(_("Số điện thoại"), max_length=20, blank=True, db_index=True)
    email = models.EmailField(_("Thư điện tử"), blank=True)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged", editable=False
    )
    anonymised_on = models.DateField(null=True, blank=True, editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(birth_on=None) | Q(birth_year=None), name="person_born_told_once"
            )
        ]
        indexes = [
            models.Index(fields=["folded", "birth_on"], name="person_name_and_birth"),
            models.Index(
                fields=["anonymised_on"],
                condition=Q(anonymised_on__isnull=False),
                name="person_without_a_name",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("org:person", args=[self.pk])

    @property
    def birth(self) -> str:
        """What is known of it, as `thidua.org.birth` writes it."""
        return birth.as_text(self.birth_on, self.birth_year)

    @property
    def birth_shown(self) -> str:
        return birth.shown(self.birth)

    @property
    def birth_in_words(self) -> str:
        return birth.in_words(self.birth)


class JoinedBy(models.TextChoices):
    """How a membership began."""

    LISTED = "listed", _("Có tên trong danh sách ban đầu")
    ADMITTED = "admitted", _("Kết nạp")
    MOVED = "moved", _("Chuyển đến")
    FOLLOWED = "followed", _("Theo đơn vị khi sắp xếp tổ chức")


class EndReason(models.TextChoices):
    """Why a membership or a post ended; what the law ended is no resignation (ORG-05)."""

    DISSOLVED = "dissolved", _("Đơn vị kết thúc hoạt động theo quyết định")
    MERGED = "merged", _("Theo đơn vị khi sắp xếp tổ chức")
    TRANSFERRED = "transferred", _("Chuyển sinh hoạt công đoàn")
    RETIRED = "retired", _("Nghỉ hưu")
    LEFT = "left", _("Thôi việc, xin ra khỏi công đoàn")
    EXPELLED = "expelled", _("Khai trừ")
    DIED = "died", _("Từ trần")
    TERM_OVER = "term_over", _("Hết nhiệm kỳ, thôi giữ chức vụ")
    MISTAKE = "mistake", _("Ghi nhầm")


class Membership(models.Model):
    """A person belongs to a unit, from one day until another."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="memberships")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="memberships")
    joined_by = models.CharField(max_length=10, choices=JoinedBy, default=JoinedBy.LISTED)
    decision = models.CharField(max_length=200, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    end_reason = models.CharField(max_length=12, choices=EndReason, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "unit"],
                condition=Q(ends_on=None),
                name="membership_open_once_per_unit",
            ),
            models.CheckConstraint(
                condition=ENDS_AFTER_START, name="membership_ends_after_it_starts"
            ),
        ]
        indexes = [
            models.Index(fields=["joined_by", "starts_on", "unit"], name="membership_gained"),
            models.Index(fields=["unit", "starts_on", "joined_by"], name="membership_gained_in"),
            models.Index(
                fields=["ends_on", "end_reason", "unit"],
                condition=Q(ends_on__isnull=False),
                name="membership_lost",
            ),
            models.Index(
                fields=["unit", "ends_on", "end_reason"],
                condition=Q(ends_on__isnull=False),
                name="membership_lost_in",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} in {self.unit}"
