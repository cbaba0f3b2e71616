"""How a superior's plan is carried out below: acknowledged, made one's own, launched."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.core.links import path_to
from thidua.files.models import Picture
from thidua.org.models import Unit
from thidua.plans.models import Clause, Phase, Plan


class Timetable(models.Model):
    """Until when the units below acknowledge, have a plan of their own, and launch.

    Set by the unit that issued the plan; a day left empty is no due day.
    """

    plan = models.OneToOneField(Plan, models.PROTECT, related_name="timetable")
    acknowledge_by = models.DateField(null=True, blank=True)
    own_plan_by = models.DateField(null=True, blank=True)
    launch_by = models.DateField(null=True, blank=True)
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.plan)


class Rollout(models.Model):
    """One unit's way with a superior's plan, from its acknowledgement on.

    An acknowledgement taken back leaves the row with both stamps empty. Held by the database:
    once per plan and unit; a plan of one's own belongs to one superior's plan.
    """

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="rollouts")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="rollouts")
    unit_path = models.CharField(max_length=200, db_index=True)
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    acknowledged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    own_plan = models.OneToOneField(
        Plan, models.PROTECT, null=True, blank=True, related_name="rollout"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "unit"], name="rollout_once_per_plan_and_unit"),
            models.CheckConstraint(
                condition=Q(acknowledged_at=None, acknowledged_by=None)
                | Q(acknowledged_at__isnull=False, acknowledged_by__isnull=False),
                name="rollout_acknowledged_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit}: {self.plan}"

    def get_absolute_url(self) -> str:
        return path_to("cascade:unit", self.plan_id, self.unit_id)


class Choice(models.TextChoices):
    """What a unit does with a clause from above; what it adds has no clause above."""

    KEPT = "kept", _("Giữ nguyên")
    ADAPTED = "adapted", _("Điều chỉnh")
    LEFT_OUT = "left_out", _("Không thực hiện")
    ADDED = "added", _("Bổ sung")


class ClauseChoice(models.Model):
    """What became of one clause of the superior's plan in the unit's own.

    Whether a clause was kept or adapted follows from the two texts, so that later writing in the
    draft cannot make it untrue. Held by the database: once per clause; left out has its reason.
    """

    rollout = models.ForeignKey(Rollout, models.CASCADE, related_name="choices")
    clause = models.ForeignKey(Clause, models.PROTECT, related_name="choices_below")
    own_clause = models.ForeignKey(
        Clause, models.SET_NULL, null=True, blank=True, related_name="chosen_from"
    )
    left_out = models.BooleanField(default=False)
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["rollout", "clause"], name="choice_once_per_clause"),
            models.CheckConstraint(
                condition=Q(left_out=False) | (Q(own_clause=None) & ~Q(reason="")),
                name="choice_left_out_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return str(self.clause)


class Launch(models.Model):
    """The day on which a unit launched a phase (*lễ phát động*), with a picture where there is one.

    The phase is one of the unit's own plan or, without one, of the superior's. Held by the
    database: a phase is launched once by a unit.
    """

    phase = models.ForeignKey(Phase, models.PROTECT, related_name="launches")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="launches")
    unit_path = models.CharField(max_length=200, db_index=True)
    launched_on = models.DateField()
    place = models.CharField(max_length=200, blank=True)
    note = models.TextField(blank=True)
    picture = models.ForeignKey(Picture, models.PROTECT, null=True, blank=True, related_name="+")
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["phase", "unit"], name="launch_once_per_phase"),
        ]

    def __str__(self) -> str:
        return f"{self.unit}: {self.phase}"

    def get_absolute_url(self) -> str:
        return path_to("cascade:launch", self.phase_id, self.unit_id)
