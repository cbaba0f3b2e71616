"""What grows out of a plan: next year's plan with its notes, and the papers that go with it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.core.links import path_to
from thidua.documents.models import Document
from thidua.plans.models.plan import Clause, Plan


class NoteState(models.TextChoices):
    OPEN = "open", _("Cần xem")
    RESOLVED = "resolved", _("Đã xử lý")
    KEPT = "kept", _("Giữ nguyên")


class MoveNote(models.Model):
    """One thing that moving last year's plan forward changed, or could not know and flags.

    `before` and `after` are the words around it as the draft was then, `clause` the paragraph it
    stands in, wherever that has moved. Only flags are settled; changes stand there to be seen.
    """

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="move_notes")
    position = models.PositiveIntegerField()
    flag = models.BooleanField()
    old = models.TextField(blank=True)
    new = models.TextField(blank=True)
    why = models.TextField()
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)
    clause = models.ForeignKey(
        Clause, models.SET_NULL, null=True, blank=True, related_name="move_notes"
    )
    state = models.CharField(max_length=10, choices=NoteState, default=NoteState.OPEN)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "position"], name="move_note_once_per_place"),
            models.CheckConstraint(
                condition=Q(state=NoteState.OPEN, settled_at=None, settled_by=None)
                | (
                    ~Q(state=NoteState.OPEN) & Q(settled_at__isnull=False, settled_by__isnull=False)
                ),
                name="move_note_stamped_when_settled",
            ),
        ]

    def __str__(self) -> str:
        return self.why[:100]


class FollowUpKind(models.TextChoices):
    GUIDANCE = "guidance", _("Hướng dẫn")
    REMINDER = "reminder", _("Công văn đôn đốc")
    INVITATION = "invitation", _("Giấy mời")


class FollowUp(models.Model):
    """A paper born from a plan: guidance, a reminding letter, an invitation.

    It goes the way of every paper of ours: drafted, signed, numbered, issued. `blocks` are its
    paragraphs and `annexes` what follows the signature, as the library writes them. `once` is the
    page on which it was begun, so that two presses on it begin only one.
    """

    document = models.OneToOneField(Document, models.PROTECT, related_name="follow_up")
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="follow_ups")
    kind = models.CharField(max_length=10, choices=FollowUpKind)
    blocks = models.JSONField(default=list)
    annexes = models.JSONField(default=list)
    version = models.PositiveIntegerField(default=1, editable=False)
    once = models.CharField(max_length=60, null=True, blank=True, unique=True, editable=False)
    edited_at = models.DateTimeField(editable=False)
    edited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False
    )

    def __str__(self) -> str:
        return str(self.document)

    def get_absolute_url(self) -> str:
        return path_to("plans:follow_up", self.pk)
