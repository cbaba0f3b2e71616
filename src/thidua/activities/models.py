"""What was done: activities of units, what they counted, and the pictures that show them."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from thidua.core.dated import ENDS_AFTER_START
from thidua.core.links import path_to
from thidua.files.models import Picture
from thidua.org.models import Unit
from thidua.plans.models import Clause, Phase
from thidua.rulebook.models import Indicator

LARGEST_COUNT = 999_999_999_999
"""Under a thousand billion đồng: more is a slip, whatever it counts."""


class ActivityKind(models.Model):
    """A kind of activity, such as *tuyên truyền* or *chăm lo*: dated reference data."""

    code = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=100)
    position = models.PositiveSmallIntegerField(default=0)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(
                condition=ENDS_AFTER_START, name="activity_kind_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Measure(models.Model):
    """What an activity of one kind counts, in which unit (*buổi, lượt người, suất, đồng*).

    `indicator` is what it feeds in reports; a measure without one is for the unit alone. `people`
    marks a count of persons, which is held against the headcount; a count below `asks_below` or
    above `asks_above` is asked about once before it is taken.
    """

    kind = models.ForeignKey(ActivityKind, models.CASCADE, related_name="measures")
    code = models.CharField(max_length=20)
    name = models.CharField(max_length=100)
    unit_name = models.CharField(max_length=30)
    indicator = models.ForeignKey(
        Indicator, models.PROTECT, null=True, blank=True, related_name="measures"
    )
    people = models.BooleanField(default=False)
    asks_below = models.PositiveBigIntegerField(null=True, blank=True)
    asks_above = models.PositiveBigIntegerField(null=True, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "code"], name="measure_once_per_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.unit_name})"


class Activity(models.Model):
    """One thing a unit did on a day, in a phase and, where it fits, under a clause of its plan.

    A mistaken one is cancelled with a reason, never removed. `once` is the page it was entered
    on: two presses, or a phone that sends again, enter one.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="activities")
    unit_path = models.CharField(max_length=200, db_index=True)
    phase = models.ForeignKey(Phase, models.PROTECT, related_name="activities")
    clause = models.ForeignKey(
        Clause, models.PROTECT, null=True, blank=True, related_name="activities"
    )
    kind = models.ForeignKey(ActivityKind, models.PROTECT, related_name="activities")
    title = models.CharField(max_length=300)
    done_on = models.DateField()
    place = models.CharField(max_length=200, blank=True)
    partner = models.CharField(max_length=200, blank=True)
    note = models.TextField(blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancelled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    cancel_reason = models.CharField(max_length=300, blank=True)
    once = models.CharField(max_length=60, null=True, blank=True, unique=True, editable=False)

    class Meta:
        ordering = ["-done_on", "-pk"]
        indexes = [
            models.Index(fields=["done_on", "id", "unit"], name="activity_by_day"),
            models.Index(
                fields=["unit", "done_on"],
                condition=Q(cancelled_at=None),
                name="activity_counted",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(cancelled_at=None, cancelled_by=None, cancel_reason="")
                | (
                    Q(cancelled_at__isnull=False, cancelled_by__isnull=False) & ~Q(cancel_reason="")
                ),
                name="activity_cancelled_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return path_to("activities:detail", self.pk)


class Count(models.Model):
    """How much of one measure an activity brought. Money is in whole đồng."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="counts")
    measure = models.ForeignKey(Measure, models.PROTECT, related_name="counts")
    value = models.PositiveBigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["activity", "measure"], name="count_once_per_measure"),
        ]

    def __str__(self) -> str:
        return f"{self.value} {self.measure.unit_name}"


class Evidence(models.Model):
    """A picture that shows an activity (*minh chứng*)."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="evidence")
    picture = models.ForeignKey(Picture, models.PROTECT, related_name="+")
    caption = models.CharField(max_length=200, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "picture"], name="evidence_once_per_picture"
            ),
        ]

    def __str__(self) -> str:
        return self.caption or str(self.picture)
