"""Exemplars (*điển hình tiên tiến*): stories of people and units, told with their consent."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.awards.models import Award, Praise
from thidua.core.errors import InvalidTransition
from thidua.core.links import path_to
from thidua.files.models import Picture
from thidua.org.models import Person, Unit
from thidua.plans.models import Phase


class StoryStatus(models.TextChoices):
    DRAFT = "draft", _("Đang soạn")
    PUBLISHED = "published", _("Đã đăng")
    WITHDRAWN = "withdrawn", _("Đã gỡ")


TRANSITIONS: dict[StoryStatus, frozenset[StoryStatus]] = {
    StoryStatus.DRAFT: frozenset({StoryStatus.PUBLISHED}),
    StoryStatus.PUBLISHED: frozenset({StoryStatus.DRAFT, StoryStatus.WITHDRAWN}),
    StoryStatus.WITHDRAWN: frozenset({StoryStatus.DRAFT}),
}


class Story(models.Model):
    """A story about somebody, for everybody to read once they agreed.

    It may tell of an award or of praise, whose person or unit it then names, or stand by itself.

    `consent_on` and `consent_how` say when and how the person agreed to their name and picture
    being public; taken back, the story leaves the public page at once (PDP). Held by the
    database: what is public has a consent.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="stories")
    unit_path = models.CharField(max_length=200, db_index=True)
    phase = models.ForeignKey(Phase, models.PROTECT, null=True, blank=True, related_name="stories")
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="stories"
    )
    subject_unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="told_of"
    )
    award = models.ForeignKey(Award, models.PROTECT, null=True, blank=True, related_name="stories")
    praise = models.ForeignKey(
        Praise, models.PROTECT, null=True, blank=True, related_name="stories"
    )
    subject_name = models.CharField(max_length=200)
    title = models.CharField(max_length=200)
    lead = models.CharField(max_length=500, blank=True)
    body = models.TextField()
    picture = models.ForeignKey(Picture, models.PROTECT, null=True, blank=True, related_name="+")
    consent_on = models.DateField(null=True, blank=True)
    consent_how = models.CharField(max_length=300, blank=True)
    status = models.CharField(
        max_length=10, choices=StoryStatus, default=StoryStatus.DRAFT, db_index=True
    )
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    withdraw_reason = models.CharField(max_length=300, blank=True)
    once = models.CharField(max_length=60, null=True, blank=True, unique=True, editable=False)

    class Meta:
        ordering = ["-published_at", "-pk"]
        verbose_name_plural = "stories"
        constraints = [
            models.CheckConstraint(
                condition=~Q(status="published")
                | (Q(published_at__isnull=False, consent_on__isnull=False) & ~Q(consent_how="")),
                name="story_public_with_consent",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return path_to("stories:detail", self.pk)

    def move_to(self, status: StoryStatus) -> None:
        """Change state, or raise `InvalidTransition`. The caller saves."""
        if status not in TRANSITIONS[StoryStatus(self.status)]:
            raise InvalidTransition(self.status, status)
        self.status = status

    @property
    def agreed(self) -> bool:
        """Whether a consent is on record."""
        return self.consent_on is not None and bool(self.consent_how)
