"""Documents, their books, and whom they went to."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce, ExtractYear
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from thidua.core.errors import InvalidTransition
from thidua.core.links import path_to
from thidua.files.models import StoredFile
from thidua.org.models import Person, Unit


class Direction(models.TextChoices):
    OUT = "out", _("Văn bản đi")
    IN = "in", _("Văn bản đến")


class DocumentStatus(models.TextChoices):
    DRAFT = "draft", _("Đang soạn")
    SUBMITTED = "submitted", _("Chờ duyệt ký")
    SIGNED = "signed", _("Đã duyệt ký")
    ISSUED = "issued", _("Đã ban hành")
    RECEIVED = "received", _("Đã vào sổ văn bản đến")
    DISCARDED = "discarded", _("Đã bỏ bản thảo")


TRANSITIONS: dict[DocumentStatus, frozenset[DocumentStatus]] = {
    DocumentStatus.DRAFT: frozenset({DocumentStatus.SUBMITTED, DocumentStatus.DISCARDED}),
    DocumentStatus.SUBMITTED: frozenset({DocumentStatus.DRAFT, DocumentStatus.SIGNED}),
    DocumentStatus.SIGNED: frozenset({DocumentStatus.DRAFT, DocumentStatus.ISSUED}),
    DocumentStatus.ISSUED: frozenset(),
    DocumentStatus.RECEIVED: frozenset(),
    DocumentStatus.DISCARDED: frozenset({DocumentStatus.DRAFT}),
}

FROZEN = frozenset({DocumentStatus.ISSUED, DocumentStatus.RECEIVED})
"""States in which nothing of a document changes any more."""


class Document(models.Model):
    """One paper in the hands of `unit`: written by it (out) or received by it (in).

    Names are kept as printed on their day; `issuer_fold` and `search_fold` are what comparing and
    searching look at. `public` is empty until it is decided, by a line of *Nơi nhận* when the
    paper is sent or by a person, whose word no later sending turns round. Held by the database: a
    number is used once per issuer and year in the hands of one unit; an issued document is
    stamped, a received one says when it came; what arrived through the system is entered as an
    arrival at most once.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="documents")
    unit_path = models.CharField(max_length=200, db_index=True)
    direction = models.CharField(max_length=3, choices=Direction)
    status = models.CharField(
        max_length=10, choices=DocumentStatus, default=DocumentStatus.DRAFT, db_index=True
    )
    type_name = models.CharField(_("Loại văn bản"), max_length=100)
    title = models.CharField(_("Trích yếu"), max_length=1000)
    full_number = models.CharField(_("Số, ký hiệu"), max_length=60, blank=True)
    symbol = models.CharField(_("Ký hiệu"), max_length=50, blank=True)
    place = models.CharField(_("Địa danh"), max_length=100, blank=True)
    dated = models.DateField(_("Ngày văn bản"), null=True, blank=True)
    issuer = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="issued_documents"
    )
    issuer_name = models.CharField(_("Cơ quan ban hành"), max_length=200)
    issuer_fold = models.CharField(max_length=200, editable=False)
    number_fold = models.CharField(max_length=60, blank=True, editable=False)
    search_fold = models.TextField(editable=False)
    parent_name = models.CharField(_("Cơ quan cấp trên trực tiếp"), max_length=200, blank=True)
    signature = models.JSONField(default=list)
    signer = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="signed_documents"
    )
    signer_name = models.CharField(_("Người ký"), max_length=150, blank=True)
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="drafted_documents"
    )
    created_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True, blank=True)
    signed_at = models.DateTimeField(null=True, blank=True)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    issued_at = models.DateTimeField(null=True, blank=True)
    received_on = models.DateField(null=True, blank=True)
    arrived_through = models.OneToOneField(
        "Delivery", models.PROTECT, null=True, blank=True, related_name="registered_as"
    )
    return_reason = models.CharField(max_length=1000, blank=True)
    public = models.BooleanField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                models.F("unit"),
                models.F("issuer_fold"),
                models.F("number_fold"),
                Coalesce(ExtractYear("dated"), ExtractYear("received_on")),
                condition=~Q(number_fold=""),
                name="document_number_once_per_issuer_and_year",
            ),
            models.CheckConstraint(
                condition=~Q(status=DocumentStatus.ISSUED) | Q(issued_at__isnull=False),
                name="document_stamped_when_issued",
            ),
            models.CheckConstraint(
                condition=~Q(status=DocumentStatus.SIGNED)
                | Q(signed_at__isnull=False, signed_by__isnull=False),
                name="document_stamped_when_signed",
            ),
            models.CheckConstraint(
                condition=Q(status=DocumentStatus.RECEIVED, received_on__isnull=False)
                | (~Q(status=DocumentStatus.RECEIVED) & Q(received_on=None)),
                name="document_says_when_it_came",
            ),
        ]

    def __str__(self) -> str:
        """As sentences name papers: *Kế hoạch số 05/KH-CĐGD*, or by title while unnumbered."""
        if self.full_number:
            return str(_("%(type)s số %(number)s")) % {
                "type": self.type_name,
                "number": self.full_number,
            }
        return f"{self.type_name} “{Truncator(self.title).chars(60)}”"

    def get_absolute_url(self) -> str:
        return path_to("documents:detail", self.pk)

    @property
    def frozen(self) -> bool:
        return self.status in FROZEN

    @property
    def submitted_on(self) -> date | None:
        return timezone.localtime(self.submitted_at).date() if self.submitted_at else None

    @property
    def returned(self) -> bool:
        return self.status == DocumentStatus.DRAFT and bool(self.return_reason)

    def can_become(self, status: DocumentStatus) -> bool:
        return status in TRANSITIONS[DocumentStatus(self.status)]

    def move_to(self, status: DocumentStatus) -> None:
        """Change state, or raise `InvalidTransition`. The caller saves."""
        if not self.can_become(status):
            raise InvalidTransition(self.status, status)
        self.status = status


