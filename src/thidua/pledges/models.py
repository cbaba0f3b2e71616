"""Emulation pledges (*giao ước thi đua*): a sheet per unit and phase, one pledge per person."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.core.folded import AlphabeticalField
from thidua.core.links import path_to
from thidua.files.models import Picture
from thidua.org.models import Person, Unit
from thidua.plans.models import Phase


class Sheet(models.Model):
    """What the members of one unit sign for one phase, and the days on which they may.

    `words` is the pledge, a line per promise; `purpose` and `contact` tell the member what their
    data is for and whom to ask (PDP). `alphabetical` is the place of the unit's name among all
    sheets of a country, which no database sorts while somebody waits. Held by the database: one
    sheet per unit and phase.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="pledge_sheets")
    unit_path = models.CharField(max_length=200, db_index=True)
    alphabetical = AlphabeticalField(source="unit", max_length=200)
    phase = models.ForeignKey(Phase, models.PROTECT, related_name="pledge_sheets")
    title = models.CharField(max_length=300)
    words = models.TextField()
    purpose = models.TextField()
    contact = models.CharField(max_length=300)
    opens_on = models.DateField()
    closes_on = models.DateField()
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "phase"], name="sheet_once_per_unit_and_phase"),
            models.CheckConstraint(
                condition=Q(closes_on__gte=models.F("opens_on")), name="sheet_closes_after_it_opens"
            ),
        ]
        indexes = [
            models.Index(
                models.F("closed_at").desc(),
                "closes_on",
                "alphabetical",
                "id",
                name="sheet_most_urgent_first",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return path_to("pledges:sheet", self.pk)

    def path_on(self, _day: date) -> str:
        """Where what happens to the sheet is noted in the log: the path kept when it opened."""
        return self.unit_path


class SheetCode(models.Model):
    """The secret in a QR code. A revoked one is never used again and says that it was revoked."""

    sheet = models.ForeignKey(Sheet, models.PROTECT, related_name="codes")
    token = models.CharField(max_length=40, unique=True)
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["sheet"], condition=Q(revoked_at=None), name="sheet_code_valid_once"
            ),
        ]

    def __str__(self) -> str:
        return f"code of {self.sheet_id}"


class SignedList(models.Model):
    """A list signed on paper and its photograph; the pledges it holds point here.

    `once` is the page on which it was recorded: two presses on it record one list.
    """

    sheet = models.ForeignKey(Sheet, models.PROTECT, related_name="lists")
    picture = models.ForeignKey(Picture, models.PROTECT, related_name="+")
    signed_on = models.DateField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    once = models.CharField(max_length=60, null=True, blank=True, unique=True, editable=False)

    def __str__(self) -> str:
        return f"{self.sheet}, {self.signed_on:%d/%m/%Y}"


class Way(models.TextChoices):
    SELF = "self", _("Tự ký")
    RECORDED = "recorded", _("Ghi nhận theo danh sách")


class PledgeState(models.TextChoices):
    COUNTED = "counted", _("Đã ký")
    WAITING = "waiting", _("Chờ đối chiếu")
    WITHDRAWN = "withdrawn", _("Đã rút")
    DISMISSED = "dismissed", _("Không phải đoàn viên của đơn vị")
    STRUCK = "struck", _("Đã gạch")


SETTLED_WITH_A_REASON = (PledgeState.DISMISSED, PledgeState.STRUCK)


class Pledge(models.Model):
    """One person's pledge on one sheet.

    Who signed without an account and could not be told apart waits (*chờ đối chiếu*): `given`
    is then all we know, and only the leader sees it. `receipt` is the secret with which the
    signer comes back to withdraw. Held by the database: a person counts once per sheet; the same
    unknown entry waits once; what counts has a person; what was dismissed or struck has a reason.
    A list signed on paper knows the day only: its pledges bear midnight.
    """

    sheet = models.ForeignKey(Sheet, models.PROTECT, related_name="pledges", db_index=False)
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="pledges"
    )
    way = models.CharField(max_length=10, choices=Way)
    state = models.CharField(max_length=10, choices=PledgeState)
    given = models.CharField(max_length=200, blank=True)
    given_fold = models.CharField(max_length=200, blank=True, editable=False)
    deed = models.CharField(max_length=500, blank=True)
    signed_at = models.DateTimeField()
    signed_list = models.ForeignKey(
        SignedList, models.PROTECT, null=True, blank=True, related_name="pledges"
    )
    receipt = models.CharField(max_length=40, unique=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["sheet", "person"],
                condition=Q(state=PledgeState.COUNTED),
                name="pledge_counts_once_per_person",
            ),
            models.UniqueConstraint(
                fields=["sheet", "given_fold"],
                condition=Q(state=PledgeState.WAITING),
                name="pledge_waits_once",
            ),
            models.CheckConstraint(
                condition=~Q(state=PledgeState.COUNTED) | Q(person__isnull=False),
                name="pledge_counted_has_a_person",
            ),
            models.CheckConstraint(
                condition=~Q(state=PledgeState.WAITING) | ~Q(given_fold=""),
                name="pledge_waiting_says_who",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=SETTLED_WITH_A_REASON) | ~Q(reason=""),
                name="pledge_refused_with_a_reason",
            ),
        ]
        # The millions of a country are counted in it alone; it finds those of one sheet as well.
        indexes = [models.Index(fields=["sheet", "state", "way"], name="pledge_counted_by_sheet")]

    def __str__(self) -> str:
        return str(self.person or self.given)
