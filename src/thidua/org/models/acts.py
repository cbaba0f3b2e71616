"""What was ordered about the organisation, and what exactly it changed."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.org.models.kinds import UnitKind
from thidua.org.models.units import Unit


class State(models.TextChoices):
    DRAFT = "draft", _("Đang soạn")
    DONE = "done", _("Đã thi hành")
    UNDONE = "undone", _("Đã hoàn tác")


class Reorganisation(models.Model):
    """One decision about the organisation and the acts it orders, carried out all or none.

    The decision is kept as plain text; `documents` may link the paper. `unit` is the unit in whose
    part of the tree everything happens, and whose keepers may see and undo it.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="reorganisations")
    title = models.CharField(_("Nội dung"), max_length=300)
    type_name = models.CharField(_("Loại văn bản"), max_length=50, default="Quyết định")
    number = models.CharField(_("Số, ký hiệu"), max_length=50, blank=True)
    dated_on = models.DateField(_("Ngày ban hành"), null=True, blank=True)
    issuer = models.CharField(_("Cơ quan ban hành"), max_length=200, blank=True)
    on = models.DateField(_("Có hiệu lực từ ngày"))
    state = models.CharField(max_length=8, choices=State, default=State.DRAFT)
    drafted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField()
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    done_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    undone_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.title


class ActKind(models.TextChoices):
    ESTABLISH = "establish", _("Thành lập")
    RENAME = "rename", _("Đổi tên")
    CHANGE_KIND = "change_kind", _("Đổi loại đơn vị")
    MOVE = "move", _("Chuyển về cấp trên khác")
    MERGE = "merge", _("Sáp nhập, hợp nhất")
    SPLIT = "split", _("Chia, tách")
    END = "end", _("Kết thúc hoạt động")
    TRANSFER = "transfer", _("Chuyển giao đơn vị trực thuộc")


class Act(models.Model):
    """One act of a reorganisation, in its place.

    `unit` is whom it befalls; an act that establishes fills it in when it is carried out. `target`
    is the new superior, the successor, or whoever takes over; where that unit is established by an
    earlier act of the same reorganisation, `target_act` names that act instead. `naming` holds the
    fields of `UnitName`; `listed` the keys of the subordinate units that go along, none for all.
    """

    reorganisation = models.ForeignKey(Reorganisation, models.CASCADE, related_name="acts")
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=12, choices=ActKind)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="acts")
    target = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="acts_towards"
    )
    target_act = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="+")
    unit_kind = models.ForeignKey(UnitKind, models.PROTECT, null=True, blank=True, related_name="+")
    naming = models.JSONField(default=dict, blank=True)
    listed = models.JSONField(default=list, blank=True)
    ends_below = models.BooleanField(default=False)
    """Of an act that ends a unit: what stands below it ends too; otherwise the target takes it."""
    reason = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("position",)
        constraints = [
            models.UniqueConstraint(
                fields=["reorganisation", "position"], name="act_once_per_position"
            ),
            models.CheckConstraint(
                condition=Q(target=None) | Q(target_act=None), name="act_has_one_target"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.unit}"


class Step(models.Model):
    """Rows of one table that a reorganisation changed alike, with what stood there before.

    `before` is empty for rows it created. Undoing goes through the steps from the last to the
    first, and only where every row still holds what `after` says.
    """

    reorganisation = models.ForeignKey(Reorganisation, models.CASCADE, related_name="steps")
    model = models.CharField(max_length=60)
    rows = models.JSONField()
    before = models.JSONField(null=True)
    after = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"{self.model}: {len(self.rows)}"
