"""The organisation and its memory: units, where they stood, who held which post."""

from datetime import date

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from thidua.core.dated import ENDS_AFTER_START
from thidua.org.rights import Right, Signing


def new_key() -> str:
    return get_random_string(6, "abcdefghjkmnpqrstuvwxyz23456789")


class Tree(models.TextChoices):
    LINE = "line", _("Hệ thống dọc")


class UnitKind(models.Model):
    """A kind of union body, such as *công đoàn cơ sở*: dated reference data (ORG-04)."""

    code = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=100)
    keeps_register = models.BooleanField(default=True)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name


class Unit(models.Model):
    """A union unit of any level. Where it stands, and under what, its placements say.

    `name` is the name of today; what it was called on another day, `UnitName` knows.
    """

    key = models.CharField(max_length=6, unique=True, default=new_key, editable=False)
    kind = models.ForeignKey(UnitKind, models.PROTECT, related_name="units")
    name = models.CharField(max_length=200)

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

    def named_on(self, day: date) -> "UnitName":
        """What the unit was called, and how it signed, on that day (ORG-03)."""
        names = self.names.order_by("-starts_on")
        return names.filter(starts_on__lte=day).first() or names.earliest("starts_on")


class UnitName(models.Model):
    """How a unit is called and how it signs, from one day until another.

    Held by the database: dates in order, one open row per unit.
    """

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="names")
    name = models.CharField(_("Tên đầy đủ"), max_length=200)
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

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="headcounts")
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


class Person(models.Model):
    """Somebody the union knows. Most people never have an account."""

    name = models.CharField(max_length=150)
    code = models.CharField(max_length=30, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    email = models.EmailField(blank=True)

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A person belongs to a unit, from one day until another."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="memberships")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="memberships")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "unit"],
                condition=Q(ends_on=None),
                name="membership_open_once_per_unit",
            ),
            models.CheckConstraint(
                condition=ENDS_AFTER_START, name="membership_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} in {self.unit}"


class User(AbstractUser):
    """An account. What it may do follows from the posts its person holds."""

    person = models.OneToOneField(Person, models.PROTECT, null=True, blank=True)

    def __str__(self) -> str:
        return self.person.name if self.person else self.username


class PostKind(models.Model):
    """A kind of office with the rights it gives and the form in which it signs: a dated row."""

    code = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=100)
    rights = models.JSONField(default=list)
    signs_as = models.CharField(max_length=10, choices=Signing, default=Signing.NONE, blank=True)
    rank = models.PositiveSmallIntegerField(default=50)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name

    def grants(self) -> frozenset[Right]:
        return frozenset(Right(code) for code in self.rights)


class Post(models.Model):
    """An office held in a unit between two days; its sight reaches down to everything below."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="posts")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="posts")
    kind = models.ForeignKey(PostKind, models.PROTECT, related_name="posts")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    basis = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "unit", "kind"],
                condition=Q(ends_on=None),
                name="post_open_once_per_person",
            ),
            models.CheckConstraint(condition=ENDS_AFTER_START, name="post_ends_after_it_starts"),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.kind} of {self.unit}"
