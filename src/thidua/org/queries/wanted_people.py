"""Which people a list is narrowed down to."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet
from django.db.models import TextChoices as Choices
from django.utils.translation import gettext_lazy as _

from thidua.core.dated import in_force
from thidua.org.models import Person, Post, User
from thidua.org.queries.people import (
    Scope,
    found,
    gone_from,
    holders_in,
    members_in,
)


class Who(Choices):
    MEMBERS = "", _("Đang là đoàn viên")
    HOLDERS = "post", _("Đang giữ chức vụ")
    OUTSIDE = "outside", _("Giữ chức vụ, không là đoàn viên")
    GONE = "gone", _("Đã thôi sinh hoạt")


class Account(Choices):
    ANY = "", _("Tất cả")
    HAS = "yes", _("Có tài khoản")
    NONE = "no", _("Chưa có tài khoản")


@dataclass(frozen=True, slots=True)
class WantedPeople:
    """Where, who of them, and what was typed to find somebody."""

    scope: Scope
    who: str = Who.MEMBERS
    account: str = Account.ANY
    words: str = ""
    posts_only: bool = False

    @property
    def narrowed(self) -> bool:
        return bool(self.who or self.account or self.words or self.posts_only)

    @property
    def people(self) -> QuerySet[Person]:
        """By given name; asked without counting anybody."""
        people = self._who()
        if self.account:
            accounts = Exists(User.objects.filter(person=OuterRef("pk"), is_active=True))
            people = people.filter(accounts if self.account == Account.HAS else ~accounts)
        if self.posts_only:
            held = Post.objects.filter(in_force(self.scope.day), person=OuterRef("pk"))
            people = people.filter(Exists(held))
        return found(people, self.words, few=self.scope.units is not None)

    def _who(self) -> QuerySet[Person]:
        if self.who == Who.GONE:
            return gone_from(self.scope)
        if self.who == Who.HOLDERS:
            return holders_in(self.scope)
        if self.who == Who.OUTSIDE:
            return holders_in(self.scope).exclude(pk__in=members_in(self.scope).values("pk"))
        return members_in(self.scope)
