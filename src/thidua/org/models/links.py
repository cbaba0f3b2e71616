"""One-time links for people without an account, and what they ask for on them."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.org.models.people import Person
from thidua.org.models.units import Unit


class LinkBatch(models.Model):
    """Links made together, for a printed sheet. `once` as in `SlipBatch`."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="link_batches")
    purpose = models.CharField(max_length=30)
    once = models.CharField(max_length=60, unique=True, editable=False)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.unit}, {self.purpose}, {self.made_at:%d/%m/%Y}"


class OneTimeLink(models.Model):
    """Lets one person do one thing without an account, until it expires or is used up.

    Only the digest of its code is kept. `thing` says about what, where the purpose needs one.
    Held by the database: one live link for each person, purpose and thing.
    """

    batch = models.ForeignKey(LinkBatch, models.PROTECT, related_name="links")
    purpose = models.CharField(max_length=30)
    person = models.ForeignKey(Person, models.PROTECT, related_name="links")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="links")
    thing = models.CharField(max_length=100, blank=True)
    digest = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    uses = models.PositiveSmallIntegerField(default=0)
    most_uses = models.PositiveSmallIntegerField()
    used_at = models.DateTimeField(null=True, blank=True)
    misses = models.PositiveSmallIntegerField(default=0)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "purpose", "thing"],
                condition=Q(revoked_at=None),
                name="link_live_once",
            ),
            models.CheckConstraint(
                condition=Q(uses__lte=models.F("most_uses")), name="link_used_within_its_count"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} for {self.person_id}"


class Asking(models.TextChoices):
    WAITING = "waiting", _("Chờ xem")
    APPLIED = "applied", _("Đã sửa")
    DECLINED = "declined", _("Không sửa")


class Correction(models.Model):
    """Somebody found their own data wrong and says how it should read (PDP-04).

    `wanted` maps fields of `Person` to the values asked for. Held by the database: one waiting
    request per person; what is settled says when and by whom; a refusal has a reason.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="corrections")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="corrections")
    wanted = models.JSONField(default=dict)
    note = models.CharField(max_length=500, blank=True)
    state = models.CharField(max_length=10, choices=Asking, default=Asking.WAITING)
    asked_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(state=Asking.WAITING), name="correction_waits_once"
            ),
            models.CheckConstraint(
                condition=Q(state=Asking.WAITING, settled_at=None, settled_by=None)
                | (
                    ~Q(state=Asking.WAITING) & Q(settled_at__isnull=False, settled_by__isnull=False)
                ),
                name="correction_stamped_when_settled",
            ),
            models.CheckConstraint(
                condition=~Q(state=Asking.DECLINED) | ~Q(reason=""),
                name="correction_declined_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.state}"
