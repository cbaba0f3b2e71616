"""What people agreed to, in which words, and when they took it back (PDP-02)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.core.dated import ENDS_AFTER_START
from thidua.org.models import Person, Unit
from thidua.oversight.models.personal_data import Channel


class ConsentText(models.Model):
    """The words put before people, one version of them. Never changed: a new version follows."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="consent_texts")
    title = models.CharField(_("Việc cần xin đồng ý"), max_length=200)
    version = models.PositiveSmallIntegerField(default=1)
    text = models.TextField(
        _("Nguyên văn: dữ liệu nào, mục đích gì, ai xử lý, quyền của người đồng ý"),
        max_length=4000,
    )
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "title", "version"], name="consent_text_once_per_version"
            ),
            models.CheckConstraint(
                condition=ENDS_AFTER_START, name="consent_text_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.version})"


class Consent(models.Model):
    """One person said yes to one text: when, how, and until when.

    Held by the database: one that holds per person and text; taken back after it was given.
    """

    text = models.ForeignKey(ConsentText, models.PROTECT, related_name="consents")
    person = models.ForeignKey(Person, models.PROTECT, related_name="consents")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="consents")
    given_on = models.DateField(_("Ngày đồng ý"))
    channel = models.CharField(_("Hình thức đồng ý"), max_length=10, choices=Channel)
    proof = models.CharField(_("Nơi lưu bằng chứng"), max_length=300)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_how = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["text", "person"],
                condition=Q(withdrawn_on=None),
                name="consent_holds_once_per_text",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on=None) | Q(withdrawn_on__gte=models.F("given_on")),
                name="consent_withdrawn_after_it_was_given",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.text_id}"
