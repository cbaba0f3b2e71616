"""Commendation: nominations, what the council recommended, decisions, awards, and plain praise."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.core.errors import InvalidTransition
from thidua.core.links import path_to
from thidua.councils.models import Item, Session
from thidua.documents.models import Document
from thidua.org.models import Person, Unit
from thidua.plans.models import Phase
from thidua.rulebook.models import AwardKind

ONE_SUBJECT = Q(person__isnull=False, subject_unit=None) | Q(
    person=None, subject_unit__isnull=False
)


def form_of(kind: AwardKind) -> str:
    """*Giấy khen*: the form of an award as papers print it, without the level that gives it."""
    return kind.name.partition(" của ")[0]


class NominationStatus(models.TextChoices):
    DRAFT = "draft", _("Đang soạn")
    SUBMITTED = "submitted", _("Chờ thẩm định")
    RETURNED = "returned", _("Trả lại sửa")
    COUNCIL = "council", _("Đưa ra hội đồng")
    RECOMMENDED = "recommended", _("Hội đồng đề nghị khen")
    AWARDED = "awarded", _("Được khen")
    DECLINED = "declined", _("Không đề nghị")


TRANSITIONS: dict[NominationStatus, frozenset[NominationStatus]] = {
    NominationStatus.DRAFT: frozenset({NominationStatus.SUBMITTED}),
    NominationStatus.RETURNED: frozenset({NominationStatus.SUBMITTED}),
    NominationStatus.SUBMITTED: frozenset(
        {
            NominationStatus.DRAFT,
            NominationStatus.RETURNED,
            NominationStatus.COUNCIL,
            NominationStatus.DECLINED,
        }
    ),
    NominationStatus.COUNCIL: frozenset(
        {NominationStatus.RECOMMENDED, NominationStatus.DECLINED, NominationStatus.SUBMITTED}
    ),
    NominationStatus.RECOMMENDED: frozenset({NominationStatus.AWARDED}),
    NominationStatus.AWARDED: frozenset(),
    NominationStatus.DECLINED: frozenset(),
}


class Nomination(models.Model):
    """`unit` puts a person or a unit forward to `decided_by` for one kind of award in one phase.

    `merit` is the line that decision and certificate print; `achievements` the story behind it.
    Names are kept as printed. `once` is the page it was begun on. Held by the database: about
    one person or one unit; nobody is put forward twice by one unit for the same kind and phase
    while it runs.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="nominations")
    unit_path = models.CharField(max_length=200, db_index=True)
    decided_by = models.ForeignKey(Unit, models.PROTECT, related_name="nominations_received")
    phase = models.ForeignKey(Phase, models.PROTECT, related_name="nominations")
    kind = models.ForeignKey(AwardKind, models.PROTECT, related_name="nominations")
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="nominations"
    )
    subject_unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="nominated"
    )
    subject_name = models.CharField(max_length=200)
    subject_post = models.CharField(max_length=300, blank=True)
    merit = models.CharField(max_length=500)
    achievements = models.TextField()
    status = models.CharField(
        max_length=12, choices=NominationStatus, default=NominationStatus.DRAFT, db_index=True
    )
    reason = models.CharField(max_length=1000, blank=True)
    item = models.OneToOneField(
        Item, models.PROTECT, null=True, blank=True, related_name="nomination"
    )
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True, blank=True)
    once = models.CharField(max_length=60, null=True, blank=True, unique=True, editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=ONE_SUBJECT, name="nomination_of_one_subject"),
            models.UniqueConstraint(
                fields=["decided_by", "phase", "kind", "person"],
                condition=~Q(status="declined"),
                name="nomination_once_per_person",
            ),
            models.UniqueConstraint(
                fields=["decided_by", "phase", "kind", "subject_unit"],
                condition=~Q(status="declined"),
                name="nomination_once_per_unit",
            ),
        ]

    def __str__(self) -> str:
        return f"{form_of(self.kind)} – {self.subject_name}"

    def get_absolute_url(self) -> str:
        return path_to("awards:nomination", self.pk)

    @property
    def form(self) -> str:
        return form_of(self.kind)

    @property
    def state_word(self) -> str:
        """Quicker than `get_status_display`, which looks through all choices, each time."""
        return str(NominationStatus(self.status).label)

    def move_to(self, status: NominationStatus) -> None:
        """Change state, or raise `InvalidTransition`. The caller saves."""
        if status not in TRANSITIONS[NominationStatus(self.status)]:
            raise InvalidTransition(self.status, status)
        self.status = status


class AwardList(models.Model):
    """The list a decision awards: a draft document until it is signed and numbered.

    `occasion` says in *Điều 1* for what; `bases` are the legal grounds, one a line, `articles` the
    articles behind the first, which is written from the lines.
    """

    document = models.OneToOneField(Document, models.PROTECT, related_name="award_list")
    session = models.ForeignKey(
        Session, models.PROTECT, null=True, blank=True, related_name="award_lists"
    )
    kind = models.ForeignKey(AwardKind, models.PROTECT, related_name="lists")
    occasion = models.CharField(max_length=500)
    bases = models.TextField()
    articles = models.TextField()

    def __str__(self) -> str:
        return str(self.document)

    def get_absolute_url(self) -> str:
        return path_to("awards:decision", self.pk)


class ListLine(models.Model):
    """One subject on the list of a decision. Held by the database: a nomination on one list."""

    of = models.ForeignKey(AwardList, models.CASCADE, related_name="lines")
    nomination = models.OneToOneField(Nomination, models.PROTECT, related_name="line")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["of", "position"], name="list_line_once_per_position"),
        ]

    def __str__(self) -> str:
        return str(self.nomination)


class Award(models.Model):
    """What a decision gave, as printed that day; a line of the award book (*sổ vàng*).

    Book numbers run per unit and year without holes. Never changed.
    """

    nomination = models.OneToOneField(Nomination, models.PROTECT, related_name="award")
    decision = models.ForeignKey(Document, models.PROTECT, related_name="awards")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="awards_given")
    unit_path = models.CharField(max_length=200, db_index=True)
    kind = models.ForeignKey(AwardKind, models.PROTECT, related_name="awards")
    issuer_name = models.CharField(max_length=200)
    subject_name = models.CharField(max_length=200)
    subject_post = models.CharField(max_length=300, blank=True)
    merit = models.CharField(max_length=500)
    decided_on = models.DateField()
    book_year = models.PositiveSmallIntegerField()
    book_number = models.PositiveIntegerField()

    class Meta:
        ordering = ["-book_year", "-book_number"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "book_year", "book_number"], name="award_number_once_per_book"
            ),
        ]

    def __str__(self) -> str:
        return f"{form_of(self.kind)} – {self.subject_name}"

    @property
    def form(self) -> str:
        return form_of(self.kind)


class Praise(models.Model):
    """*Biểu dương*: praise without a decision, taken back with a reason if it was wrong."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="praises")
    unit_path = models.CharField(max_length=200, db_index=True)
    phase = models.ForeignKey(Phase, models.PROTECT, related_name="praises")
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="praises"
    )
    subject_unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="praised"
    )
    subject_name = models.CharField(max_length=200)
    merit = models.CharField(max_length=500)
    praised_on = models.DateField()
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdraw_reason = models.CharField(max_length=300, blank=True)
    once = models.CharField(max_length=60, null=True, blank=True, unique=True, editable=False)

    class Meta:
        ordering = ["-praised_on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=ONE_SUBJECT, name="praise_of_one_subject"),
        ]

    def __str__(self) -> str:
        return self.subject_name
