"""Councils that advise: who sits in them, when they met, and what the raised hands said."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.core.dated import ENDS_AFTER_START
from thidua.core.links import path_to
from thidua.files.models import StoredFile
from thidua.org.models import Person, Unit


class Council(models.Model):
    """A council of one unit (*Hội đồng Thi đua - Khen thưởng*), from one day until another.

    `basis` is the decision that set it up, as printed; `once` the page it was set up on.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="councils")
    name = models.CharField(max_length=200)
    basis = models.CharField(max_length=300, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    once = models.CharField(max_length=60, null=True, blank=True, unique=True, editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=ENDS_AFTER_START, name="council_ends_after_it_starts"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return path_to("councils:council", self.pk)

    def ended_by(self, day: date) -> bool:
        return self.ends_on is not None and self.ends_on <= day


class SeatRole(models.TextChoices):
    CHAIR = "chair", _("Chủ tịch Hội đồng")
    DEPUTY = "deputy", _("Phó Chủ tịch Hội đồng")
    SECRETARY = "secretary", _("Thư ký Hội đồng")
    MEMBER = "member", _("Ủy viên Hội đồng")


class Seat(models.Model):
    """A person's place in a council. Held by the database: one open seat per person."""

    council = models.ForeignKey(Council, models.PROTECT, related_name="seats")
    person = models.ForeignKey(Person, models.PROTECT, related_name="seats")
    role = models.CharField(max_length=10, choices=SeatRole, default=SeatRole.MEMBER)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["council", "person"],
                condition=Q(ends_on=None),
                name="seat_open_once_per_person",
            ),
            models.CheckConstraint(condition=ENDS_AFTER_START, name="seat_ends_after_it_starts"),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.get_role_display()}"


class SessionStatus(models.TextChoices):
    OPEN = "open", _("Đang họp")
    CLOSED = "closed", _("Đã có biên bản")


class Session(models.Model):
    """One meeting. Closing it freezes attendance and counts and keeps the minutes as PDF.

    `once` is the page it was opened on: two presses open one.
    """

    council = models.ForeignKey(Council, models.PROTECT, related_name="sessions")
    held_on = models.DateField()
    place = models.CharField(max_length=200, blank=True)
    status = models.CharField(
        max_length=10, choices=SessionStatus, default=SessionStatus.OPEN, db_index=True
    )
    chaired_by = models.ForeignKey(
        Seat, models.PROTECT, null=True, blank=True, related_name="chaired"
    )
    kept_by = models.ForeignKey(Seat, models.PROTECT, null=True, blank=True, related_name="kept")
    notes = models.TextField(blank=True)
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    minutes = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    once = models.CharField(max_length=60, null=True, blank=True, unique=True, editable=False)

    class Meta:
        ordering = ["-held_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status=SessionStatus.OPEN, closed_at=None, minutes=None)
                | Q(
                    status=SessionStatus.CLOSED,
                    closed_at__isnull=False,
                    closed_by__isnull=False,
                    minutes__isnull=False,
                ),
                name="session_closed_with_minutes",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.council}, {self.held_on:%d/%m/%Y}"

    def get_absolute_url(self) -> str:
        return path_to("councils:session", self.pk)


class Attendance(models.Model):
    """Who of the council was there. A seat without a row was absent."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="attendances")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="attendances")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["session", "seat"], name="attendance_once_per_seat"),
        ]

    def __str__(self) -> str:
        return str(self.seat)


class Item(models.Model):
    """A question put to the raised hands: counts only, never who raised which hand.

    The room that asked points here with its own row. Held by the database: all three counts or
    none.
    """

    session = models.ForeignKey(Session, models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField()
    subject = models.CharField(max_length=500)
    agree = models.PositiveSmallIntegerField(null=True, blank=True)
    disagree = models.PositiveSmallIntegerField(null=True, blank=True)
    abstain = models.PositiveSmallIntegerField(null=True, blank=True)
    remark = models.CharField(max_length=1000, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["session", "position"], name="item_once_per_position"),
            models.CheckConstraint(
                condition=Q(agree=None, disagree=None, abstain=None)
                | Q(agree__isnull=False, disagree__isnull=False, abstain__isnull=False),
                name="item_counted_whole_or_not",
            ),
        ]

    def __str__(self) -> str:
        return self.subject

    @property
    def counted(self) -> bool:
        return self.agree is not None

    @property
    def hands(self) -> int:
        """All hands that were raised, for whatever."""
        return (self.agree or 0) + (self.disagree or 0) + (self.abstain or 0)
