"""A list on its way in: what was read, what is doubtful, what was made of it."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thidua.files.models import StoredFile
from thidua.org.models import Person, Unit

LOST = timedelta(minutes=1)
"""A job writes down how far it is every second or two."""


class ImportKind(models.TextChoices):
    MEMBERS = "members", _("Danh sách đoàn viên")
    POSTS = "posts", _("Danh sách chức vụ")
    HEADCOUNTS = "headcounts", _("Số đoàn viên các đơn vị")


class ImportState(models.TextChoices):
    MAPPING = "mapping", _("Chờ chọn cột")
    CHECKING = "checking", _("Đang kiểm tra")
    READY = "ready", _("Chờ xem và nhập")
    APPLYING = "applying", _("Đang nhập")
    DONE = "done", _("Đã nhập")
    UNDOING = "undoing", _("Đang hoàn tác")
    UNDONE = "undone", _("Đã hoàn tác")
    REFUSED = "refused", _("Không đọc được")
    DROPPED = "dropped", _("Đã bỏ")


WORKING = (ImportState.CHECKING, ImportState.APPLYING, ImportState.UNDOING)
TRANSITIONS: dict[ImportState, frozenset[ImportState]] = {
    ImportState.MAPPING: frozenset({ImportState.CHECKING, ImportState.DROPPED}),
    ImportState.CHECKING: frozenset({ImportState.READY, ImportState.REFUSED, ImportState.DROPPED}),
    ImportState.READY: frozenset(
        {
            ImportState.MAPPING,
            ImportState.CHECKING,
            ImportState.APPLYING,
            ImportState.DROPPED,
        }
    ),
    ImportState.APPLYING: frozenset({ImportState.DONE, ImportState.UNDOING}),
    ImportState.DONE: frozenset({ImportState.APPLYING, ImportState.UNDOING}),
    ImportState.UNDOING: frozenset({ImportState.UNDONE, ImportState.DONE}),
    ImportState.UNDONE: frozenset(),
    ImportState.REFUSED: frozenset({ImportState.MAPPING, ImportState.DROPPED}),
    ImportState.DROPPED: frozenset(),
}


class Import(models.Model):
    """One list from a file, for one unit and what stands below it.

    `columns` holds what each column is, in their order; `headings` their titles, from which the
    next import of the unit learns. `done` of `total` says how far the running job is; `beat_at`
    when it last said so, and `beginnings` which beginning of it is the one that counts.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="imports")
    kind = models.CharField(max_length=12, choices=ImportKind)
    state = models.CharField(max_length=10, choices=ImportState, default=ImportState.MAPPING)
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    filename = models.CharField(max_length=255)
    below = models.BooleanField(default=False)
    """May its lines speak of subordinate unions too, and not of the unit and its groups alone?"""
    sheet = models.CharField(max_length=100, blank=True)
    sheets = models.JSONField(default=list)
    first_row = models.PositiveIntegerField(default=2)
    headings = models.JSONField(default=list)
    columns = models.JSONField(default=list)
    notes = models.JSONField(default=list)
    sample = models.JSONField(default=list)
    """The first rows with their numbers, by which the columns are chosen."""
    day = models.DateField()
    """From when what the list says is true, where a line names no day of its own."""
    counts = models.JSONField(default=dict)
    problem = models.CharField(max_length=500, blank=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    beat_at = models.DateTimeField(null=True, blank=True)
    beginnings = models.PositiveIntegerField(default=0)
    started_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    started_at = models.DateTimeField()
    applied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    applied_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    undone_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.filename

    def get_absolute_url(self) -> str:
        return reverse("oversight:import", args=[self.pk])

    @property
    def working(self) -> bool:
        """Is a job at work on it?"""
        return self.state in WORKING

    def is_lost(self, now: datetime) -> bool:
        """Has its worker been silent for too long?"""
        return self.working and self.beat_at is not None and now - self.beat_at > LOST

    def can_become(self, state: ImportState) -> bool:
        return state in TRANSITIONS[ImportState(self.state)]


class ImportPart(models.Model):
    """Some hundred lines of the file that were found in order, taken over all or none.

    `lines` holds their numbers and values until they are taken over; from then on `made` holds the
    rows that came of it, which is all that undoing needs.
    """

    owner = models.ForeignKey(Import, models.CASCADE, related_name="parts")
    position = models.PositiveIntegerField()
    lines = models.JSONField(default=list)
    made = models.JSONField(null=True)
    undone = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "position"], name="import_part_once")
        ]

    def __str__(self) -> str:
        return f"{self.owner}: {self.position}"


class RowState(models.TextChoices):
    WRONG = "wrong", _("Sai, thiếu")
    DOUBTFUL = "doubtful", _("Chưa chắc")
    MENDED = "mended", _("Đã sửa, chờ nhập")
    LEFT_OUT = "left_out", _("Đã bỏ")
    DONE = "done", _("Đã nhập")
    STAYS = "stays", _("Không hoàn tác được")


class Decision(models.TextChoices):
    """What somebody said about a line that looks like a person who is known already."""

    NONE = "", _("Chưa chọn")
    SAME = "same", _("Cùng một người")
    REPLACE = "replace", _("Cùng một người, lấy theo tệp")
    MOVED = "moved", _("Cùng một người, chuyển sinh hoạt đến")
    OTHER = "other", _("Người khác")


class ImportRow(models.Model):
    """A line that somebody has to look at, as it was typed, with what is wrong or doubtful.

    `code` and `about` of its first problem put alike rows together: mended once for all of them.
    """

    owner = models.ForeignKey(Import, models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=RowState)
    typed = models.JSONField(default=dict)
    problems = models.JSONField(default=list)
    code = models.CharField(max_length=20, blank=True)
    about = models.CharField(max_length=100, blank=True)
    decision = models.CharField(max_length=8, choices=Decision, default=Decision.NONE, blank=True)
    person = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    """Whom the line may be about; nobody for a line that repeats another one of the file."""
    made = models.JSONField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "number"], name="import_row_once_per_line")
        ]
        indexes = [
            models.Index(fields=["owner", "state", "code", "about"], name="import_row_alike")
        ]

    def __str__(self) -> str:
        return f"{self.owner}: {self.number}"


LEAVE = "leave"
"""What is said of lines that are not to be taken over."""


class ImportMending(models.Model):
    """The same said at once of all lines with one problem, so that it can be taken back at once.

    Either `typed` was written into the column `field`, or the `decision` was made. `lines` holds
    the keys of the rows and what stood there before. Gone as soon as a job begins: from then on
    only the whole import can be taken back.
    """

    owner = models.ForeignKey(Import, models.CASCADE, related_name="mendings")
    said = models.TextField()
    """What was wrong with the lines, in the words of the page."""
    field = models.CharField(max_length=20, blank=True)
    typed = models.TextField(blank=True)
    decision = models.CharField(max_length=8, blank=True)
    lines = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"{self.owner}: {self.said}"
