"""Who has to have a second factor, who was asked, and how one is taken away again."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thidua.core.dated import ENDS_AFTER_START
from thidua.org.rights import Right

COUNCIL_MEMBER = "council.member"
SUBJECTS = [*Right.choices, (COUNCIL_MEMBER, _("Tham gia hội đồng"))]


class Scope(models.TextChoices):
    """In which units, by what their kind is capable of; no level has a name (ORG-15)."""

    ALL = "all", _("Mọi đơn vị")
    ABOVE = "above", _("Cấp trên cơ sở")
    BELOW = "below", _("Cơ sở và các tổ")


class FactorRule(models.Model):
    """Whoever may do something must, or should, have a second factor: from one day until another.

    `from_members`: only in units with at least so many members. Held by the database: one open
    rule for the same people.
    """

    subject = models.CharField(_("Ai làm được việc này"), max_length=20, choices=SUBJECTS)
    scope = models.CharField(_("Ở đâu"), max_length=5, choices=Scope, default=Scope.ALL)
    from_members = models.PositiveIntegerField(_("Từ bao nhiêu đoàn viên"), default=0)
    obligatory = models.BooleanField(_("Bắt buộc"))
    grace_days = models.PositiveSmallIntegerField(_("Số ngày được hoãn"), default=14)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["subject", "scope", "from_members"],
                condition=Q(ends_on=None),
                name="factor_rule_open_once",
            ),
            models.CheckConstraint(
                condition=ENDS_AFTER_START, name="factor_rule_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_subject_display()}, {self.get_scope_display()}"


class FactorAsked(models.Model):
    """Since when an account without a second factor is asked for one: its days of grace run."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="asked")
    since = models.DateField()

    def __str__(self) -> str:
        return f"{self.user_id} since {self.since}"


class FactorRecovery(models.Model):
    """Somebody lost phone and paper: one officer asks for the second factor to be taken away,
    another one decides.

    Held by the database: two people, one open request per account, and a decision has its moment.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="recoveries")
    unit = models.ForeignKey("org.Unit", models.PROTECT, related_name="+")
    reason = models.CharField(max_length=300)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    confirmed = models.BooleanField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=Q(confirmed=None), name="recovery_open_once_per_account"
            ),
            models.CheckConstraint(
                condition=Q(confirmed=None, decided_by=None, decided_at=None)
                | Q(confirmed__isnull=False, decided_by__isnull=False, decided_at__isnull=False),
                name="recovery_stamped_once_decided",
            ),
            models.CheckConstraint(
                condition=Q(confirmed=None) | Q(confirmed=False) | ~Q(decided_by=F("asked_by")),
                name="recovery_by_two_people",
            ),
            models.CheckConstraint(
                condition=~Q(asked_by=F("user")), name="recovery_asked_by_another"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.reason}"


class FactorWaiver(models.Model):
    """Somebody without telephone, program or key: until `until`, that day included, nobody holds an
    obligatory second factor against them. One officer asks, another one grants; it ends by itself.

    Held by the database: two people, one open request per account, stamps that belong together.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="waivers")
    unit = models.ForeignKey("org.Unit", models.PROTECT, related_name="+")
    reason = models.CharField(max_length=300)
    until = models.DateField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    confirmed = models.BooleanField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=Q(confirmed=None), name="waiver_open_once_per_account"
            ),
            models.CheckConstraint(
                condition=Q(confirmed=None, decided_by=None, decided_at=None)
                | Q(confirmed__isnull=False, decided_by__isnull=False, decided_at__isnull=False),
                name="waiver_stamped_once_decided",
            ),
            models.CheckConstraint(
                condition=Q(confirmed=None) | Q(confirmed=False) | ~Q(decided_by=F("asked_by")),
                name="waiver_by_two_people",
            ),
            models.CheckConstraint(
                condition=~Q(asked_by=F("user")), name="waiver_asked_by_another"
            ),
            models.CheckConstraint(
                condition=Q(ended_by=None, ended_at=None)
                | Q(ended_by__isnull=False, ended_at__isnull=False, confirmed=True),
                name="waiver_ended_when_granted",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.reason}"

    def holds_on(self, day: date) -> bool:
        return bool(self.confirmed) and self.ended_at is None and day <= self.until


class Identity(models.Model):
    """An account elsewhere that opens this one: its subject at an issuer, never its e-mail.

    Held by the database: a subject opens one account, an account has one subject per issuer.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="identities")
    issuer = models.CharField(max_length=200)
    subject = models.CharField(max_length=255)
    linked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    linked_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["issuer", "subject"], name="identity_opens_one"),
            models.UniqueConstraint(fields=["user", "issuer"], name="identity_once_per_issuer"),
        ]

    def __str__(self) -> str:
        return f"{self.subject} at {self.issuer}"
