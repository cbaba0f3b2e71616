"""Reports of a phase or a year: asked for by period, drawn from facts, climbing level by level."""

from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.core.errors import InvalidTransition
from thidua.core.links import path_to
from thidua.org.models import Unit
from thidua.plans.models import Phase, Plan
from thidua.rulebook.models import Indicator


class PeriodKind(models.TextChoices):
    PHASE = "phase", _("Sơ kết đợt")
    YEAR = "year", _("Tổng kết năm")
    REQUEST = "request", _("Theo yêu cầu")


class Form(models.Model):
    """What a report asks for: rows of figures and parts of narrative, as dated data (REP-R11)."""

    code = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=7, choices=PeriodKind)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name


class Source(models.TextChoices):
    TYPED = "typed", _("Nhập tay")
    FACTS = "facts", _("Tính từ việc đã ghi")


class FormRow(models.Model):
    """One figure that a form asks for, and whether a person types it or facts give it.

    `ceiling` is the row it cannot exceed (REP-R12). A ratio is neither typed nor stored.
    """

    form = models.ForeignKey(Form, models.CASCADE, related_name="rows")
    position = models.PositiveSmallIntegerField()
    section = models.CharField(max_length=200)
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="form_rows")
    source = models.CharField(max_length=5, choices=Source, default=Source.TYPED)
    required = models.BooleanField(default=False)
    ceiling = models.ForeignKey(
        Indicator, models.PROTECT, null=True, blank=True, related_name="ceiling_of"
    )

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["form", "indicator"], name="form_row_once_per_indicator"
            ),
        ]

    def __str__(self) -> str:
        return str(self.indicator)


class FormPart(models.Model):
    """One part of the narrative that a form asks for."""

    form = models.ForeignKey(Form, models.CASCADE, related_name="parts")
    position = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=20)
    title = models.CharField(max_length=200)
    hint = models.CharField(max_length=500, blank=True)
    required = models.BooleanField(default=False)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["form", "code"], name="form_part_once_per_code"),
        ]

    def __str__(self) -> str:
        return self.title


class Period(models.Model):
    """A round of reports that `unit`, which issued the plan, asks of itself and those below it.

    `due_on` is for those below, `summary_due_on` for the unit's own summary. One on request is
    about some days inside its phase and closes nothing. Held by the database: one round per
    phase, one for the year of a plan, on request one of each name.
    """

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="periods")
    phase = models.ForeignKey(Phase, models.PROTECT, null=True, blank=True, related_name="periods")
    kind = models.CharField(max_length=7, choices=PeriodKind)
    form = models.ForeignKey(Form, models.PROTECT, related_name="periods")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="periods")
    unit_path = models.CharField(max_length=200, db_index=True)
    name = models.CharField(max_length=200)
    starts_on = models.DateField()
    ends_on = models.DateField()
    due_on = models.DateField()
    summary_due_on = models.DateField(null=True, blank=True)
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["phase"], condition=Q(kind="phase"), name="period_once_per_phase"
            ),
            models.UniqueConstraint(
                fields=["plan"], condition=Q(kind="year"), name="period_once_per_year"
            ),
            models.UniqueConstraint(
                fields=["plan", "name"],
                condition=Q(kind="request"),
                name="period_once_per_requested_name",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["phase", "request"], phase__isnull=False)
                | Q(kind="year", phase=None),
                name="period_of_a_phase_or_of_the_year",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gte=models.F("starts_on"), due_on__gte=models.F("starts_on")),
                name="period_in_order",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return path_to("reports:period", self.pk)


class ReportStatus(models.TextChoices):
    DRAFT = "draft", _("Đang soạn")
    SUBMITTED = "submitted", _("Chờ thẩm định")
    RETURNED = "returned", _("Trả lại sửa")
    ACCEPTED = "accepted", _("Đã chấp nhận")


TRANSITIONS: dict[ReportStatus, frozenset[ReportStatus]] = {
    ReportStatus.DRAFT: frozenset({ReportStatus.SUBMITTED}),
    ReportStatus.SUBMITTED: frozenset(
        {ReportStatus.DRAFT, ReportStatus.RETURNED, ReportStatus.ACCEPTED}
    ),
    ReportStatus.RETURNED: frozenset({ReportStatus.SUBMITTED}),
    ReportStatus.ACCEPTED: frozenset(),
}


