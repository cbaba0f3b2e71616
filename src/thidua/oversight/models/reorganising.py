"""A decision on its way: the table it is read from, and the work of carrying it out."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.org.models import Reorganisation


class Work(models.TextChoices):
    CARRY_OUT = "carry_out", _("Thi hành")
    UNDO = "undo", _("Hoàn tác")


class RunState(models.TextChoices):
    WAITING = "waiting", _("Đang chờ")
    RUNNING = "running", _("Đang làm")
    DONE = "done", _("Đã xong")
    REFUSED = "refused", _("Không làm được")


GOING = (RunState.WAITING, RunState.RUNNING)
LONG = timedelta(minutes=3)
"""A run takes a minute at most, also with thousands of units."""


class Run(models.Model):
    """One time a decision was carried out or undone, or was tried to be.

    Everything happens in one transaction or not at all; `counts` says afterwards what was done,
    `problem` why it was not. Held by the database: one at a time for each decision.
    """

    reorganisation = models.ForeignKey(Reorganisation, models.CASCADE, related_name="runs")
    work = models.CharField(max_length=10, choices=Work)
    state = models.CharField(max_length=8, choices=RunState, default=RunState.WAITING)
    reason = models.CharField(_("Lý do"), max_length=300, blank=True)
    problem = models.CharField(max_length=1000, blank=True)
    counts = models.JSONField(default=dict)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    begun_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["reorganisation"],
                condition=Q(state__in=GOING),
                name="reorganisation_runs_once_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return f"{self.work} {self.reorganisation}"

    def is_lost(self, now: datetime) -> bool:
        """Has it been under way for so long that its worker must have ended?"""
        since = self.begun_at or self.asked_at
        return self.state in GOING and not since <= now <= since + LONG


class ActTable(models.Model):
    """A table of acts that was read and is being looked at; gone when it has been taken in.

    `rows` holds the cells by the code of their column, and under `row` the number of the line.
    """

    reorganisation = models.OneToOneField(Reorganisation, models.CASCADE, related_name="act_table")
    name = models.CharField(max_length=255)
    rows = models.JSONField(default=list)
    read_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    read_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