class FileRole(models.TextChoices):
    ORIGINAL = "original", _("Tệp gốc")
    WORD = "word", _("Bản Word")
    PDF = "pdf", _("Bản PDF")
    STAMPED = "stamped", _("Bản quét có chữ ký, con dấu")


class DocumentFile(models.Model):
    """A file of a document. Held by the database: one file per role, an original once per unit."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="files")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    role = models.CharField(max_length=10, choices=FileRole)
    name = models.CharField(max_length=255)
    added_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["document", "role"], name="file_once_per_role"),
            models.UniqueConstraint(
                fields=["unit", "file"],
                condition=Q(role="original"),
                name="original_once_per_unit",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return path_to("documents:file", self.pk)


class Book(models.Model):
    """A register of one unit for one year and direction (DOC-20, DOC-51).

    Numbers are handed out under a lock on this row: no holes, none twice.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="books")
    direction = models.CharField(max_length=3, choices=Direction)
    year = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "direction", "year"], name="book_once_per_unit_and_year"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_direction_display()} {self.year}, {self.unit}"


class EntryState(models.TextChoices):
    USED = "used", _("Đã dùng")
    RESERVED = "reserved", pgettext_lazy("a number kept back", "Đang giữ")
    CANCELLED = "cancelled", _("Đã hủy")


class BookEntry(models.Model):
    """One number of a book. Never removed: a number not used is cancelled with its reason.

    `request_key` names the form from which it was kept back: sent twice, it keeps one number.
    """

    book = models.ForeignKey(Book, models.PROTECT, related_name="entries")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=EntryState)
    document = models.OneToOneField(
        Document, models.PROTECT, null=True, blank=True, related_name="entry"
    )
    reason = models.CharField(max_length=300, blank=True)
    entered_at = models.DateTimeField()
    request_key = models.UUIDField(null=True, blank=True, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["book", "number"], name="entry_number_once_per_book"),
            models.UniqueConstraint(fields=["book", "request_key"], name="entry_once_per_request"),
            models.CheckConstraint(
                condition=Q(state=EntryState.USED, document__isnull=False)
                | (~Q(state=EntryState.USED) & Q(document=None) & ~Q(reason="")),
                name="entry_used_by_a_document_or_explained",
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="entry_counts_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.number:02d} ({self.book})"


class OutsideBody(models.Model):
    """A recipient outside the union in the address book of a unit."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="outside_bodies")
    name = models.CharField(max_length=200)
    fold = models.CharField(max_length=200, editable=False)
    email = models.EmailField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "fold"], name="outside_body_once_per_unit"),
        ]

    def __str__(self) -> str:
        return self.name


class RecipientKind(models.TextChoices):
    UNITS = "units", _("Đơn vị công đoàn")
    PERSONS = "persons", _("Người trong công đoàn")
    OUTSIDE = "outside", _("Nơi nhận ngoài công đoàn")
    PUBLIC = "public", _("Trang công khai")
    ARCHIVE = "archive", _("Lưu")
    OPEN = "open", _("Chưa xác định")


class Recipient(models.Model):
    """One line of *Nơi nhận* as printed; its deliveries say what it was expanded to (DOC-47).

    `chosen` marks the officer's own word on it; other lines are matched anew when they are sent.
    """

    document = models.ForeignKey(Document, models.CASCADE, related_name="recipients")
    position = models.PositiveSmallIntegerField()
    printed = models.CharField(max_length=300)
    kind = models.CharField(max_length=10, choices=RecipientKind, default=RecipientKind.OPEN)
    chosen = models.BooleanField(default=False)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "position"], name="recipient_once_per_line"
            ),
        ]

    def __str__(self) -> str:
        return self.printed


class Delivery(models.Model):
    """A document on its way to exactly one unit, person or outside body.

    Held by the database: one target per delivery; nobody gets the same document twice by the
    same line; opened only after it was sent.
    """

    recipient = models.ForeignKey(Recipient, models.CASCADE, related_name="deliveries")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="deliveries")
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="deliveries"
    )
    outside = models.ForeignKey(
        OutsideBody, models.PROTECT, null=True, blank=True, related_name="deliveries"
    )
    sent_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(unit__isnull=False, person=None, outside=None)
                | Q(unit=None, person__isnull=False, outside=None)
                | Q(unit=None, person=None, outside__isnull=False),
                name="delivery_to_exactly_one",
            ),
            models.CheckConstraint(
                condition=Q(opened_at=None, opened_by=None)
                | Q(sent_at__isnull=False, opened_at__isnull=False, opened_by__isnull=False),
                name="delivery_opened_after_it_was_sent",
            ),
            models.UniqueConstraint(
                fields=["recipient", "unit"], name="delivery_once_per_line_and_unit"
            ),
            models.UniqueConstraint(
                fields=["recipient", "person"], name="delivery_once_per_line_and_person"
            ),
            models.UniqueConstraint(
                fields=["recipient", "outside"], name="delivery_once_per_line_and_body"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.recipient}: {self.unit or self.person or self.outside}"
