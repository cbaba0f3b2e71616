"""Accounts, and the posts from which every right of an account follows."""

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.core.dated import ENDS_AFTER_START
from thidua.org.models.kinds import Body, PostKind
from thidua.org.models.people import EndReason, Person
from thidua.org.models.units import Unit
from thidua.org.rights import Signing


class User(AbstractUser):
    """An account. What it may do follows from the posts its person holds."""

    person = models.OneToOneField(Person, models.PROTECT, null=True, blank=True)
    language = models.CharField(
        _("Ngôn ngữ của thư"), max_length=5, choices=settings.LANGUAGES, default="vi"
    )
    """Of letters and notices to this account; pages follow the device."""

    def __str__(self) -> str:
        return self.person.name if self.person else self.username


class Term(models.Model):
    """A term of office of a body of a unit: *Đại hội lần thứ …, nhiệm kỳ …* (ORG-20)."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="terms")
    body = models.ForeignKey(Body, models.PROTECT, related_name="terms")
    ordinal = models.PositiveSmallIntegerField()
    from_year = models.PositiveSmallIntegerField()
    to_year = models.PositiveSmallIntegerField()
    congress_on = models.DateField(null=True, blank=True)
    decision = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "body", "ordinal", "from_year"], name="term_once"
            ),
            models.CheckConstraint(
                condition=Q(to_year__gte=models.F("from_year")), name="term_years_in_order"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit} {self.body} {self.from_year}-{self.to_year}"


class Basis(models.TextChoices):
    """How somebody came to a post (ORG-12)."""

    UNSAID = "", _("Chưa ghi")
    ELECTED = "elected", _("Bầu cử")
    APPOINTED = "appointed", _("Chỉ định")
    RECOGNISED = "recognised", _("Công nhận")
    RECOMMENDED = "recommended", _("Giới thiệu, phân công")


class Post(models.Model):
    """An office held in a unit between two days; its sight reaches down to everything below."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="posts")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="posts")
    kind = models.ForeignKey(PostKind, models.PROTECT, related_name="posts")
    term = models.ForeignKey(Term, models.PROTECT, null=True, blank=True, related_name="posts")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    how = models.CharField(max_length=12, choices=Basis, default=Basis.UNSAID, blank=True)
    basis = models.CharField(max_length=200, blank=True)
    """The decision: its number, day and issuer."""
    end_reason = models.CharField(max_length=12, choices=EndReason, blank=True)

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


class Delegation(models.Model):
    """Somebody acts for the holder of a post for some days, by a letter (*ủy quyền*).

    It gives a part of the rights of that post and ends with it at the latest; taken back on its
    first day it never was in force. `signs_as` is how
    papers are signed under it: TUQ. or TL., never more than the post itself may sign.
    """

    post = models.ForeignKey(Post, models.PROTECT, related_name="delegations")
    person = models.ForeignKey(Person, models.PROTECT, related_name="delegations")
    rights = models.JSONField(default=list)
    signs_as = models.CharField(max_length=10, choices=Signing, default=Signing.NONE, blank=True)
    letter = models.CharField(max_length=200)
    starts_on = models.DateField()
    ends_on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=models.F("starts_on")), name="delegation_days_in_order"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} for {self.post}"


class Mandate(models.Model):
    """Somebody above enters for a unit that cannot do it itself, for some days (*nhập hộ*).

    It gives only rights to enter, never to sign or send, and the unit is told.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="mandates")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="mandates")
    rights = models.JSONField(default=list)
    reason = models.CharField(max_length=300)
    starts_on = models.DateField()
    ends_on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=models.F("starts_on")), name="mandate_days_in_order"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} enters for {self.unit}"