class Report(models.Model):
    """What one unit reports for one period; nobody has begun it while there is no row.

    It goes to `superior`, the nearest unit above that keeps a register. The report of the asking
    unit itself has none: it is its summary (*sơ kết, tổng kết*). `version` counts the changes, so
    that two people do not write over each other. `first_submitted_at` says whether it came in
    time: who is asked to correct a report is not late for it. `included` are the ids of the
    reports below whose numbers were frozen in this one. `unit_name` is as printed that day.
    Held by the database: once per period and unit; stamped as far as it went.
    """

    period = models.ForeignKey(Period, models.PROTECT, related_name="reports")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="reports")
    unit_path = models.CharField(max_length=200, db_index=True)
    unit_name = models.CharField(max_length=200)
    superior = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="reports_below"
    )
    included = models.JSONField(default=list)
    status = models.CharField(
        max_length=10, choices=ReportStatus, default=ReportStatus.DRAFT, db_index=True
    )
    version = models.PositiveIntegerField(default=1, editable=False)
    edited_at = models.DateTimeField()
    edited_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    first_submitted_at = models.DateTimeField(null=True, blank=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        indexes = [
            models.Index(
                fields=["unit", "accepted_at"],
                condition=Q(status="accepted"),
                name="report_counted",
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["period", "unit"], name="report_once_per_unit"),
            models.CheckConstraint(
                condition=~Q(status__in=["submitted", "accepted"])
                | Q(
                    first_submitted_at__isnull=False,
                    submitted_at__isnull=False,
                    submitted_by__isnull=False,
                ),
                name="report_stamped_when_submitted",
            ),
            models.CheckConstraint(
                condition=Q(status="accepted", accepted_at__isnull=False, accepted_by__isnull=False)
                | (~Q(status="accepted") & Q(accepted_at=None, accepted_by=None)),
                name="report_stamped_when_accepted",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.period}, {self.unit_name}"

    def get_absolute_url(self) -> str:
        return path_to("reports:report", self.period_id, self.unit_id)

    @property
    def frozen(self) -> bool:
        return self.status in {ReportStatus.SUBMITTED, ReportStatus.ACCEPTED}

    @property
    def summary(self) -> bool:
        """Is it the summary of the unit that asked?"""
        return self.superior_id is None

    def move_to(self, status: ReportStatus) -> None:
        """Change state, or raise `InvalidTransition`. The caller saves."""
        if status not in TRANSITIONS[ReportStatus(self.status)]:
            raise InvalidTransition(self.status, status)
        self.status = status


class Figure(models.Model):
    """One number of a report: entered or derived, never both.

    `own` is the unit's part, `below` what its accepted reports below bring; derived parts are
    live while the report is written and are stored when it is submitted. `asked` keeps the
    answer to a doubt (*Hỏi lại*) with who gave it in the audit record.
    """

    report = models.ForeignKey(Report, models.CASCADE, related_name="figures")
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="figures")
    source = models.CharField(max_length=5, choices=Source)
    own = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    below = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    asked = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["report", "indicator"], name="figure_once_per_report"),
            models.CheckConstraint(
                condition=(Q(own=None) | Q(own__gte=0)) & (Q(below=None) | Q(below__gte=0)),
                name="figure_not_negative",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator}: {self.total}"

    @property
    def total(self) -> Decimal | None:
        """Own and below together; nothing when neither is known."""
        if self.own is None and self.below is None:
            return None
        return (self.own or Decimal(0)) + (self.below or Decimal(0))


class Narrative(models.Model):
    """The words of one part of a report."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="narratives")
    part = models.ForeignKey(FormPart, models.PROTECT, related_name="narratives")
    text = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["report", "part"], name="narrative_once_per_part"),
        ]

    def __str__(self) -> str:
        return self.text[:100]


class Return(models.Model):
    """A report sent back to its author; its points say what to change and why."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="returns")
    returned_at = models.DateTimeField()
    returned_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reason = models.CharField(max_length=1000, blank=True)

    class Meta:
        ordering = ["-returned_at"]

    def __str__(self) -> str:
        return f"{self.report}, {self.returned_at:%d/%m/%Y}"


class ReturnPoint(models.Model):
    """One reason about exactly one figure or one part of the narrative."""

    of = models.ForeignKey(Return, models.CASCADE, related_name="points")
    indicator = models.ForeignKey(
        Indicator, models.PROTECT, null=True, blank=True, related_name="+"
    )
    part = models.ForeignKey(FormPart, models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.CharField(max_length=500)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(indicator__isnull=False, part=None)
                | Q(indicator=None, part__isnull=False),
                name="return_point_about_exactly_one",
            ),
        ]

    def __str__(self) -> str:
        return self.reason


class PhaseClosing(models.Model):
    """A phase that was reviewed (*sơ kết*): its summary was accepted. Once per phase.

    `missing` names the units whose report was not accepted when it was closed nevertheless.
    """

    phase = models.OneToOneField(Phase, models.PROTECT, related_name="closing")
    report = models.ForeignKey(Report, models.PROTECT, related_name="+")
    missing = models.JSONField(default=list)
    closed_at = models.DateTimeField()
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return str(self.phase)


class YearClosing(models.Model):
    """A plan whose year was closed (*tổng kết*); `left_open` lists what was open that day."""

    plan = models.OneToOneField(Plan, models.PROTECT, related_name="closing")
    report = models.ForeignKey(Report, models.PROTECT, related_name="+")
    left_open = models.JSONField(default=list)
    closed_at = models.DateTimeField()
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return str(self.plan)
