"""A plan: a document with structure. What the year promises, clause by clause."""

from calendar import monthrange
from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from thidua.core.links import path_to
from thidua.documents.models import Document

MONTHS = range(1, 13)


PARTS = ("phases", "targets", "reporting_duties", "commemorations", "citations")
"""What is understood from the text of a plan and may be corrected by hand."""


class Plan(models.Model):
    """The structure of one plan document, its own or a superior's. The text of the clauses rules.

    `fields` holds what was read beside the rows below: slogans, scope, participants, partner,
    movements, criteria; `findings` what the linter said when it was accepted or issued.
    `version` counts the changes of a draft, so that two people do not write over each other;
    `kept` names the parts an officer corrected (`PARTS`), which are then not read from the text;
    `once` is the page on which a draft was begun, so that two presses on it begin only one.
    """

    document = models.OneToOneField(Document, models.PROTECT, related_name="plan")
    theme = models.CharField(max_length=1000, blank=True)
    year_label = models.CharField(max_length=20, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    fields = models.JSONField(default=dict)
    findings = models.JSONField(default=list)
    kept = models.JSONField(default=list)
    version = models.PositiveIntegerField(default=1, editable=False)
    once = models.CharField(max_length=60, null=True, blank=True, unique=True, editable=False)
    edited_at = models.DateTimeField(editable=False)
    edited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="plan_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return str(self.document)

    def get_absolute_url(self) -> str:
        return path_to("plans:detail", self.pk)


class Clause(models.Model):
    """One paragraph of the body in order; `parent` is the numbered part it stands under.

    `content` marks the numbered contents of the emulation part: those that units carry out.
    """

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="clauses")
    parent = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="children"
    )
    position = models.PositiveIntegerField()
    depth = models.PositiveSmallIntegerField()
    marker = models.CharField(max_length=60, blank=True)
    text = models.TextField()
    heading = models.BooleanField(default=False)
    content = models.BooleanField(default=False)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "position"], name="clause_once_per_position"),
        ]

    def __str__(self) -> str:
        return f"{self.marker} {self.text}".strip()[:100]


class Phase(models.Model):
    """A stretch of a plan's year (*đợt thi đua*), both days included.

    `whole` marks the one phase that the system sets for a plan whose text has none.
    """

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="phases")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=100)
    starts_on = models.DateField()
    ends_on = models.DateField()
    theme = models.CharField(max_length=1000, blank=True)
    whole = models.BooleanField(default=False)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "position"], name="phase_once_per_position"),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="phase_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Target(models.Model):
    """A measurable promise of the text; without a value it cannot be measured yet."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="targets")
    position = models.PositiveSmallIntegerField()
    text = models.TextField()
    value = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    unit = models.CharField(max_length=50, blank=True)

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return self.text[:100]


class Duty(models.Model):
    """Who reports to whom and when, in the words of the text."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="duties")
    position = models.PositiveSmallIntegerField()
    who = models.CharField(max_length=300, blank=True)
    to = models.CharField(max_length=300, blank=True)
    when = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return f"{self.who} – {self.to}"


class Commemoration(models.Model):
    """A day the plan celebrates, in a phase or beside them; years as printed."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="commemorations")
    phase = models.ForeignKey(
        Phase, models.CASCADE, null=True, blank=True, related_name="commemorations"
    )
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=500)
    day = models.PositiveSmallIntegerField(null=True, blank=True)
    month = models.PositiveSmallIntegerField(null=True, blank=True)
    base_year = models.PositiveSmallIntegerField(null=True, blank=True)
    ordinal = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return self.name

    def day_in(self, year: int) -> date | None:
        """The day on which it is celebrated in `year`; None when the text names no such day."""
        if self.day is None or self.month is None:
            return None
        if not 1 <= self.month <= len(MONTHS):
            return None
        last = monthrange(year, self.month)[1]
        return date(year, self.month, self.day) if 1 <= self.day <= last else None


class Citation(models.Model):
    """A document the plan cites; `document` is the paper itself where this unit holds it."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="citations")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=100, blank=True)
    number = models.CharField(max_length=60, blank=True)
    dated = models.DateField(null=True, blank=True)
    issuer = models.CharField(max_length=300, blank=True)
    quote = models.TextField()
    document = models.ForeignKey(
        Document, models.SET_NULL, null=True, blank=True, related_name="cited_by"
    )

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return self.quote[:100]
