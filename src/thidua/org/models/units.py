"""Units, what they were called, and where they stood, each from one day until another."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from thidua.core.dated import ENDS_AFTER_START, in_force
from thidua.core.folded import AlphabeticalField, FoldedField
from thidua.org.models.expressions import Above
from thidua.org.models.kinds import UnitKind


def new_key() -> str:
    return get_random_string(6, "abcdefghjkmnpqrstuvwxyz23456789")


class Tree(models.TextChoices):
    """In which tree a unit stands.

    A unit that has ended stands in the second one, below whoever keeps its records: that is how
    its papers stay in reach of somebody, and how totals of then are told in the units of now.
    """

    LINE = "line", _("Hệ thống dọc")
    KEPT = "kept", _("Đã kết thúc, đơn vị khác lưu giữ")


class Unit(models.Model):
    """A union unit of any level. Where it stands, and under what, its placements say.

    `name` is the name of today; what it was called on another day, `UnitName` knows.
    """

    key = models.CharField(max_length=6, unique=True, default=new_key, editable=False)
    kind = models.ForeignKey(UnitKind, models.PROTECT, related_name="units")
    name = models.CharField(max_length=200)
    folded = FoldedField(source="name", max_length=200, db_index=True)
    alphabetical = AlphabeticalField(source="name", max_length=200)
    kept_by = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="keeps", editable=False
    )
    """Of an ended unit: who takes care of its records, its successor or its last superior."""

    class Meta:
        indexes = [models.Index(fields=["alphabetical"], name="unit_in_alphabetical_order")]

    def __str__(self) -> str:
        return self.name

    def path_on(self, day: date, tree: Tree = Tree.LINE) -> str:
        """The keys from the root down to this unit on that day, as ``/k7m2qa/x9c3fd/``.

        A unit that had ended by `day`, or had not begun, answers with its nearest known path.
        """
        rows = self.placements.filter(tree=tree).order_by("starts_on")
        known = list(rows.values_list("path", "starts_on", "ends_on"))
        if not known:
            raise Placement.DoesNotExist(f"{self} stands nowhere in tree {tree}")
        begun = [(path, end) for path, start, end in known if start <= day]
        standing = (path for path, end in begun if end is None or day < end)
        return next(standing, begun[-1][0] if begun else known[0][0])

    def seat_on(self, day: date) -> str:
        """Where rights over it are decided that day: its path, or where its records are kept."""
        if self.kept_by_id is None:
            return self.path_on(day)
        kept = self.placements.filter(in_force(day), tree=Tree.KEPT).first()
        return kept.path if kept else self.path_on(day)

    def named_on(self, day: date) -> "UnitName":
        """What the unit was called, and how it signed, on that day (ORG-03)."""
        names = self.names.order_by("-starts_on")
        return names.filter(starts_on__lte=day).first() or names.earliest("starts_on")


class UnitName(models.Model):
    """How a unit is called and how it signs, from one day until another.

    Held by the database: dates in order, one open row per unit.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="names")
    kind = models.ForeignKey(UnitKind, models.PROTECT, related_name="+")
    name = models.CharField(_("Tên đầy đủ"), max_length=200)
    folded = FoldedField(source="name", max_length=200)
    short_name = models.CharField(_("Tên gọi tắt"), max_length=100)
    symbol = models.CharField(_("Ký hiệu cơ quan"), max_length=30)
    place = models.CharField(_("Địa danh"), max_length=100)
    body = models.CharField(_("Tập thể ký thay mặt"), max_length=100, default="BAN CHẤP HÀNH")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit"], condition=Q(ends_on=None), name="unit_name_open_once"
            ),
            models.CheckConstraint(
                condition=ENDS_AFTER_START, name="unit_name_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Placement(models.Model):
    """Where a unit stands in one tree, from one day until another.

    Everything below a unit is a prefix match on `path`. Held by the database: dates in
    order, one open placement per unit and tree. Written only by actions of this room.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="placements")
    tree = models.CharField(max_length=10, choices=Tree, default=Tree.LINE)
    path = models.CharField(max_length=200, db_index=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(Above("path"), name="placement_by_superior"),
            models.Index(
                fields=["unit"], condition=Q(ends_on__isnull=False), name="placement_that_ended"
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "tree"],
                condition=Q(ends_on=None),
                name="placement_open_once_per_tree",
            ),
            models.CheckConstraint(
                condition=ENDS_AFTER_START, name="placement_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit} at {self.path} from {self.starts_on}"


class Headcount(models.Model):
    """How many members a unit had on a day. Held by the database: one count per unit and day."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="headcounts")
    on = models.DateField()
    members = models.PositiveIntegerField()
    women = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "on"], name="headcount_once_per_day"),
            models.CheckConstraint(
                condition=Q(women=None) | Q(women__lte=models.F("members")),
                name="headcount_women_are_members",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit}: {self.members} on {self.on}"


class Succession(models.Model):
    """`after` goes on with what `before` did: merged, split, or named successor (ORG-01)."""

    before = models.ForeignKey(Unit, models.PROTECT, related_name="successions")
    after = models.ForeignKey(Unit, models.PROTECT, related_name="inheritances")
    on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["before", "after"], name="succession_once"),
            models.CheckConstraint(
                condition=~Q(before=models.F("after")), name="succession_not_to_itself"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"


class Ownership(models.TextChoices):
    """Who owns the place of work (ORG-06)."""

    STATE = "state", _("Cơ quan hành chính nhà nước")
    PUBLIC = "public", _("Đơn vị sự nghiệp công lập")
    STATE_FIRM = "state_firm", _("Doanh nghiệp nhà nước")
    PRIVATE = "private", _("Doanh nghiệp, đơn vị ngoài nhà nước")
    FOREIGN = "foreign", _("Doanh nghiệp có vốn đầu tư nước ngoài")
    COOPERATIVE = "cooperative", _("Hợp tác xã")
    INFORMAL = "informal", _("Lao động phi chính thức")


class Host(models.Model):
    """The place of work behind a unit from one day on: who owns it, how far it pays for itself.

    Whether it may have a union since 2025 is derived from this (ORG-06).
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="hosts")
    ownership = models.CharField(_("Loại hình"), max_length=12, choices=Ownership)
    self_financing = models.DecimalField(
        _("Mức tự bảo đảm chi thường xuyên (%)"),
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
    )
    decision = models.CharField(_("Quyết định"), max_length=200, blank=True)
    starts_on = models.DateField(_("Từ ngày"))

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "starts_on"], name="host_once_per_day"),
            models.CheckConstraint(
                condition=Q(self_financing=None) | Q(self_financing__range=(0, 100)),
                name="host_share_is_a_percentage",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit}: {self.ownership}"
