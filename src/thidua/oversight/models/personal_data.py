"""What persons ask about their own data, and the deadlines for it (PDP-04)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thidua.core.dated import ENDS_AFTER_START
from thidua.org.models import Confidence, Person, Unit


class Wish(models.TextChoices):
    """The rights of a person over their data."""

    ACCESS = "access", _("Xem, nhận bản dữ liệu về mình")
    CORRECTION = "correction", _("Sửa dữ liệu sai")
    DELETION = "deletion", _("Xóa dữ liệu")
    WITHDRAWAL = "withdrawal", _("Rút lại sự đồng ý")
    RESTRICTION = "restriction", _("Hạn chế xử lý dữ liệu")
    OBJECTION = "objection", _("Phản đối xử lý dữ liệu")


class Channel(models.TextChoices):
    PAPER = "paper", _("Đơn, phiếu giấy")
    IN_PERSON = "in_person", _("Nói trực tiếp")
    PHONE = "phone", _("Điện thoại")
    EMAIL = "email", _("Thư điện tử")
    SCREEN = "screen", _("Trong hệ thống")


class Deadline(models.Model):
    """How soon a wish is taken up and done with, from one day until another."""

    wish = models.CharField(max_length=12, choices=Wish)
    ack_working_days = models.PositiveSmallIntegerField()
    days = models.PositiveSmallIntegerField()
    days_with_others = models.PositiveSmallIntegerField()
    """Where somebody outside holds the data too."""
    extra_days = models.PositiveSmallIntegerField()
    source = models.CharField(max_length=200)
    confidence = models.CharField(max_length=12, choices=Confidence)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["wish"], condition=Q(ends_on=None), name="deadline_once_per_wish"
            ),
            models.CheckConstraint(condition=ENDS_AFTER_START, name="deadline_ends_after_start"),
        ]

    def __str__(self) -> str:
        return f"{self.wish}: {self.days}"


class WishState(models.TextChoices):
    RECEIVED = "received", _("Mới nhận")
    TAKEN_UP = "taken_up", _("Đang giải quyết")
    DONE = "done", _("Đã làm xong")
    DECLINED = "declined", _("Không thực hiện yêu cầu")


OPEN = (WishState.RECEIVED, WishState.TAKEN_UP)


class DataRequest(models.Model):
    """A person asks `unit` for something about their data. Days are fixed when it comes in.

    Held by the database: what was settled says when, by whom and what was answered; a longer
    time has a reason.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="data_requests")
    person = models.ForeignKey(Person, models.PROTECT, related_name="data_requests")
    wish = models.CharField(_("Yêu cầu"), max_length=12, choices=Wish)
    channel = models.CharField(_("Gửi bằng"), max_length=10, choices=Channel)
    text = models.CharField(_("Nội dung"), max_length=1000)
    with_others = models.BooleanField(default=False)
    received_on = models.DateField(_("Ngày nhận"))
    take_up_by = models.DateField()
    due_on = models.DateField()
    extended_at = models.DateTimeField(null=True, blank=True)
    extension_reason = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=10, choices=WishState, default=WishState.RECEIVED)
    taken_up_at = models.DateTimeField(null=True, blank=True)
    answer = models.CharField(max_length=1000, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=OPEN, settled_at=None, settled_by=None)
                | (
                    ~Q(state__in=OPEN)
                    & Q(settled_at__isnull=False, settled_by__isnull=False)
                    & ~Q(answer="")
                ),
                name="data_request_settled_with_an_answer",
            ),
            models.CheckConstraint(
                condition=Q(extended_at=None) | ~Q(extension_reason=""),
                name="data_request_extended_with_a_reason",
            ),
        ]
        indexes = [models.Index(fields=["unit", "state", "due_on"], name="data_request_due")]

    def __str__(self) -> str:
        return f"{self.get_wish_display()}: {self.person}"

    def get_absolute_url(self) -> str:
        return reverse("oversight:data_request", args=[self.pk])

    @property
    def is_open(self) -> bool:
        return self.state in OPEN
